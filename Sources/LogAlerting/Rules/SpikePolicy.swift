import LogModel

/// What a spike is: material, large and significant at once.
package struct SpikePolicy: Hashable, Sendable {
  package var severity: Severity
  /// The fewest errors of a window that are a spike; positive.
  package var minCount: Int
  /// The fewest users, where users are known; positive.
  package var minUsers: Int
  /// How many times the expected count it must be; at least 1.
  package var minRatio: DecimalThreshold
  package var falseAlarms: FalseAlarmBudget

  package init(
    severity: Severity, minCount: Int = 5, minUsers: Int = 2,
    minRatio: DecimalThreshold = DecimalThreshold(numerator: 2),
    falseAlarms: FalseAlarmBudget = .oneAWeek
  ) {
    self.severity = severity
    self.minCount = minCount
    self.minUsers = minUsers
    self.minRatio = minRatio
    self.falseAlarms = falseAlarms
  }
}
