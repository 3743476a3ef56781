/// How many alerts without a cause a rule may raise, over all its series together.
package struct FalseAlarmBudget: Hashable, Sendable {
  /// Above zero.
  package var alarms: DecimalThreshold
  package var periodSeconds: Int64

  package init(alarms: DecimalThreshold, periodSeconds: Int64) {
    self.alarms = alarms
    self.periodSeconds = periodSeconds
  }

  private static let words: [(word: String, seconds: Int64)] = [
    ("hour", 3_600), ("day", 86_400), ("week", 604_800),
  ]

  /// Reads `1/week`, `0.5/day` or `3/30d`; nil for anything else, and for none at all.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let alarms = DecimalThreshold(parts[0]), alarms.numerator > 0,
      let seconds = FalseAlarmBudget.words.first(where: { $0.word == parts[1] })?.seconds
        ?? RuleDuration.seconds(parts[1])
    else { return nil }
    self.init(alarms: alarms, periodSeconds: seconds)
  }

  /// The text that reads back as this budget.
  package var text: String {
    let word = FalseAlarmBudget.words.first { $0.seconds == periodSeconds }?.word
    return "\(alarms.text)/\(word ?? RuleDuration.text(periodSeconds))"
  }

  package static let oneAWeek = FalseAlarmBudget(
    alarms: DecimalThreshold(numerator: 1), periodSeconds: 604_800)

  /// The part of the budget that one window may use: 1/2016 for one alarm a week in windows of 5 minutes.
  package func level(windowSeconds: Int64) -> Double {
    Double(alarms.numerator) / Double(alarms.denominator) * Double(windowSeconds)
      / Double(periodSeconds)
  }
}
