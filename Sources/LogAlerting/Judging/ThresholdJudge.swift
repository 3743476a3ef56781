import LogModel

/// Finds the windows in which numbers are reached.
struct ThresholdJudge {
  let thresholds: RuleThresholds
  let windowSeconds: Int64

  /// Counts, users and errors of one user can only grow, so they fire in open windows, too; a share
  /// waits until its window closes.
  func findings(in table: MeasureTable, closedBefore: Int64) -> [Finding] {
    var findings: [Finding] = []
    for measure in table.measures {
      let isClosed = measure.window <= (closedBefore / windowSeconds) - 1
      guard let severity = severity(of: measure, isClosed: isClosed) else { continue }
      let thresholds = thresholds
      findings.append(
        Finding(
          series: measure.series, window: measure.window, severity: severity,
          count: measure.count, users: measure.users,
          gates: { ThresholdJudge.gates(thresholds[$0], measure) }))
    }
    return findings
  }

  /// The worst severity whose conditions all hold.
  func severity(of measure: Measure, isClosed: Bool) -> Severity? {
    Severity.allCases.reversed().first { severity in
      let conditions = thresholds[severity]
      return !conditions.isEmpty
        && conditions.allSatisfy { ($0.metric != .share || isClosed) && $0.holds(for: measure) }
    }
  }

  static func gates(_ conditions: [RuleCondition], _ measure: Measure) -> [Gate] {
    conditions.map { condition in
      let value =
        switch condition.metric {
        case .count: Double(measure.count)
        case .users: Double(measure.users ?? measure.count)
        case .perUser: Double(measure.perUser ?? 0)
        case .share: Double(measure.count) / Double(max(measure.records ?? 0, 1))
        }
      return Gate(
        condition.metric.gate, passed: condition.holds(for: measure), value: value,
        needed: condition.atLeast.approximate)
    }
  }
}

extension RuleCondition {
  func holds(for measure: Measure) -> Bool {
    holds(
      count: measure.count, users: measure.users, perUser: measure.perUser,
      records: measure.records ?? 0)
  }
}

extension RuleMetric {
  var gate: Gate.Name {
    switch self {
    case .count: .count
    case .users: .users
    case .perUser: .perUser
    case .share: .share
    }
  }
}
