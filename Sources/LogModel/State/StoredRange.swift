/// Which of the stored counts are asked for: those of windows that begin at these UTC seconds or later.
package struct StoredRange: Hashable, Sendable {
  package var totalsFrom: Int64
  package var errorsFrom: Int64
  package var userCountsFrom: Int64
  /// Whether errors that are not stored yet name no users.
  package var lacksUsers = false
  /// Whether attempts by method are asked for, all of them; rules have no use for them.
  package var hasAttempts = false

  package init(totalsFrom: Int64, errorsFrom: Int64, userCountsFrom: Int64) {
    self.totalsFrom = totalsFrom
    self.errorsFrom = errorsFrom
    self.userCountsFrom = userCountsFrom
  }

  package static let all = StoredRange(totalsFrom: .min, errorsFrom: .min, userCountsFrom: .min)
}
