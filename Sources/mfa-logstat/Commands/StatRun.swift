import Glibc
import LogAlerting
import LogModel
import LogPipeline
import LogReporting
import LogState

/// One run of the main job: outputs are made, inputs counted, everything told.
struct StatRun {
  private let plan: StatPlan
  private let rules: RuleSet
  /// Nil when nothing is remembered.
  private let memory: MemoryPlan?
  private let inputs: InputList
  private let printer: DiagnosticPrinter

  /// - Throws: With 64 when two outputs are one file, or an output is an input.
  init(
    _ plan: StatPlan, rules: RuleSet, memory: MemoryPlan?, inputs: InputList,
    printer: DiagnosticPrinter
  ) throws(Complaint) {
    self.plan = plan
    self.rules = rules
    self.memory = memory
    self.inputs = inputs
    self.printer = printer
    try OutputPlaces.check(
      plan.outputs.map(\.path) + (plan.rejects.map { [$0 == "-" ? nil : $0] } ?? [])
        + (memory.map { [$0.path] } ?? []),
      inputs: inputs)
  }

  /// Does all of it and says how it went; only the outputs are left written.
  ///
  /// - Throws: When the state cannot be used; outputs are left as they were.
  func perform() throws(Complaint) -> ExitStatus {
    let statistics = RunStatistics()
    var outputs = OutputSet(
      plan.outputs, display: plan.display, jobs: plan.run.jobs, printer: printer)
    var statuses: [ExitStatus] = []
    let rejects = makeRejects(&statuses)
    try count(rejects: rejects) { result in
      tell(result)
      outputs.write(result.report)
      if result.wasInterrupted { printer.say("stopped before the end; what is told is partial") }
      if plan.tellsStatistics {
        printer.say(statistics.line(bytes: result.report.sources.reduce(0) { $0 + $1.bytes }))
      }
      statuses += ExitStatus.statuses(
        of: result.failures, wasInterrupted: result.wasInterrupted,
        hasUnopened: !inputs.diagnostics.isEmpty)
      return outputs.statuses.isEmpty
    }
    if let rejects, let status = printer.tell(failure: rejects.finish(), of: rejects.name) {
      statuses.append(status)
    }
    return .worst(of: statuses + outputs.statuses)
  }

  private func tell(_ result: RunResult) {
    let totals = result.diagnosticCounts.merging(
      [.input: inputs.diagnostics.count], uniquingKeysWith: +)
    printer.tell(inputs.diagnostics + result.diagnostics, totals: totals)
    printer.tell(result.report.sources)
  }

  /// Counts, and has the result told once reading is over.
  private func count(
    rejects: RejectFile?, tell: (RunResult) -> Bool
  ) throws(Complaint) {
    var run = plan.run
    run.rules = rules
    run.inputs = inputs.paths
    run.rejects = rejects
    let terminal = Terminal(descriptor: STDERR_FILENO)
    let isWatched = plan.voice != .quiet && terminal.canRedraw
    let meter = isWatched ? ProgressMeter() : nil
    let progress = meter.map { Progress(meter: $0, terminal: terminal) }
    defer { progress?.finish() }
    guard let memory else {
      let result = BatchRun(plan: run).run(progress: meter, interrupt: Interrupts.flag)
      progress?.finish()
      _ = tell(result)
      return
    }
    do throws(StateError) {
      try StatefulBatchRun(plan: run, memory: memory).run(
        progress: meter, interrupt: Interrupts.flag
      ) { result in
        progress?.finish()
        return tell(result)
      }
    } catch {
      throw StateText.complaint(error, path: memory.path)
    }
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
}
