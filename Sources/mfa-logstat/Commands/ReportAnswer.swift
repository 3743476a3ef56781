import Glibc
import LogModel
import LogPipeline
import LogReporting
import LogState

/// One run of `report`: outputs are made, inputs counted, the day told.
struct ReportAnswer {
  private let plan: ReportPlan
  private let inputs: InputList
  private let printer: DiagnosticPrinter

  /// - Throws: With 64 when two outputs are one file, or an output is an input.
  init(_ plan: ReportPlan, inputs: InputList, printer: DiagnosticPrinter) throws(Complaint) {
    self.plan = plan
    self.inputs = inputs
    self.printer = printer
    try OutputPlaces.check(
      plan.outputs.map(\.path) + (plan.rejects.map { [$0 == "-" ? nil : $0] } ?? [])
        + (plan.memory.map { [$0.path] } ?? []),
      inputs: inputs)
  }

  /// Does all of it and says how it went; only the outputs are left written.
  ///
  /// - Throws: When the state cannot be used; outputs are left as they were.
  func perform() throws(Complaint) -> ExitStatus {
    let statistics = RunStatistics()
    var statuses: [ExitStatus] = []
    let files = plan.outputs.map { output -> OutputFile? in
      do throws(WriteFailure) {
        return try output.path.map(OutputFile.init(path:)) ?? OutputFile()
      } catch {
        printer.tell(cannotCreate: output.path ?? "-", failure: error)
        statuses.append(.outputUncreatable)
        return nil
      }
    }
    let rejects = makeRejects(&statuses)
    try run(rejects: rejects) { result in
      tell(result)
      let failed = write(result.report, to: files)
      statuses += failed
      statuses += ExitStatus.statuses(
        of: result.failures, wasInterrupted: result.wasInterrupted,
        hasUnopened: !inputs.diagnostics.isEmpty)
      if plan.tellsStatistics {
        printer.say(
          statistics.line(bytes: result.report.table.sources.reduce(0) { $0 + $1.bytes }))
      }
      return failed.isEmpty && !files.contains { $0 == nil }
    }
    if let rejects, let status = printer.tell(failure: rejects.finish(), of: rejects.name) {
      statuses.append(status)
    }
    return .worst(of: statuses)
  }

  /// Writes the report everywhere, in the order that the user gave, and says what went wrong.
  private func write(_ report: NightlyReport, to files: [OutputFile?]) -> [ExitStatus] {
    var statuses: [ExitStatus] = []
    for (output, file) in zip(plan.outputs, files) {
      guard let file else { continue }
      var sink = TextSink { file.write($0) }
      output.format.write(
        report, options: plan.display.renderOptions(isFile: output.path != nil), to: &sink)
      // Failures stay with the file, which knows more about them.
      try? sink.finish()
      if let status = printer.tell(failure: file.finish(), of: file.name) {
        statuses.append(status)
      }
    }
    return statuses
  }

  private func run(
    rejects: RejectFile?, tell: (NightlyResult) -> Bool
  ) throws(Complaint) {
    var run = plan.run
    run.inputs = inputs.paths
    run.rejects = rejects
    let origin = ReportOrigin(
      command: ShellText.command(ArgumentList.ofProcess), version: MFALogstat.version,
      state: plan.state)
    let report = ReportRun(plan: run, period: plan.period, origin: origin, memory: plan.memory)
    let terminal = Terminal(descriptor: STDERR_FILENO)
    let isWatched = plan.voice != .quiet && terminal.canRedraw
    let meter = isWatched ? ProgressMeter() : nil
    let progress = meter.map { Progress(meter: $0, terminal: terminal) }
    defer { progress?.finish() }
    do throws(StateError) {
      try report.run(progress: meter, interrupt: Interrupts.flag) { result in
        progress?.finish()
        return tell(result)
      }
    } catch {
      throw StateText.complaint(error, path: plan.memory?.path ?? "")
    }
  }

  /// Only what is wrong, unless more was asked for: cron mails every word, and the report has the rest.
  private func tell(_ result: NightlyResult) {
    let totals = result.diagnosticCounts.merging(
      [.input: inputs.diagnostics.count], uniquingKeysWith: +)
    let voice = plan.voice == .verbose ? plan.voice : .quiet
    DiagnosticPrinter(voice: voice).tell(inputs.diagnostics + result.diagnostics, totals: totals)
    if result.wasInterrupted { printer.say("stopped before the end; what is told is partial") }
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
