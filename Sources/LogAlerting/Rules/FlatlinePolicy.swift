import LogModel

/// When silence is news: a tenant that logged steadily does not log at all in a closed window.
package struct FlatlinePolicy: Hashable, Sendable {
  package var severity: Severity
  /// For how long the tenant must have logged in every window before; a multiple of the window.
  package var learnSeconds: Int64
  /// The fewest error and normal records in each of those windows; positive.
  package var minCount: Int

  package init(severity: Severity, learnSeconds: Int64, minCount: Int = 1) {
    self.severity = severity
    self.learnSeconds = learnSeconds
    self.minCount = minCount
  }
}
