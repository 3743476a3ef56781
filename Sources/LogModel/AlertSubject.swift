/// What a message about an alert is about: a code over all tenants, or a rule that tells no codes apart.
///
/// A subject has one incident at a time, so subject and start name an incident.
package struct AlertSubject: Hashable, Sendable {
  /// The name of the rule; nil for a code, which all rules about it share.
  package var rule: String?
  /// The code, or the series of the rule without its tenant.
  package var key: SeriesKey

  package init(rule: String?, key: SeriesKey) {
    self.rule = rule
    self.key = key
  }
}

extension AlertSubject: Comparable {
  package static func < (left: AlertSubject, right: AlertSubject) -> Bool {
    if left.key != right.key { return left.key < right.key }
    let names = (left.rule ?? "", right.rule ?? "")
    return names.0.utf8.lexicographicallyPrecedes(names.1.utf8)
  }
}

/// Where an incident is in its life.
///
/// What holds, but not yet for as long as `for` says, is no incident: each run sees it anew in the counts.
package enum AlertState: String, CaseIterable, Hashable, Sendable {
  /// It fires, or no window has closed since in which it could have fired and did not.
  case firing
  /// Windows have closed in which it did not fire, fewer than `keep_firing` asks for.
  case clearing
  /// So many have closed that it is over.
  case resolved
}
