import LogAggregation
import LogAlerting
import LogModel

/// Reads all inputs to their end and gives every window in which a rule fires: the way of trials
/// through the house.
package struct TrialRun: Sendable {
  package let plan: RunPlan

  package init(plan: RunPlan) { self.plan = plan }

  /// Runs the plan; when `interrupt` is raised, it ends soon and judges what it has counted.
  package func run(progress: ProgressMeter?, interrupt: InterruptFlag) -> TrialResult {
    let counted = CountingRun(plan: plan, counting: CheckRun(plan: plan).counting).run(
      progress: progress, interrupt: interrupt)
    let judged = Judged(counted.aggregate, by: plan.rules, jobs: counted.jobs)
    return TrialResult(
      alerts: judged.alerts.map { alert in
        CaseAlert(
          rule: plan.rules.rules[alert.rule].name, severity: alert.severity,
          tenant: TrialRun.text(.tenant, of: alert.key), code: TrialRun.text(.code, of: alert.key),
          series: TrialRun.series(of: alert.key), seconds: alert.seconds)
      },
      first: counted.aggregate.first, last: counted.aggregate.last,
      diagnostics: counted.findings.diagnostics, diagnosticCounts: counted.findings.counts,
      failures: counted.findings.failures, wasInterrupted: counted.wasInterrupted)
  }

  private static func text(_ key: ReportKey, of series: SeriesKey) -> String? {
    series.bytes(key).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func series(of series: SeriesKey) -> String {
    RuleMatch.keys.filter { $0 != .tenant && $0 != .code }.compactMap { key in
      text(key, of: series).map { "\(key.name)=\($0)" }
    }.joined(separator: ", ")
  }
}

/// What a trial has found, for the front door to tell.
package struct TrialResult: Sendable {
  /// By rule, series and window.
  package var alerts: [CaseAlert]
  package var first: EventTime?
  package var last: EventTime?
  /// What else the user should know, in order; at most five of a group.
  package var diagnostics: [Diagnostic]
  /// How many there are of each group in all.
  package var diagnosticCounts: [DiagnosticGroup: Int]
  package var failures: Set<RunFailure>
  package var wasInterrupted: Bool
}
