import LogModel

/// What a condition counts, for one series in one window.
package enum RuleMetric: String, CaseIterable, Hashable, Sendable {
  /// Error records.
  case count
  /// Distinct users; errors where no record of the window names a user.
  case users
  /// The most errors of one user; never reached where no record of the window names a user.
  case perUser = "per_user"
  /// Errors over all error and normal records of the series' tenant, or of all tenants.
  case share
}

/// A number that has to be reached.
package struct RuleCondition: Hashable, Sendable {
  package var metric: RuleMetric
  package var atLeast: DecimalThreshold

  package init(metric: RuleMetric, atLeast: DecimalThreshold) {
    self.metric = metric
    self.atLeast = atLeast
  }

  /// Whether the number is reached.
  ///
  /// `users` and `perUser` are nil when no record of the window named a user; `records` are the error
  /// and normal records, at least `count`.
  package func holds(count: Int, users: Int?, perUser: Int?, records: Int) -> Bool {
    switch metric {
    case .count: atLeast.isReached(by: count)
    case .users: atLeast.isReached(by: users ?? count)
    case .perUser: perUser.map { atLeast.isReached(by: $0) } ?? false
    case .share: atLeast.isReached(by: count, of: records)
    }
  }
}

/// What must be reached for a warning, and what for a critical alert.
package struct RuleThresholds: Hashable, Sendable {
  /// All of them must hold; empty when the rule never warns.
  package var warning: [RuleCondition]
  /// All of them must hold; empty when the rule is never critical.
  package var critical: [RuleCondition]

  package init(warning: [RuleCondition] = [], critical: [RuleCondition] = []) {
    self.warning = warning
    self.critical = critical
  }

  package subscript(severity: Severity) -> [RuleCondition] {
    get { severity == .critical ? critical : warning }
    set { if severity == .critical { critical = newValue } else { warning = newValue } }
  }

  /// Every metric that is needed to judge.
  package var metrics: Set<RuleMetric> { Set((warning + critical).map(\.metric)) }

  /// The worst severity whose conditions all hold.
  package func severity(count: Int, users: Int?, perUser: Int?, records: Int) -> Severity? {
    Severity.allCases.reversed().first { severity in
      !self[severity].isEmpty
        && self[severity].allSatisfy {
          $0.holds(count: count, users: users, perUser: perUser, records: records)
        }
    }
  }
}
