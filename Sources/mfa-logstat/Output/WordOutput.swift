/// One `-o FORMAT[:FILE]` of a command with formats of its own.
struct WordOutput<Format> where Format: RawRepresentable<String> & CaseIterable {
  let format: Format
  private let path: String?

  /// Reads the value of `--output`; without one it is the standard format on standard output.
  init(_ text: String?, standard: Format) throws(Complaint) {
    guard let text else {
      format = standard
      path = nil
      return
    }
    do throws(Misfit) {
      let (name, path) = try OutputRequest.split(text)
      self.path = path
      format = try WordText.one(
        of: Format.self, noun: "a known format", plural: "known formats", name)
    } catch {
      throw Complaint("--output \(Quoted(text)) \(error.fault); \(error.remedy)")
    }
  }

  /// Writes the text, and tells when it cannot be written.
  func tell(_ text: String, printer: DiagnosticPrinter) -> ExitStatus {
    do {
      let file = try path.map(OutputFile.init(path:)) ?? OutputFile()
      file.write(Array(text.utf8))
      return printer.tell(failure: file.finish(), of: file.name) ?? .done
    } catch {
      printer.tell(cannotCreate: path ?? "-", failure: error)
      return .outputUncreatable
    }
  }
}
