import LogModel

/// When a code is new: a series has errors that it had never, or not for long.
package struct NewCodePolicy: Hashable, Sendable {
  package var severity: Severity
  /// For how long the series must have been without errors.
  ///
  /// Before the input, or the memory of earlier runs, is as long as that, nothing is new.
  package var learnSeconds: Int64
  /// The fewest errors in a window; positive.
  package var minCount: Int
  /// The fewest users in a window, where users are known; positive.
  package var minUsers: Int

  package init(severity: Severity, learnSeconds: Int64, minCount: Int = 1, minUsers: Int = 1) {
    self.severity = severity
    self.learnSeconds = learnSeconds
    self.minCount = minCount
    self.minUsers = minUsers
  }
}
