import Dispatch
import LogAggregation
import LogAlerting
import LogInput
import LogModel
import Synchronization

/// Reads all inputs to their end and makes the report: the plan's way through the house.
package struct BatchRun: Sendable {
  package let plan: RunPlan

  package init(plan: RunPlan) { self.plan = plan }

  /// Runs the plan.
  ///
  /// `progress` is told how far reading is; nil when nobody looks. When `interrupt` is raised, the run
  /// ends soon with what it has counted.
  package func run(progress: ProgressMeter?, interrupt: InterruptFlag) -> RunResult {
    let discovery = SourceDiscovery(
      paths: plan.inputs, isRecursive: plan.isRecursive
    ).discover()
    if let total = discovery.totalBytes { progress?.bytesTotal.store(total, ordering: .relaxed) }
    let log = SourceLog(names: discovery.sources.map(\.name))
    let aggregate = count(discovery.sources, log: log, progress: progress, interrupt: interrupt)
    // Once: a signal that comes later finds everything counted.
    let wasInterrupted = interrupt.isRaised
    let entries = log.take()
    let read = zip(discovery.sources, entries).map { source, entry in
      SourceSummary(
        name: source.name, lines: entry.lines, bytes: entry.bytes, problem: entry.problem)
    }
    // Behind them, because places of records count in the sources that were read.
    let summaries = read + unopened(discovery.diagnostics)
    let verdicts = ThresholdRules(BuiltInRules.set).verdicts(for: aggregate.observations())
    let report = ReportBuilder(
      selection: RowSelection(
        by: plan.keys, filters: plan.filters, top: plan.top, sort: plan.sort),
      zone: plan.zone, levelOverrides: plan.levelOverrides
    ).report(
      from: aggregate, sources: summaries,
      ledger: entries.reduce(into: LineLedger()) { $0 += $1.lines },
      verdicts: verdicts, isPartial: wasInterrupted)
    var findings = RunFindings(plan: plan, discovery: discovery.diagnostics)
    findings.add(entries: entries, names: discovery.sources.map(\.name))
    findings.add(
      report, records: aggregate.records, isFolded: aggregate.isFolded)
    return RunResult(
      report: report, diagnostics: findings.diagnostics,
      diagnosticCounts: findings.counts, failures: findings.failures,
      wasInterrupted: wasInterrupted)
  }

  /// Counts the sources on as many threads as the plan says.
  private func count(
    _ sources: [InputSource], log: SourceLog, progress: ProgressMeter?, interrupt: InterruptFlag
  ) -> PartialAggregate {
    let counting = CountingPlan(
      windows: plan.windows,
      keys: RowSelection(by: plan.keys, filters: plan.filters, top: plan.top, sort: plan.sort)
        .countedKeys,
      since: plan.since, until: plan.until, now: plan.now, maxGroups: plan.maxGroups,
      keepsExamples: plan.keepsExamples, observations: ThresholdRules(BuiltInRules.set).requests)
    let jobs = plan.needsOrder ? 1 : max(1, plan.jobs)
    let queue = WorkQueue(order: order(of: sources))
    let finished = Guarded<[PartialAggregate]>([])
    DispatchQueue.concurrentPerform(iterations: jobs) { _ in
      var worker = Worker(
        plan: plan, counting: counting, sources: sources, queue: queue, log: log,
        progress: progress, interrupt: interrupt)
      let aggregate = worker.run()
      finished.withLock { $0.append(aggregate) }
    }
    var parts = finished.withLock { parts in
      defer { parts = [] }
      return parts
    }
    var whole = parts.popLast() ?? PartialAggregate(plan: counting)
    while let part = parts.popLast() { whole.merge(part) }
    return whole
  }

  /// The inputs that never gave a byte, for the list of sources.
  private func unopened(_ diagnostics: [Diagnostic]) -> [SourceSummary] {
    diagnostics.compactMap { diagnostic in
      guard case .problem(let problem) = diagnostic.kind, let name = diagnostic.file else {
        return nil
      }
      return SourceSummary(name: name, lines: LineLedger(), bytes: 0, problem: problem)
    }
  }

  /// The numbers of the sources in the order in which they are read.
  ///
  /// With `--dedup` the first of two records with one id counts; so that the order in which files are
  /// named does not show, they are read in the order of their names.
  private func order(of sources: [InputSource]) -> [Int] {
    guard plan.deduplicates else { return Array(sources.indices) }
    return sources.indices.sorted {
      sources[$0].path.lexicographicallyPrecedes(sources[$1].path)
    }
  }
}
