import Glibc
import LogAlerting
import LogModel
import LogPipeline
import LogReporting

/// One run of the main job: outputs are made, inputs counted, everything told.
struct StatRun {
  private let plan: StatPlan
  private let rules: RuleSet
  private let inputs: InputList
  private let printer: DiagnosticPrinter

  /// - Throws: With 64 when two outputs are one file, or an output is an input.
  init(
    _ plan: StatPlan, rules: RuleSet, inputs: InputList, printer: DiagnosticPrinter
  ) throws(Complaint) {
    self.plan = plan
    self.rules = rules
    self.inputs = inputs
    self.printer = printer
    try OutputPlaces.check(
      plan.outputs.map(\.path) + (plan.rejects.map { [$0 == "-" ? nil : $0] } ?? []),
      inputs: inputs)
  }

  /// Does all of it and says how it went; only the outputs are left written.
  func perform() -> ExitStatus {
    let statistics = RunStatistics()
    var outputs = OutputSet(
      plan.outputs, display: plan.display, jobs: plan.run.jobs, printer: printer)
    var statuses: [ExitStatus] = []
    let rejects = makeRejects(&statuses)
    let result = count(rejects: rejects)
    printer.tell(
      inputs.diagnostics + result.diagnostics, totals: totals(of: result))
    printer.tell(result.report.sources)
    outputs.write(result.report)
    if let rejects, let status = printer.tell(failure: rejects.finish(), of: rejects.name) {
      statuses.append(status)
    }
    if result.wasInterrupted { printer.say("stopped before the end; what is told is partial") }
    if plan.tellsStatistics {
      printer.say(statistics.line(bytes: result.report.sources.reduce(0) { $0 + $1.bytes }))
    }
    return .worst(
      of: statuses + outputs.statuses
        + ExitStatus.statuses(
          of: result.failures, wasInterrupted: result.wasInterrupted,
          hasUnopened: !inputs.diagnostics.isEmpty))
  }

  private func count(rejects: RejectFile?) -> RunResult {
    var run = plan.run
    run.rules = rules
    run.inputs = inputs.paths
    run.rejects = rejects
    let terminal = Terminal(descriptor: STDERR_FILENO)
    guard plan.voice != .quiet, terminal.canRedraw else {
      return BatchRun(plan: run).run(progress: nil, interrupt: Interrupts.flag)
    }
    let meter = ProgressMeter()
    let progress = Progress(meter: meter, terminal: terminal)
    defer { progress.finish() }
    return BatchRun(plan: run).run(progress: meter, interrupt: Interrupts.flag)
  }

  private func makeRejects(_ statuses: inout [ExitStatus]) -> RejectFile? {
    guard let path = plan.rejects else { return nil }
    do {
      return try RejectFile(path: path)
    } catch {
      printer.tell(cannotCreate: path, failure: error)
      statuses.append(.outputUncreatable)
      return nil
    }
  }

  private func totals(of result: RunResult) -> [DiagnosticGroup: Int] {
    result.diagnosticCounts.merging([.input: inputs.diagnostics.count], uniquingKeysWith: +)
  }
}
