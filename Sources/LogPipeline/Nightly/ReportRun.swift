import LogAggregation
import LogAlerting
import LogModel
import LogState

/// Reads all inputs, compares a period with the ones before it, and tells: the way of `report` through
/// the house.
package struct ReportRun: Sendable {
  /// Its windows are those of the rows; `since` and `until` have no part.
  package let plan: RunPlan
  package let period: ReportPeriod
  package let origin: ReportOrigin
  /// Nil when nothing is remembered.
  package let memory: MemoryPlan?

  package init(plan: RunPlan, period: ReportPeriod, origin: ReportOrigin, memory: MemoryPlan?) {
    self.plan = plan
    self.period = period
    self.origin = origin
    self.memory = memory
  }

  /// The length of the windows that everything is counted by, in seconds; positive.
  ///
  /// Those of the rules, of the rows and of five minutes are multiples of it. A period must begin and
  /// end on their bounds.
  package static func baseSeconds(of plan: RunPlan) -> Int64 {
    var lengths: [Int64] = [300, CheckRun(plan: plan).counting.windows.length]
    if case .seconds(let length) = plan.windows { lengths.append(length) }
    return lengths.reduce(0) { left, right in
      var (left, right) = (left, right)
      while right != 0 { (left, right) = (right, left % right) }
      return left
    }
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
    progress: ProgressMeter?, interrupt: InterruptFlag, tell: (NightlyResult) -> Bool
  ) throws(StateError) {
    if let memory {
      var reading = StatefulReading(plan: plan, memory: memory)
      reading.toldSeconds = ReportRun.baseSeconds(of: plan)
      try reading.run(as: .report, progress: progress, interrupt: interrupt) { known in
        let report = NightlyBuilder(self).report(
          of: known.aggregate, lines: known.lines, news: known.news.counted)
        return tell(
          NightlyResult(
            report: report, diagnostics: known.news.diagnostics,
            diagnosticCounts: known.news.diagnosticCounts,
            failures: known.news.counted.findings.failures,
            wasInterrupted: known.news.counted.wasInterrupted))
      }
      return
    }
    var plan = plan
    plan.countsAttempts = true
    var counting = CountingPlan(
      windows: .seconds(ReportRun.baseSeconds(of: plan)),
      keys: [.window, .tenant, .code, .method], now: plan.now,
      maxGroups: max(plan.maxGroups, ReportRun.leastGroups),
      requests: RuleJudge(plan.rules).requests(),
      directory: CodeDirectory(levels: plan.levelOverrides))
    counting.countsAttempts = true
    let counted = CountingRun(plan: plan, counting: counting).run(
      progress: progress, interrupt: interrupt)
    let report = NightlyBuilder(self).report(
      of: counted.aggregate, lines: counted.lines, news: counted)
    _ = tell(
      NightlyResult(
        report: report, diagnostics: counted.findings.diagnostics,
        diagnosticCounts: counted.findings.counts, failures: counted.findings.failures,
        wasInterrupted: counted.wasInterrupted))
  }

  /// Weeks of history have many more cells than the rows of one report; each takes some 60 bytes.
  private static let leastGroups = 8 << 20
}

/// What `report` has found, for the front door to tell.
package struct NightlyResult: Sendable {
  package var report: NightlyReport
  /// What else the user should know, in order; at most five of a group.
  package var diagnostics: [Diagnostic]
  /// How many there are of each group in all.
  package var diagnosticCounts: [DiagnosticGroup: Int]
  package var failures: Set<RunFailure>
  package var wasInterrupted: Bool
}
