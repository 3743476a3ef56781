import LogAggregation
import LogAlerting
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
    let reading = StatefulReading(plan: plan, memory: memory)
    let session = try reading.session(interrupt: interrupt)
    defer { session.rollBack() }
    let found = try reading.news(session, progress: progress, interrupt: interrupt)
    let counted = found.counted
    let last = try session.runs().first
    let rules = memory.digest(of: plan.rules, levels: plan.levelOverrides)
    let isNew = counted.lines.lines > 0 || last?.rules != rules
    var news = News(memory: try session.alertMemory(), report: report(counted))
    // What was counted of a stopped run is not remembered, so nothing of it is told; and what is not
    // found in the counts is taken for withdrawn, so they must be complete.
    let isComplete = !counted.wasInterrupted && !counted.aggregate.isFolded
    if isComplete, isNew || memory.needsIncidents {
      try judge(found, session, rules: rules, into: &news)
    } else {
      news.report.level = last.flatMap { Severity($0.status) }
    }
    news.report.obstacles = obstacles(counted, news)
    let result = CheckResult(
      report: news.report, diagnostics: found.diagnostics,
      diagnosticCounts: found.diagnosticCounts, explanations: [])
    guard !counted.wasInterrupted else {
      _ = tell(result)
      return
    }
    let run = reading.record(of: found, after: last, rules: rules, status: news.level)
    try reading.store(found, run: run, in: session)
    if isNew, isComplete {
      try store(news, reading, session)
    } else if counted.lines.lines > 0 {
      try session.forgetJudgedPast()
    }
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

  private func store(
    _ news: News, _ reading: StatefulReading, _ session: StateSession
  ) throws(StateError) {
    try session.store(news.memory)
    if let ground = news.ground {
      try session.store(ground.past, spikes: ground.spikes, judgedFrom: ground.judgedFrom)
    }
    try reading.forget(before: news.memory.watermark.latest, in: session)
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
