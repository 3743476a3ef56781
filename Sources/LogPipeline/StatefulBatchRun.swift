import LogAggregation
import LogAlerting
import LogModel
import LogState

/// Reads what is new, and tells the rows of all that is known: the way of `stat --state` through the house.
///
/// The rows are those of one run over everything that the state was fed with, as far back as counts are
/// kept; only where a record stood is not remembered.
package struct StatefulBatchRun: Sendable {
  /// Without `since` and `until`.
  package let plan: RunPlan
  package let memory: MemoryPlan

  package init(plan: RunPlan, memory: MemoryPlan) {
    self.plan = plan
    self.memory = memory
  }

  /// Runs the plan.
  ///
  /// - Parameters:
  ///   - progress: Told how far reading is; nil when nobody looks.
  ///   - interrupt: When it is raised, the run ends soon with what it has counted, and remembers nothing.
  ///   - tell: Tells the result, and says whether it got to where it should. If not, nothing is
  ///     remembered.
  /// - Throws: When the state cannot be used; then nothing is remembered.
  package func run(
    progress: ProgressMeter?, interrupt: InterruptFlag, tell: (RunResult) -> Bool
  ) throws(StateError) {
    var reading = StatefulReading(plan: plan, memory: memory)
    reading.toldSeconds = toldSeconds
    let builder = ReportBuilder(
      selection: RowSelection(
        by: plan.keys, filters: plan.filters, top: plan.top, sort: plan.sort), zone: plan.zone,
      levelOverrides: plan.levelOverrides, told: .init(windows: plan.windows, seconds: nil))
    try reading.run(as: .stat, progress: progress, interrupt: interrupt) { known in
      let counted = known.news.counted
      var judged = Judged(known.aggregate, by: plan.rules, jobs: counted.jobs)
      // Rows are marked by threshold rules only.
      judged.alerts.removeAll { plan.rules.rules[$0.rule].kind.name != .threshold }
      let report = builder.report(
        from: known.aggregate, sources: counted.sources, ledger: known.lines, judged: judged,
        isPartial: counted.wasInterrupted)
      return tell(
        RunResult(
          report: report, diagnostics: known.news.diagnostics,
          diagnosticCounts: known.news.diagnosticCounts, failures: counted.findings.failures,
          wasInterrupted: counted.wasInterrupted))
    }
  }

  /// Local days begin on quarters of an hour everywhere since 1972.
  private var toldSeconds: Int64 {
    switch plan.windows {
    case .seconds(let length): length
    case .days: 900
    }
  }
}
