import LogReporting

/// Where `explain` tells its answer, and as what.
struct ExplainOutput {
  enum Format: String, CaseIterable {
    case table
    case json
  }

  private let format: Format
  private let path: String?
  private let display: DisplaySettings
  private let printer = DiagnosticPrinter()

  /// Reads the value of `--output`; without one it is the table on standard output.
  init(_ text: String?, display: DisplaySettings) throws(Complaint) {
    self.display = display
    let text = text ?? Format.table.rawValue
    do throws(Misfit) {
      let (name, path) = try OutputRequest.split(text)
      self.path = path
      format = try WordText.one(
        of: Format.self, noun: "a known format", plural: "known formats", name)
    } catch {
      throw Complaint("--output \(Quoted(text)) \(error.fault); \(error.remedy)")
    }
  }

  /// Tells all that is known, and on standard error what is not.
  func tell(_ answer: ExplainAnswer) -> ExitStatus {
    for line in answer.notes + answer.unknown { printer.say(line) }
    var statuses: [ExitStatus] = answer.unknown.isEmpty ? [] : [.judgedBad]
    do {
      let file = try path.map(OutputFile.init(path:)) ?? OutputFile()
      file.write(Array(text(of: answer).utf8))
      if let status = printer.tell(failure: file.finish(), of: file.name) {
        statuses.append(status)
      }
    } catch {
      printer.tell(cannotCreate: path ?? "-", failure: error)
      statuses.append(.outputUncreatable)
    }
    return .worst(of: statuses)
  }

  private func text(of answer: ExplainAnswer) -> String {
    switch format {
    case .table: answer.text(options: display.renderOptions(isFile: path != nil))
    case .json: answer.json
    }
  }
}
