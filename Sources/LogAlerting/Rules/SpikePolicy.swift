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

/// How many alerts without a cause a rule may raise, over all its series together.
package struct FalseAlarmBudget: Hashable, Sendable {
  /// Above zero.
  package var alarms: DecimalThreshold
  package var periodSeconds: Int64

  package init(alarms: DecimalThreshold, periodSeconds: Int64) {
    self.alarms = alarms
    self.periodSeconds = periodSeconds
  }

  package static let oneAWeek = FalseAlarmBudget(
    alarms: DecimalThreshold(numerator: 1), periodSeconds: 604_800)

  /// The part of the budget that one window may use: 1/2016 for one alarm a week in windows of 5 minutes.
  package func level(windowSeconds: Int64) -> Double {
    Double(alarms.numerator) / Double(alarms.denominator) * Double(windowSeconds)
      / Double(periodSeconds)
  }
}
