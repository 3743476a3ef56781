import LogModel

/// Says which rules fire in which windows: a pure function of the rules and what was counted.
package struct RuleJudge: Sendable {
  package let set: RuleSet

  package init(_ set: RuleSet) { self.set = set }

  /// What must be counted: one request a rule, in their order.
  package func requests(forAll: Bool = false) -> [MeasureRequest] {
    set.rules.map { MeasureRequest($0, forAll: forAll) }
  }

  /// All alerts that no silence holds back, by rule, series and window.
  ///
  /// - Parameters:
  ///   - tables: The answers to `requests`, in their order.
  ///   - scope: Of which times anything is known.
  ///   - jobs: How many rules are judged at a time.
  /// - Returns: The alerts, and those that were silenced, in the same order.
  package func alerts(for tables: [MeasureTable], scope: JudgingScope, jobs: Int = 1) -> (
    alerts: [Alert], silenced: [Alert]
  ) {
    let verdict = verdict(for: tables, scope: scope, jobs: jobs)
    return (verdict.alerts, verdict.silenced)
  }

  /// All alerts, and the spikes that were found.
  ///
  /// - Parameters:
  ///   - tables: The answers to `requests`, in their order.
  ///   - scope: Of which times anything is known, and which are judged.
  ///   - spikes: What was found before `scope.judgedFrom`, by time, as far back as a spike depends on it.
  ///   - jobs: How many rules are judged at a time.
  /// - Returns: What fires in the windows that are judged.
  package func verdict(
    for tables: [MeasureTable], scope: JudgingScope, after spikes: [FiredSpike] = [],
    jobs: Int = 1
  ) -> Verdict {
    let spikesOfRules = Dictionary(grouping: spikes, by: \.rule)
    // Those that take longest come first, so that no thread has one left when the others are done.
    let isLong = set.rules.map { $0.kind.name == .spike }
    let order = isLong.indices.filter { isLong[$0] } + isLong.indices.filter { !isLong[$0] }
    let judged = ThreadTeam.map(order.count, jobs: jobs) { place in
      let number = order[place]
      return self.verdict(
        of: set.rules[number], number: number, table: tables[number], scope: scope,
        after: spikesOfRules[number] ?? [])
    }
    let verdicts = zip(order, judged).sorted { $0.0 < $1.0 }.map(\.1)
    var verdict = Verdict()
    verdict.spikes = verdicts.flatMap(\.spikes)
    let alerts = verdicts.flatMap(\.alerts)
    guard !set.silences.isEmpty else {
      verdict.alerts = alerts
      return verdict
    }
    for alert in alerts {
      if set.silences.contains(where: { $0.holdsBack(alert) }) {
        verdict.silenced.append(alert)
      } else {
        verdict.alerts.append(alert)
      }
    }
    return verdict
  }

  private func verdict(
    of rule: Rule, number: Int, table: MeasureTable, scope: JudgingScope,
    after spikes: [FiredSpike]
  ) -> Verdict {
    var alerts: [Alert] = []
    let findings = findings(of: rule, table: table, scope: scope, after: spikes)
    var start = findings.startIndex
    while start < findings.endIndex {
      var end = start
      while end < findings.endIndex, findings[end].series == findings[start].series { end += 1 }
      var life = AlertLife(rule)
      for finding in findings[start..<end] {
        guard let severity = life.severity(after: finding) else { continue }
        alerts.append(alert(finding, severity: severity, rule: rule, number: number, table))
      }
      start = end
    }
    let found = findings.compactMap { finding in
      finding.spikeKind.map {
        FiredSpike(
          rule: number, series: table.series[finding.series], kind: $0,
          start: finding.window * rule.windowSeconds)
      }
    }
    return Verdict(alerts: alerts, spikes: found)
  }

  /// Where the rule's conditions hold, by series and window.
  func findings(
    of rule: Rule, table: MeasureTable, scope: JudgingScope, after spikes: [FiredSpike] = []
  ) -> [Finding] {
    let all = allFindings(of: rule, table: table, scope: scope, after: spikes)
    guard scope.judgedFrom > .min else { return all }
    return all.filter {
      $0.seconds(windowSeconds: rule.windowSeconds).lowerBound >= scope.judgedFrom
    }
  }

  private func allFindings(
    of rule: Rule, table: MeasureTable, scope: JudgingScope, after spikes: [FiredSpike]
  ) -> [Finding] {
    switch rule.kind {
    case .threshold(let thresholds):
      ThresholdJudge(thresholds: thresholds, windowSeconds: rule.windowSeconds).findings(
        in: table, closedBefore: scope.closedBefore)
    case .spike(let policy):
      SpikeJudge(policy: policy, windowSeconds: rule.windowSeconds).findings(
        in: table, scope: scope, after: spikes)
    case .flatline(let policy):
      FlatlineJudge(policy: policy, windowSeconds: rule.windowSeconds).findings(
        in: table, scope: scope)
    case .newCode(let policy):
      NewCodeJudge(policy: policy, windowSeconds: rule.windowSeconds).findings(
        in: table, scope: scope)
    }
  }

  private func alert(
    _ finding: Finding, severity: Severity, rule: Rule, number: Int, _ table: MeasureTable
  ) -> Alert {
    var gates = finding.gates(severity)
    if rule.forSeconds > 0 {
      gates.append(
        Gate(
          .held, passed: true, value: Double(rule.forSeconds), needed: Double(rule.forSeconds)))
    }
    return Alert(
      rule: number, series: finding.series, key: table.series[finding.series], severity: severity,
      seconds: finding.seconds(windowSeconds: rule.windowSeconds), count: finding.count,
      users: finding.users, gates: gates, forecast: finding.forecast)
  }
}

/// What the rules say of the windows that were judged.
package struct Verdict: Sendable {
  /// What no silence holds back, by rule, series and window.
  package var alerts: [Alert] = []
  /// What silences hold back, in the same order.
  package var silenced: [Alert] = []
  /// By rule, series and window; those that only pend or are silenced as well.
  package var spikes: [FiredSpike] = []
}

/// A window in which the conditions of a rule hold.
struct Finding {
  var series: Int
  /// The last window of the rule that was judged together.
  var window: Int64
  var span: Int64 = 1
  var severity: Severity
  var count: Int
  var users: Int?
  var gates: (Severity) -> [Gate]
  var forecast: Forecast?
  /// See `FiredSpike`; nil for what is no spike.
  var spikeKind: Int?

  func seconds(windowSeconds: Int64) -> Range<Int64> {
    (window - span + 1) * windowSeconds..<(window + 1) * windowSeconds
  }
}

extension Silence {
  /// Whether an alert falls into it: in any minute of its window.
  func holdsBack(_ alert: Alert) -> Bool {
    for key in RuleMatch.keys where match[key] != nil {
      guard let text = alert.key.bytes(key), match.accepts(text[...], as: key) else { return false }
    }
    let minutes = stride(from: alert.seconds.lowerBound, to: alert.seconds.upperBound, by: 60)
    return minutes.contains(where: isInForce) || isInForce(at: alert.seconds.upperBound - 1)
  }
}
