import LogAggregation
import LogAlerting
import LogModel

/// Reads all inputs to their end and judges them: the way of `check` through the house.
package struct CheckRun: Sendable {
  package let plan: RunPlan
  /// What to explain beside the verdict.
  package let question: ExplanationQuestion?
  /// Whether an output tells the errors of every tenant and code, which takes 2 % of a run to sum up.
  package let tellsErrors: Bool

  package init(plan: RunPlan, question: ExplanationQuestion? = nil, tellsErrors: Bool = true) {
    self.plan = plan
    self.question = question
    self.tellsErrors = tellsErrors
  }

  /// Runs the plan; its rows have no part.
  ///
  /// `progress` is told how far reading is; nil when nobody looks. When `interrupt` is raised, the run
  /// ends soon and judges what it has counted.
  package func run(progress: ProgressMeter?, interrupt: InterruptFlag) -> CheckResult {
    let counted = CountingRun(plan: plan, counting: counting).run(
      progress: progress, interrupt: interrupt)
    let judged = Judged(counted.aggregate, by: plan.rules, jobs: counted.jobs)
    let report = CheckReport(
      rules: plan.rules.rules.map(JudgingRule.init),
      incidents: IncidentBuilder(judged: judged).incidents(), alertCount: judged.alerts.count,
      silencedCount: judged.silenced.count, obstacles: obstacles(counted),
      errors: tellsErrors ? ErrorCounts(of: counted.aggregate).sorted() : [],
      ledger: counted.ledger,
      sources: counted.sources, zone: plan.zone, now: plan.now, first: counted.aggregate.first,
      last: counted.aggregate.last)
    return CheckResult(
      report: report, diagnostics: counted.findings.diagnostics,
      diagnosticCounts: counted.findings.counts,
      explanations: question.map {
        RuleJudge(plan.rules).explanations(of: $0, tables: judged.index.tables, scope: judged.scope)
      } ?? [])
  }

  /// Cells in the common windows of the rules serve all of them, and nobody else asks.
  var counting: CountingPlan {
    let requests = RuleJudge(plan.rules).requests(forAll: question != nil)
    return CountingPlan(
      servingAlone: requests, since: plan.since, until: plan.until, now: plan.now,
      maxGroups: plan.maxGroups, directory: CodeDirectory(levels: plan.levelOverrides))
  }

  /// What kept it from judging, in the order of `Obstacle`.
  private func obstacles(_ counted: CountingRun.Counted) -> [Obstacle] {
    var found = counted.obstacles
    let records = counted.aggregate.records
    let judgeable = records.error + records.normal
    // A file that is there and empty is a quiet log; a pipe without a byte is one that broke.
    if counted.sources.allSatisfy({ $0.bytes == 0 && $0.name == "-" }) { found.insert(.noInput) }
    if judgeable > 0, records.untimed + records.ahead >= judgeable { found.insert(.noTime) }
    if plan.rules.rules.isEmpty { found.insert(.noRules) }
    return Obstacle.allCases.filter(found.contains)
  }
}

extension CountingRun.Counted {
  /// What keeps from judging whatever was counted before.
  var obstacles: Set<Obstacle> {
    var found: Set<Obstacle> = []
    for failure in findings.failures {
      switch failure {
      case .inputUnopenable: found.insert(.inputUnopenable)
      case .dataDamaged: found.insert(.dataDamaged)
      case .internalError: found.insert(.internalError)
      }
    }
    if aggregate.isFolded { found.insert(.tooManyGroups) }
    if wasInterrupted { found.insert(.interrupted) }
    return found
  }
}

/// What `check` has found, for the front door to tell.
package struct CheckResult: Sendable {
  package var report: CheckReport
  /// What else the user should know, in order; at most five of a group.
  package var diagnostics: [Diagnostic]
  /// How many there are of each group in all.
  package var diagnosticCounts: [DiagnosticGroup: Int]
  /// What was asked for beside the verdict.
  package var explanations: [Explanation]
}

extension JudgingRule {
  init(_ rule: Rule) {
    self.init(
      name: rule.name, kind: rule.kind.name, windowSeconds: rule.windowSeconds,
      runbook: rule.runbook,
      warning: rule.severities.contains(.warning) ? rule.notation(.warning) : "",
      critical: rule.severities.contains(.critical) ? rule.notation(.critical) : "")
  }
}
