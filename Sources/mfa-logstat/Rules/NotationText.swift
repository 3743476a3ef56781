import LogAlerting
import LogReporting

/// The words for what is wrong with the short notation of rules.
enum NotationText {
  static func words(for reason: PolicyError.Reason) -> String {
    switch reason {
    case .emptyRule: "nothing stands here; write a condition: count>=5"
    case .unknownSeverity(let word): "\(Quoted(word)) is not a severity; write warning or critical"
    case .missingConditions: "a colon and conditions are missing: warning:count>=5"
    case .conditionsAfterInfo: "info takes no conditions"
    case .unknownMetric(let word):
      "\(Quoted(word)) is not a metric"
        + RuleFaultText.hint(word, known: RuleMetric.allCases.map(\.rawValue), noun: "metrics")
    case .missingComparison: "\">=\" and a number are missing: count>=5"
    case .notANumber(let text): "\(Quoted(text)) is not a number; write digits: 20 or 0.15"
    case .notAWholeNumber(let text): "\(Quoted(text)) is not a whole number of at least 1"
    case .notAShare(let text):
      "a share of \(Quoted(text)) is never reached; write a number above 0 and up to 1: 0.15"
    case .repeatedMetric(let word): "\(Quoted(word)) stands twice"
    case .notAWindow(let text):
      "\(Quoted(text)) is not a window below a day; write a number and a unit: 5m 15m 1h"
    case .unknownTerm(let word, let known):
      "\(Quoted(word)) is neither a key nor a metric"
        + RuleFaultText.hint(word, known: known, noun: "there are")
    case .missingNames(let word): "\"=\" and a name are missing: \(SafeText.escaped(word))=NAME"
    case .emptyName: "a name is missing"
    case .openQuote: "the second quote is missing"
    case .trailingText:
      "the rule should end here; join conditions with & and end with a window: /15m"
    }
  }
}
