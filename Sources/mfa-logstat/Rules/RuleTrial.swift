import LogAlerting
import LogModel
import LogPipeline

/// Lets rules judge inputs, and gives every window in which one fired.
struct RuleTrial {
  let rules: RuleSet
  let plan: RunPlan

  init(rules: RuleSet, plan: RunPlan) {
    self.rules = rules
    self.plan = plan
  }

  /// For cases: rows for every kind of error, and no record ahead of its time.
  init(rules: RuleSet, inputs: [[UInt8]], levels: [String: RecoveryLevel]) {
    self.rules = rules
    var plan = RunPlan(inputs: [], now: RuleTrial.endOfTime)
    plan.inputs = inputs
    plan.keys = RuleMatch.keys
    plan.levelOverrides = levels
    self.plan = plan
  }

  /// Judges from the first record to the last; the end of the inputs closes all windows.
  func run() -> (alerts: [CaseAlert], result: RunResult) {
    ([], BatchRun(plan: plan).run(progress: nil, interrupt: Interrupts.flag))
  }

  private static let endOfTime = EventTime(seconds: 253_402_300_799)
}
