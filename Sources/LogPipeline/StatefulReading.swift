import LogAggregation
import LogAlerting
import LogInput
import LogModel
import LogState

/// Reads and remembers what is new in the logs that a state knows: what all runs with memory have in
/// common.
struct StatefulReading {
  let plan: RunPlan
  let memory: MemoryPlan
  /// Windows in which something is told, besides those of the rules, in seconds.
  var toldSeconds: Int64 = 0

  /// What a run has found in the logs, beside what is remembered.
  struct News {
    let reading: ReadingPlan
    let counting: CountingPlan
    let counted: CountingRun.Counted
    /// The ids that were met first; empty without `--dedup`.
    let ids: [EventID]

    /// What the user should know, in order; files that were gone before they were read stand last.
    var diagnostics: [Diagnostic] {
      counted.findings.diagnostics + reading.gaps.map(Diagnostic.init)
    }

    /// How many there are of each group in all.
    var diagnosticCounts: [DiagnosticGroup: Int] {
      counted.findings.counts.merging([.gap: reading.gaps.count], uniquingKeysWith: +)
    }
  }

  /// Locks the state until the session ends.
  func session(interrupt: InterruptFlag) throws(StateError) -> StateSession {
    try StateSession(
      at: memory.path, lockWait: memory.lockWaitSeconds, windowSeconds: countedSeconds,
      interrupt: interrupt, witness: memory.witness)
  }

  /// Reads what was not read before.
  func news(
    _ session: StateSession, progress: ProgressMeter?, interrupt: InterruptFlag
  ) throws(StateError) -> News {
    let reading = LogFinder(
      paths: plan.inputs, isRecursive: plan.isRecursive, known: try session.positions(),
      watched: try session.watchedLogs()
    ).plan()
    let counting = countingPlan(windowSeconds: session.windowSeconds)
    let known = plan.deduplicates ? try session.storedIDs() : nil
    let ids = known.map { known in EventIDMemory { known.knows($0) } }
    let counted = count(reading, counting, ids: ids, progress: progress, interrupt: interrupt)
    try known?.check()
    return News(
      reading: reading, counting: counting, counted: counted,
      ids: ids?.new.withLock { $0 } ?? [])
  }

  /// What the windows of all rules are multiples of, and those that are told.
  private var countedSeconds: Int64 {
    let length = CheckRun(plan: plan).counting.windows.length
    var (left, right) = (length > 0 ? length : 300, toldSeconds)
    while right != 0 { (left, right) = (right, left % right) }
    return left
  }

  /// Everything is told apart that any rule, or a report, may ask for later.
  private func countingPlan(windowSeconds: Int64) -> CountingPlan {
    var counting = CountingPlan(
      windows: .seconds(windowSeconds), keys: [.window, .tenant, .code, .method], now: plan.now,
      maxGroups: plan.maxGroups, requests: RuleJudge(plan.rules).requests(),
      directory: CodeDirectory(levels: plan.levelOverrides))
    counting.countsAttempts = true
    return counting
  }

  private func count(
    _ reading: ReadingPlan, _ counting: CountingPlan, ids: EventIDMemory?,
    progress: ProgressMeter?, interrupt: InterruptFlag
  ) -> CountingRun.Counted {
    var plan = plan
    plan.ids = ids
    plan.countsAttempts = true
    let discovery = Discovery(
      sources: reading.readings.map(\.source) + reading.streams, diagnostics: reading.problems)
    let readings = Dictionary(
      uniqueKeysWithValues: reading.readings.enumerated().map { ($0.offset, $0.element) })
    return CountingRun(plan: plan, counting: counting).run(
      discovery, readings: readings, progress: progress, interrupt: interrupt)
  }

  // MARK: Telling without judging for later runs

  /// All that is known: what was remembered, and what this run has read.
  struct Known {
    let aggregate: PartialAggregate
    /// The books of all lines that it was counted from.
    let lines: LineLedger
    let news: News
  }

  /// Reads on, has all that is known told, and remembers what was read.
  ///
  /// What is told here is no transition. So what was read is left to the next `check`, which judges
  /// everything once.
  ///
  /// - Parameters:
  ///   - command: Stands for the rules in the record of this run.
  ///   - progress: Told how far reading is; nil when nobody looks.
  ///   - interrupt: When it is raised, the run ends soon with what it has counted, and remembers nothing.
  ///   - tell: Says whether everything got to where it should. If not, nothing is remembered.
  /// - Throws: When the state cannot be used; then nothing is remembered.
  func run(
    as command: RunRecord.Teller, progress: ProgressMeter?, interrupt: InterruptFlag,
    tell: (Known) -> Bool
  ) throws(StateError) {
    let session = try session(interrupt: interrupt)
    defer { session.rollBack() }
    let news = try news(session, progress: progress, interrupt: interrupt)
    var range = StoredRange.all
    range.hasAttempts = true
    let whole = StatefulReading.whole(try session.counts(range), with: news)
    var lines = try session.lines()
    lines += news.counted.lines
    let known = Known(aggregate: whole, lines: lines, news: news)
    guard !news.counted.wasInterrupted else {
      _ = tell(known)
      return
    }
    let last = try session.runs().first
    try store(
      news,
      run: record(of: news, after: last, rules: command.rawValue, status: last?.status ?? .ok),
      in: session)
    if news.counted.lines.lines > 0 { try session.forgetJudgedPast() }
    try forget(before: whole.clock, in: session)
    guard tell(known) else { return }
    try session.commit()
  }

  // MARK: Remembering

  /// Cells are numbered by 32 bits.
  private static let storedLimit = Int(UInt32.max / 2)

  /// What is stored, and what is new.
  static func whole(_ stored: StoredCounts, with news: News) -> PartialAggregate {
    var all = news.counting
    // What is stored has found room before.
    all.maxGroups = storedLimit
    var whole = PartialAggregate(plan: all, stored: stored)
    whole.merge(news.counted.aggregate)
    return whole
  }

  /// For so many runs a log that is gone is known when it comes back: a month of one every five minutes.
  private static let runsOfGone: Int64 = 10_000

  /// Writes down what was counted, and how far the logs were read.
  func store(_ news: News, run: RunRecord, in session: StateSession) throws(StateError) {
    if news.counted.lines.lines > 0 {
      try session.add(news.counted.aggregate.stored(), uniting: DistinctUsers.union)
      try session.add(news.counted.lines)
      let latest = news.counted.aggregate.last?.seconds ?? plan.now.seconds
      try session.add(news.ids, seen: min(latest, plan.now.seconds))
    }
    try session.store(news.reading.updates + news.counted.positions, run: run.id)
    try session.watch(news.reading.logs)
    try session.forgetGone(before: run.id - StatefulReading.runsOfGone)
    try session.store(run)
  }

  /// The record of a run that found these news.
  func record(
    of news: News, after last: RunRecord?, rules: String, status: CheckStatus
  ) -> RunRecord {
    RunRecord(
      id: (last?.id ?? 0) + 1, now: plan.now, rules: rules, status: status,
      files: news.counted.positions.count,
      bytes: news.counted.sources.reduce(0) { $0 + $1.bytes }, lines: news.counted.lines.lines,
      records: news.counted.aggregate.records.records,
      errors: news.counted.aggregate.records.error)
  }

  /// Forgets counts that are older than is to be kept, seen from the latest event.
  func forget(before latest: EventTime?, in session: StateSession) throws(StateError) {
    guard let latest = latest?.seconds else { return }
    try session.forget(
      before: (latest - memory.retainSeconds).flooredQuotient(by: 86_400) * 86_400)
  }
}
