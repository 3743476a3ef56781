import LogAggregation
import LogAlerting
import LogInput
import LogModel
import LogState

/// Reads what is new, judges it with all that is remembered, and remembers it: the way of
/// `check --state` through the house.
package struct StatefulCheckRun: Sendable {
  package let plan: RunPlan
  package let memory: MemoryPlan

  package init(plan: RunPlan, memory: MemoryPlan) {
    self.plan = plan
    self.memory = memory
  }

  /// Runs the plan in one transaction of the state.
  ///
  /// - Parameters:
  ///   - progress: Told how far reading is; nil when nobody looks.
  ///   - interrupt: When it is raised, the run ends soon and remembers nothing.
  ///   - tell: Tells the result, and says whether it got to where it should. If not, nothing is
  ///     remembered, so that the next run tells it again.
  /// - Throws: When the state cannot be used; then nothing is remembered, and what was told is told
  ///   again by the next run.
  package func run(
    progress: ProgressMeter?, interrupt: InterruptFlag, tell: (CheckResult) -> Bool
  ) throws(StateError) {
    let session = try StateSession(
      at: memory.path, lockWait: memory.lockWaitSeconds, windowSeconds: ruleSeconds,
      interrupt: interrupt, witness: memory.witness)
    defer { session.rollBack() }
    let reading = LogFinder(
      paths: plan.inputs, isRecursive: plan.isRecursive, known: try session.positions(),
      watched: try session.watchedLogs()
    ).plan()
    let counting = countingPlan(windowSeconds: session.windowSeconds)
    let counted = count(reading, counting, progress: progress, interrupt: interrupt)
    let last = try session.runs().first
    let rules = memory.digest(of: plan.rules, levels: plan.levelOverrides)
    let isNew = counted.lines.lines > 0 || last?.rules != rules
    var news = News(memory: try session.alertMemory(), report: report(counted))
    // What was counted of a stopped run is not remembered, so nothing of it is told; and what is not
    // found in the counts is taken for withdrawn, so they must be complete.
    let isComplete = !counted.wasInterrupted && !counted.aggregate.isFolded
    if isComplete, isNew || memory.needsIncidents {
      try judge(counted, counting, session, rules: rules, into: &news)
    } else {
      news.report.level = last.flatMap { Severity($0.status) }
    }
    news.report.obstacles = obstacles(counted, news)
    let result = CheckResult(
      report: news.report,
      diagnostics: counted.findings.diagnostics + reading.gaps.map(Diagnostic.init),
      diagnosticCounts: counted.findings.counts.merging(
        [.gap: reading.gaps.count], uniquingKeysWith: +),
      explanations: [])
    guard !counted.wasInterrupted else {
      _ = tell(result)
      return
    }
    let run = RunRecord(
      id: (last?.id ?? 0) + 1, now: plan.now, rules: rules, status: news.level,
      files: counted.positions.count, bytes: counted.sources.reduce(0) { $0 + $1.bytes },
      lines: counted.lines.lines, records: counted.aggregate.records.records,
      errors: counted.aggregate.records.error)
    try store(counted, reading, isNew && isComplete ? news : nil, run, session)
    guard tell(result) else { return }
    try session.commit()
  }

  /// What a run has to tell and to remember.
  struct News {
    var memory: AlertMemory
    var report: CheckReport
    /// What the judgement leaves to the next run, besides what was told; nil when nothing was judged.
    var ground: Ground?
    /// The books of all that is known; nil when they were not looked at.
    var records: RecordLedger?

    /// The present level, whatever kept the run from judging more.
    var level: CheckStatus {
      switch report.level ?? report.incidents.map(\.severity).max() {
      case .critical: .critical
      case .warning: .warning
      case nil: .ok
      }
    }
  }

  // MARK: Counting

  /// What the windows of all rules are multiples of.
  private var ruleSeconds: Int64 {
    let length = CheckRun(plan: plan).counting.windows.length
    return length > 0 ? length : 300
  }

  /// Everything is told apart that any rule may ask for later.
  private func countingPlan(windowSeconds: Int64) -> CountingPlan {
    CountingPlan(
      windows: .seconds(windowSeconds), keys: [.window, .tenant, .code, .method], now: plan.now,
      maxGroups: plan.maxGroups, requests: RuleJudge(plan.rules).requests(),
      directory: CodeDirectory(levels: plan.levelOverrides))
  }

  private func count(
    _ reading: ReadingPlan, _ counting: CountingPlan, progress: ProgressMeter?,
    interrupt: InterruptFlag
  ) -> CountingRun.Counted {
    var plan = plan
    plan.findsAllMethods = true
    let discovery = Discovery(
      sources: reading.readings.map(\.source) + reading.streams, diagnostics: reading.problems)
    let readings = Dictionary(
      uniqueKeysWithValues: reading.readings.enumerated().map { ($0.offset, $0.element) })
    return CountingRun(plan: plan, counting: counting).run(
      discovery, readings: readings, progress: progress, interrupt: interrupt)
  }

  // MARK: Judging

  private func report(_ counted: CountingRun.Counted) -> CheckReport {
    CheckReport(
      rules: plan.rules.rules.map(JudgingRule.init), incidents: [], alertCount: 0,
      silencedCount: 0, obstacles: [], errors: [], ledger: counted.ledger,
      sources: counted.sources, zone: plan.zone, now: plan.now, first: nil, last: nil,
      transitions: [])
  }

  private func obstacles(_ counted: CountingRun.Counted, _ news: News) -> [Obstacle] {
    var found = counted.obstacles
    let records = news.records ?? counted.aggregate.records
    let judgeable = records.error + records.normal
    if judgeable > 0, records.untimed + records.ahead >= judgeable { found.insert(.noTime) }
    if plan.rules.rules.isEmpty { found.insert(.noRules) }
    return Obstacle.allCases.filter(found.contains)
  }

  // MARK: Remembering

  /// For so many runs a log that is gone is known when it comes back: a month of one every five minutes.
  private static let runsOfGone: Int64 = 10_000

  private func store(
    _ counted: CountingRun.Counted, _ reading: ReadingPlan, _ news: News?,
    _ run: RunRecord, _ session: StateSession
  ) throws(StateError) {
    if counted.lines.lines > 0 {
      try session.add(counted.aggregate.stored(), uniting: DistinctUsers.union)
      try session.add(counted.lines)
    }
    try session.store(reading.updates + counted.positions, run: run.id)
    try session.watch(reading.logs)
    try session.forgetGone(before: run.id - StatefulCheckRun.runsOfGone)
    if let news {
      try session.store(news.memory)
      if let ground = news.ground {
        try session.store(ground.past, spikes: ground.spikes, judgedFrom: ground.judgedFrom)
      }
      if let latest = news.memory.watermark.latest?.seconds {
        try session.forget(
          before: (latest - memory.retainSeconds).flooredQuotient(by: 86_400) * 86_400)
      }
    } else if counted.lines.lines > 0 {
      try session.forgetJudgedPast()
    }
    try session.store(run)
  }
}

extension Severity {
  /// Nil where nothing is wrong.
  fileprivate init?(_ status: CheckStatus) {
    switch status {
    case .critical: self = .critical
    case .warning: self = .warning
    case .ok, .unknown: return nil
    }
  }
}
