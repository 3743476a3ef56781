import LogModel

/// Which rules the cases try: each should fire somewhere, and be silent somewhere where it could fire.
package struct CaseCoverage: Hashable, Sendable {
  /// What a rule may choose errors by: the cells of one row.
  package typealias Row = [ReportKey: String]

  private var fired: Set<String> = []
  private var silent: Set<String> = []

  package init() {}

  /// Takes the outcome of one case: the kinds of errors in it, and what fired.
  ///
  /// A rule was silent where an error was one that it speaks of. A rule for which a single error is
  /// enough was silent where there were errors of others, and a flatline rule anywhere.
  package mutating func add(rows: [Row], alerts: [CaseAlert], rules set: RuleSet) {
    let firing = Set(alerts.map(\.rule))
    fired.formUnion(firing)
    for rule in set.rules where !firing.contains(rule.name) {
      let couldFire =
        rule.kind.name == .flatline || (rule.firesAtOnce && !rows.isEmpty)
        || rows.contains { row in
          RuleMatch.keys.allSatisfy { rule.match.accepts(row[$0] ?? "", as: $0) }
        }
      if couldFire { silent.insert(rule.name) }
    }
  }

  /// The rules that never fired, in the order of the set.
  package func withoutAlert(_ set: RuleSet) -> [Rule] {
    set.rules.filter { !fired.contains($0.name) }
  }

  /// The rules that were never silent where they could have fired.
  package func withoutSilence(_ set: RuleSet) -> [Rule] {
    set.rules.filter { !silent.contains($0.name) }
  }
}

extension Rule {
  /// Whether a single error that it speaks of is enough.
  fileprivate var firesAtOnce: Bool {
    guard case .threshold(let thresholds) = kind else { return false }
    return severities.contains { severity in
      thresholds[severity].allSatisfy { condition in
        condition.metric != .share && condition.metric != .perUser
          && condition.atLeast.isReached(by: 1)
      }
    }
  }
}
