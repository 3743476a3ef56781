import LogAlerting
import LogModel
import LogPipeline

/// Lets rules judge the records of a case, and finds out what kinds of errors are among them.
struct RuleTrial {
  private let plan: RunPlan

  init(rules: RuleSet, inputs: [[UInt8]], levels: [String: RecoveryLevel]) {
    // Whatever time a case plays in, none of its records is ahead of it.
    var plan = RunPlan(inputs: [], now: RuleTrial.endOfTime)
    plan.inputs = inputs
    plan.keys = RuleMatch.keys
    plan.levelOverrides = levels
    plan.rules = rules
    self.plan = plan
  }

  /// Judges from the first record to the last; the end of the inputs closes all windows.
  func run() -> (result: TrialResult, rows: [CaseCoverage.Row]) {
    let result = TrialRun(plan: plan).run(progress: nil, interrupt: Interrupts.flag)
    let report = BatchRun(plan: plan).run(progress: nil, interrupt: Interrupts.flag).report
    return (result, RuleTrial.rows(of: report))
  }

  private static let endOfTime = EventTime(seconds: 253_402_300_799)

  /// The cells of every kind of error, in the words that rules choose by.
  private static func rows(of report: Report) -> [CaseCoverage.Row] {
    report.rows.map { row in
      [
        .tenant: text(report.names[row.tenant], unknown: "-"),
        .code: text(report.names[row.code], unknown: "-"),
        .kind: row.kind?.name ?? "", .level: row.level?.name ?? "",
        .category: text(report.names[row.category], unknown: ""),
        .method: text(report.names[row.method], unknown: ""),
      ]
    }
  }

  private static func text(_ name: Name, unknown: String) -> String {
    if case .named(let text) = name { text } else { unknown }
  }
}
