import Glibc
import LogModel
import LogPipeline
import LogReporting
import LogState

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
      plan.outputs.map(\.path) + (plan.rejects.map { [$0 == "-" ? nil : $0] } ?? [])
        + (plan.memory.map { [$0.path] } ?? []),
      inputs: inputs)
  }

  /// Does all of it and says how it went; only the outputs are left written.
  ///
  /// - Throws: When the state cannot be used; outputs are left as they were.
  func perform() throws(Complaint) -> ExitStatus {
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
    var told = CheckStatus.unknown
    try judge(rejects: rejects) { result in
      let hasWritten = tell(result, in: files)
      if !hasWritten { hasFailed = true }
      if plan.tellsStatistics {
        printer.say(statistics.line(bytes: result.report.sources.reduce(0) { $0 + $1.bytes }))
      }
      told = result.report.status
      return hasWritten
    }
    if let rejects, printer.tell(failure: rejects.finish(), of: rejects.name) != nil {
      hasFailed = true
    }
    return status(of: told, hasFailed: hasFailed)
  }

  /// Tells a result everywhere; false when it did not get to all places.
  private func tell(_ judged: CheckResult, in files: [OutputFile?]) -> Bool {
    var result = judged
    if !inputs.diagnostics.isEmpty, !result.report.obstacles.contains(.inputUnopenable) {
      result.report.obstacles.insert(.inputUnopenable, at: 0)
    }
    tell(result)
    var hasWritten = !files.contains { $0 == nil }
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
      if printer.tell(failure: file.finish(), of: file.name) != nil { hasWritten = false }
    }
    return hasWritten
  }

  private func judge(
    rejects: RejectFile?, tell: (CheckResult) -> Bool
  ) throws(Complaint) {
    var run = plan.run
    run.inputs = inputs.paths
    run.rejects = rejects
    let terminal = Terminal(descriptor: STDERR_FILENO)
    guard plan.voice != .quiet, terminal.canRedraw else {
      try judge(run, progress: nil, tell: tell)
      return
    }
    let meter = ProgressMeter()
    let progress = Progress(meter: meter, terminal: terminal)
    defer { progress.finish() }
    try judge(run, progress: meter) { result in
      progress.finish()
      return tell(result)
    }
  }

  private func judge(
    _ run: RunPlan, progress: ProgressMeter?, tell: (CheckResult) -> Bool
  ) throws(Complaint) {
    guard let memory = plan.memory else {
      let check = CheckRun(
        plan: run, question: plan.question?.asked,
        tellsErrors: plan.outputs.contains { $0.format is PrometheusFormat })
      _ = tell(check.run(progress: progress, interrupt: Interrupts.flag))
      return
    }
    do throws(StateError) {
      try StatefulCheckRun(plan: run, memory: memory).run(
        progress: progress, interrupt: Interrupts.flag, tell: tell)
    } catch {
      throw StateText.complaint(error, path: memory.path)
    }
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
