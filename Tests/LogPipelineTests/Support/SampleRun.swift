import LogModel
import LogPipeline
import LogTestSupport

/// Runs of the whole pipeline, in this process.
enum SampleRun {
  /// Some days after most times in random logs, and before others.
  static let now = EventTime(seconds: 1_773_561_600)

  /// What is asked of a random log: mostly the usual things, with a seed for each of the others.
  static func plan(seed: UInt64) -> (run: RunPlan, reference: ReferenceOptions) {
    var run = RunPlan(inputs: [], now: now)
    var reference = ReferenceOptions()
    switch seed % 8 {
    case 1, 2:
      run.maxLine = 300
      reference.maxLine = 300
    case 3:
      run.searchesText = false
      reference.textSearch = false
    case 4:
      run.defaultTenant = "nobody"
      reference.tenant = Array("nobody".utf8)
    case 5: run.windows = .seconds(1)
    default: break
    }
    return (run, reference)
  }

  static func result(_ plan: RunPlan, over inputs: [String], jobs: Int = 1) -> RunResult {
    var plan = plan
    plan.inputs = inputs.map { Array($0.utf8) }
    plan.jobs = jobs
    return BatchRun(plan: plan).run(progress: nil, interrupt: InterruptFlag())
  }
}
