import LogAggregation
import LogInput
import LogModel
import Synchronization

/// Reads all inputs to their end and counts them: what all runs have in common.
struct CountingRun {
  let plan: RunPlan
  let counting: CountingPlan

  /// What was read and counted.
  struct Counted {
    var aggregate: PartialAggregate
    /// Those that were read, then those that never gave a byte; places of records count in the first.
    var sources: [SourceSummary]
    var lines: LineLedger
    var findings: RunFindings
    var wasInterrupted: Bool
    /// How many threads it was worth, and so is what follows.
    var jobs: Int
    /// How far the sources were read of which only what is new was read.
    var positions: [ReadPosition]

    var ledger: Ledger {
      var ledger = Ledger()
      ledger.lines = lines
      ledger.records = aggregate.records
      return ledger
    }
  }

  func run(progress: ProgressMeter?, interrupt: InterruptFlag) -> Counted {
    let discovery = SourceDiscovery(
      paths: plan.inputs, isRecursive: plan.isRecursive
    ).discover()
    return run(discovery, progress: progress, interrupt: interrupt)
  }

  /// Reads and counts what was found; of the sources in `readings` only what is new in them.
  func run(
    _ discovery: Discovery, readings: [Int: LogReading] = [:], progress: ProgressMeter?,
    interrupt: InterruptFlag
  ) -> Counted {
    if let total = discovery.totalBytes { progress?.bytesTotal.store(total, ordering: .relaxed) }
    let names = discovery.sources.map(\.name)
    let log = SourceLog(names: names)
    let positions = Guarded<[ReadPosition]>([])
    let jobs = jobs(of: discovery)
    let aggregate = count(
      discovery.sources, jobs: plan.needsOrder ? 1 : jobs, readings: readings, positions: positions,
      log: log, progress: progress, interrupt: interrupt)
    // Once: a signal that comes later finds everything counted.
    let wasInterrupted = interrupt.isRaised
    let entries = log.take()
    let read = zip(names, entries).map { name, entry in
      SourceSummary(name: name, lines: entry.lines, bytes: entry.bytes, problem: entry.problem)
    }
    var findings = RunFindings(plan: plan, discovery: discovery.diagnostics)
    findings.add(entries: entries, names: names)
    var counted = Counted(
      aggregate: aggregate, sources: read + unopened(discovery.diagnostics),
      lines: entries.reduce(into: LineLedger()) { $0 += $1.lines }, findings: findings,
      wasInterrupted: wasInterrupted, jobs: jobs, positions: positions.withLock { $0 })
    counted.findings.add(counted.ledger, first: aggregate.first, isFolded: aggregate.isFolded)
    return counted
  }

  /// How many threads what was found is worth.
  private func jobs(of discovery: Discovery) -> Int {
    // Nobody knows how much comes through a pipe.
    guard plan.bytesPerThread > 0, let total = discovery.totalBytes else {
      return max(1, plan.jobs)
    }
    return max(1, min(plan.jobs, 1 + total / plan.bytesPerThread))
  }

  /// Counts the sources on so many threads.
  private func count(
    _ sources: [InputSource], jobs: Int, readings: [Int: LogReading],
    positions: Guarded<[ReadPosition]>, log: SourceLog, progress: ProgressMeter?,
    interrupt: InterruptFlag
  ) -> PartialAggregate {
    let queue = WorkQueue(order: order(of: sources))
    let finished = Guarded<[PartialAggregate]>([])
    ThreadTeam.run(jobs) { _ in
      var worker = Worker(
        plan: plan, counting: counting, sources: sources, queue: queue, log: log,
        progress: progress, interrupt: interrupt, readings: readings, positions: positions)
      let aggregate = worker.run()
      finished.withLock { $0.append(aggregate) }
    }
    return merged(finished, jobs: jobs)
  }

  /// Merges two and two at a time, until one is left.
  private func merged(_ finished: Guarded<[PartialAggregate]>, jobs: Int) -> PartialAggregate {
    // What somebody else holds, too, would be copied to be changed; so each is taken out of its place.
    var parts = finished.withLock { parts in
      defer { parts = [] }
      return parts
    }
    while parts.count > 1 {
      let boxes = parts.map { Guarded<PartialAggregate?>($0) }
      parts = []
      let pairs = (boxes.count + 1) / 2
      parts = ThreadTeam.map(pairs, jobs: jobs) { number in
        var whole = boxes[2 * number].withLock { $0.take() }
        if 2 * number + 1 < boxes.count,
          let other = boxes[2 * number + 1].withLock({ $0.take() })
        {
          whole?.merge(other, jobs: max(1, jobs / pairs))
        }
        return whole
      }.compactMap(\.self)
    }
    return parts.popLast() ?? PartialAggregate(plan: counting)
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
