import LogModel
import LogReporting

/// All places that one run tells its report to, made before the counting begins.
///
/// Early, because a path that cannot be written is better told before an hour of reading. One that
/// fails does not stop the others.
struct OutputSet {
  private let outputs: [(request: OutputRequest, file: OutputFile)]
  private let display: DisplaySettings
  private let jobs: Int
  private let printer: DiagnosticPrinter
  /// What went wrong so far.
  private(set) var statuses: [ExitStatus] = []

  init(_ requests: [OutputRequest], display: DisplaySettings, jobs: Int, printer: DiagnosticPrinter)
  {
    self.display = display
    self.jobs = jobs
    self.printer = printer
    var outputs: [(request: OutputRequest, file: OutputFile)] = []
    for request in requests {
      do {
        let file = try request.path.map(OutputFile.init(path:)) ?? OutputFile()
        outputs.append((request, file))
      } catch {
        printer.tell(cannotCreate: request.path ?? "-", failure: error)
        statuses.append(.outputUncreatable)
      }
    }
    self.outputs = outputs
  }

  /// Tells the report everywhere, in the order that the user gave.
  mutating func write(_ report: Report) {
    for (request, file) in outputs {
      var sink = TextSink { file.write($0) }
      var options = display.renderOptions(isFile: request.path != nil)
      options.jobs = jobs
      request.format.write(report, options: options, to: &sink)
      // Failures stay with the file, which knows more about them.
      try? sink.finish()
      if let status = printer.tell(failure: file.finish(), of: file.name) {
        statuses.append(status)
      }
    }
  }
}
