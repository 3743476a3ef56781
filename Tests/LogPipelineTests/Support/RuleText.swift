import LogAlerting
import LogModel
import Testing

/// Rules as tests write them down.
enum RuleText {
  /// The rule of a line; a rule that is none fails the test and never fires.
  static func rule(_ text: String, _ severity: Severity) -> Rule {
    do {
      return try RuleExpression.rule(text, severity: severity, context: RuleContext())
    } catch {
      Issue.record("\(text): \(error)")
      return Rule(name: text, kind: .threshold(RuleThresholds()))
    }
  }
}
