/// The words for the kinds of rules.
package enum RuleKindName: String, CaseIterable, Hashable, Sendable {
  case threshold
  case spike
  case flatline
  case newCode = "new_code"
}
