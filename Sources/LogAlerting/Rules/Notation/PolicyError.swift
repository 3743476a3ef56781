/// Why a policy in the short notation cannot be read.
///
/// Facts only; words are made where they are told.
package struct PolicyError: Error, Hashable, Sendable {
  package enum Reason: Error, Hashable, Sendable {
    /// Nothing stands between two semicolons, or in the whole policy.
    case emptyRule
    /// A rule starts with this and not with `info`, `warning` or `critical`.
    case unknownSeverity(String)
    /// A severity that is not followed by a colon and conditions.
    case missingConditions
    /// `info` only counts; it takes no conditions.
    case conditionsAfterInfo
    /// A condition starts with this and not with a metric.
    case unknownMetric(String)
    /// A metric that is not followed by `>=`.
    case missingComparison
    /// What stands behind `>=` is no decimal number, or one of more than nine digits a side.
    case notANumber(String)
    /// A count must be a whole number from 1 on.
    case notAWholeNumber(String)
    /// A share must be above 0 and at most 1.
    case notAShare(String)
    /// The same metric stands twice in one rule.
    case repeatedMetric(String)
    /// What stands behind the slash is no number of seconds, minutes or hours below a day.
    case notAWindow(String)
    /// What stands here is none of the words that can begin a term, or none of the keys of `by`.
    case unknownTerm(String, known: [String])
    /// A key that is not followed by `=`.
    case missingNames(String)
    /// No name stands between two commas.
    case emptyName
    /// The second of two quotes is missing.
    case openQuote
    /// A rule goes on where it should end.
    case trailingText
  }

  package var reason: Reason
  /// Where it stands in the policy, in bytes from its start, which is 0.
  package var byteOffset: Int

  package init(_ reason: Reason, byteOffset: Int) {
    self.reason = reason
    self.byteOffset = byteOffset
  }
}
