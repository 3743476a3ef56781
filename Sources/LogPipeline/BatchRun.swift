import LogAggregation
import LogAlerting
import LogModel

/// Reads all inputs to their end and makes the report: the plan's way through the house.
package struct BatchRun: Sendable {
  package let plan: RunPlan

  package init(plan: RunPlan) { self.plan = plan }

  /// Runs the plan.
  ///
  /// `progress` is told how far reading is; nil when nobody looks. When `interrupt` is raised, the run
  /// ends soon with what it has counted.
  package func run(progress: ProgressMeter?, interrupt: InterruptFlag) -> RunResult {
    let selection = RowSelection(
      by: plan.keys, filters: plan.filters, top: plan.top, sort: plan.sort)
    // Rows are marked by threshold rules only.
    let rules = plan.rules.thresholds
    let counting = CountingPlan(
      windows: plan.windows, keys: selection.countedKeys, since: plan.since, until: plan.until,
      now: plan.now, maxGroups: plan.maxGroups, keepsExamples: plan.keepsExamples,
      requests: RuleJudge(rules).requests(),
      directory: CodeDirectory(levels: plan.levelOverrides))
    let counted = CountingRun(plan: plan, counting: counting).run(
      progress: progress, interrupt: interrupt)
    let report = ReportBuilder(
      selection: selection, zone: plan.zone, levelOverrides: plan.levelOverrides
    ).report(
      from: counted.aggregate, sources: counted.sources, ledger: counted.lines,
      judged: Judged(counted.aggregate, by: rules, jobs: counted.jobs),
      isPartial: counted.wasInterrupted)
    return RunResult(
      report: report, diagnostics: counted.findings.diagnostics,
      diagnosticCounts: counted.findings.counts, failures: counted.findings.failures,
      wasInterrupted: counted.wasInterrupted)
  }
}

extension RuleSet {
  /// The rules that speak of numbers alone.
  var thresholds: RuleSet {
    RuleSet(rules: rules.filter { $0.kind.name == .threshold }, silences: silences)
  }
}
