import LogModel

extension RuleJudge {
  /// How every rule judged the series that are asked for, by rule and series.
  ///
  /// The tables are the answers to `requests(forAll: true)`.
  package func explanations(
    of question: ExplanationQuestion, tables: [MeasureTable], scope: JudgingScope
  ) -> [Explanation] {
    let unsilenced = RuleJudge(RuleSet(rules: set.rules)).alerts(for: tables, scope: scope).alerts
    let byRule = Dictionary(grouping: unsilenced, by: \.rule)
    return set.rules.indices.flatMap { number in
      explanations(
        of: question, rule: number, table: tables[number], scope: scope,
        alerts: byRule[number] ?? [])
    }
  }

  private func explanations(
    of question: ExplanationQuestion, rule number: Int, table: MeasureTable, scope: JudgingScope,
    alerts: [Alert]
  ) -> [Explanation] {
    let bySeries = Dictionary(grouping: alerts, by: \.series)
    let rule = set.rules[number]
    var asked: [(series: Int, measure: Measure)] = []
    for series in table.series.indices where question.asks(for: table.series[series]) {
      let window =
        question.second.map { $0.flooredQuotient(by: rule.windowSeconds) }
        ?? worst(of: table[series], alerts: bySeries[series] ?? [], rule)
      guard let window else { continue }
      let measure =
        table[series].first { $0.window == window }
        ?? Measure(series: series, window: window, count: 0)
      asked.append((series, measure))
    }
    if case .spike(let policy) = rule.kind {
      return spikes(asked, policy, rule: number, table: table, scope: scope, bySeries)
    }
    return asked.map { series, measure in
      let window = measure.window
      let seconds = window * rule.windowSeconds..<(window + 1) * rule.windowSeconds
      let gates = gates(of: rule, measure, table: table, scope: scope)
      let holds = gates.contains { $0.gates.allSatisfy(\.passed) }
      return Explanation(
        rule: number, key: table.series[series], seconds: seconds, count: measure.count,
        users: measure.users, records: measure.records,
        outcome: outcome((bySeries[series] ?? []).filter { $0.seconds == seconds }, holds: holds),
        gates: gates)
    }
  }

  /// The window of the worst alert, or the one with the most errors.
  private func worst(of measures: ArraySlice<Measure>, alerts: [Alert], _ rule: Rule) -> Int64? {
    let alert = alerts.max { ($0.severity, $0.count) < ($1.severity, $1.count) }
    return alert.map { $0.seconds.upperBound / rule.windowSeconds - 1 }
      ?? measures.max { $0.count < $1.count }?.window
  }

  private func outcome(_ alerts: [Alert], holds: Bool) -> Explanation.Outcome {
    guard let alert = alerts.max(by: { $0.severity < $1.severity }) else {
      return holds ? .pending : .quiet
    }
    return set.silences.contains { $0.holdsBack(alert) }
      ? .silenced(alert.severity) : .fired(alert.severity)
  }

  private func gates(
    of rule: Rule, _ measure: Measure, table: MeasureTable, scope: JudgingScope
  ) -> [SeverityGates] {
    switch rule.kind {
    case .threshold(let thresholds):
      return rule.severities.reversed().map { severity in
        SeverityGates(
          severity: severity, gates: ThresholdJudge.gates(thresholds[severity], measure))
      }
    case .spike, .flatline, .newCode:
      let finding = findings(of: rule, table: table, scope: scope).first {
        $0.series == measure.series && $0.window == measure.window
      }
      return rule.severities.map { severity in
        SeverityGates(
          severity: severity,
          gates: finding?.gates(severity)
            ?? [
              Gate(.quiet, passed: false, value: 0, needed: Double(rule.learnSeconds))
            ])
      }
    }
  }

  private func spikes(
    _ asked: [(series: Int, measure: Measure)], _ policy: SpikePolicy, rule number: Int,
    table: MeasureTable, scope: JudgingScope, _ alerts: [Int: [Alert]]
  ) -> [Explanation] {
    let rule = set.rules[number]
    let questions = asked.map { series, measure in
      (
        series: series,
        seconds: measure.window * rule.windowSeconds..<(measure.window + 1) * rule.windowSeconds
      )
    }
    let ends = Dictionary(asked.map { ($0.series, $0.measure.window) }) { first, _ in first }
    let judgements = SpikeJudge(policy: policy, windowSeconds: rule.windowSeconds).judgements(
      in: table, scope: scope, questions: questions
    ).filter { ends[$0.series] == $0.judgement.window }
    return judgements.map { series, judgement in
      let start = (judgement.window - judgement.span + 1) * rule.windowSeconds
      let seconds = start..<(judgement.window + 1) * rule.windowSeconds
      return Explanation(
        rule: number, key: table.series[series], seconds: seconds,
        count: Int(clamping: judgement.count), users: judgement.users.map { Int(clamping: $0) },
        records: nil,
        outcome: outcome(
          (alerts[series] ?? []).filter { $0.seconds == seconds }, holds: judgement.fired),
        gates: [SeverityGates(severity: policy.severity, gates: judgement.gates)],
        forecast: judgement.forecast(windowSeconds: rule.windowSeconds))
    }
  }
}

extension Rule {
  /// For how long a flatline or a new code must have been otherwise; 0 for other kinds.
  fileprivate var learnSeconds: Int64 {
    switch kind {
    case .threshold, .spike: 0
    case .flatline(let policy): policy.learnSeconds
    case .newCode(let policy): policy.learnSeconds
    }
  }
}
