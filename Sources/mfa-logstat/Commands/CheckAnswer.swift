import Glibc
import LogModel
import LogPipeline
import LogReporting

/// One run of `check`: outputs are made, inputs judged, everything told.
struct CheckAnswer {
  private let plan: CheckPlan
  private let inputs: InputList
  private let printer: DiagnosticPrinter

  /// - Throws: With 64 when two outputs are one file, or an output is an input.
  init(_ plan: CheckPlan, inputs: InputList, printer: DiagnosticPrinter) throws(Complaint) {
    self.plan = plan
    self.inputs = inputs
    self.printer = printer
    try OutputPlaces.check(
      plan.outputs.map(\.path) + (plan.rejects.map { [$0 == "-" ? nil : $0] } ?? []),
      inputs: inputs)
  }

  /// Does all of it and says how it went; only the outputs are left written.
  func perform() -> ExitStatus {
    let statistics = RunStatistics()
    var hasFailed = false
    let files = plan.outputs.map { output -> OutputFile? in
      do throws(WriteFailure) {
        return try output.path.map(OutputFile.init(path:)) ?? OutputFile()
      } catch {
        printer.tell(cannotCreate: output.path ?? "-", failure: error)
        hasFailed = true
        return nil
      }
    }
    let rejects = makeRejects(&hasFailed)
    var result = judge(rejects: rejects)
    if !inputs.diagnostics.isEmpty, !result.report.obstacles.contains(.inputUnopenable) {
      result.report.obstacles.insert(.inputUnopenable, at: 0)
    }
    tell(result)
    for (output, file) in zip(plan.outputs, files) {
      guard let file else { continue }
      var sink = TextSink { file.write($0) }
      if plan.question != nil {
        let explanation = ExplanationFormat(result.explanations, of: result.report)
        sink.append(output.format is CheckJSONFormat ? explanation.json : explanation.text)
      } else {
        output.format.write(result.report, to: &sink)
      }
      // Failures stay with the file, which knows more about them.
      try? sink.finish()
      if printer.tell(failure: file.finish(), of: file.name) != nil { hasFailed = true }
    }
    if let rejects, printer.tell(failure: rejects.finish(), of: rejects.name) != nil {
      hasFailed = true
    }
    if plan.tellsStatistics {
      printer.say(statistics.line(bytes: result.report.sources.reduce(0) { $0 + $1.bytes }))
    }
    return status(of: result.report.status, hasFailed: hasFailed)
  }

  private func judge(rejects: RejectFile?) -> CheckResult {
    var run = plan.run
    run.inputs = inputs.paths
    run.rejects = rejects
    let terminal = Terminal(descriptor: STDERR_FILENO)
    guard plan.voice != .quiet, terminal.canRedraw else {
      return CheckRun(plan: run, question: plan.question?.asked).run(
        progress: nil, interrupt: Interrupts.flag)
    }
    let meter = ProgressMeter()
    let progress = Progress(meter: meter, terminal: terminal)
    defer { progress.finish() }
    return CheckRun(plan: run, question: plan.question?.asked).run(
      progress: meter, interrupt: Interrupts.flag)
  }

  /// Only what keeps it from judging, unless more was asked for: cron mails every word.
  private func tell(_ result: CheckResult) {
    let totals = result.diagnosticCounts.merging(
      [.input: inputs.diagnostics.count], uniquingKeysWith: +)
    let voice = plan.voice == .verbose ? plan.voice : .quiet
    DiagnosticPrinter(voice: voice).tell(inputs.diagnostics + result.diagnostics, totals: totals)
    if result.report.obstacles.contains(.interrupted) {
      printer.say("stopped before the end; what is told is partial")
    }
  }

  private func makeRejects(_ hasFailed: inout Bool) -> RejectFile? {
    guard let path = plan.rejects else { return nil }
    do {
      return try RejectFile(path: path)
    } catch {
      printer.tell(cannotCreate: path, failure: error)
      hasFailed = true
      return nil
    }
  }

  /// Critical beats unknown, unknown beats warning.
  private func status(of verdict: CheckStatus, hasFailed: Bool) -> ExitStatus {
    switch verdict {
    case .critical where plan.exitOn != .never: .critical
    case .unknown: .unknown
    case _ where hasFailed: .unknown
    case .warning where plan.exitOn == .warning: .judgedBad
    case .ok, .warning, .critical: .done
    }
  }
}
