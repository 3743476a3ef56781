/// All rules of a run, and when they are to be silent.
package struct RuleSet: Hashable, Sendable {
  /// In the order in which they are written; no name occurs twice.
  package var rules: [Rule]
  package var silences: [Silence]

  package init(rules: [Rule] = [], silences: [Silence] = []) {
    self.rules = rules
    self.silences = silences
  }
}
