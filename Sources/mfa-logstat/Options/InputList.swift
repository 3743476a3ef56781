import Glibc
import LogInput
import LogModel
import LogReporting

/// What the command line names as input, standard input where it names nothing.
struct InputList {
  /// As bytes, because a file's name need not be UTF-8; `-` is standard input.
  private(set) var paths: [[UInt8]]
  /// What could not be had, and is told beside the result.
  private(set) var diagnostics: [Diagnostic] = []

  /// - Throws: With 64 when there is nothing to read, with 66 when the only input is closed.
  ///
  /// With `isOptional` there may be nothing to read: what is remembered answers.
  init(arguments: [String], listFile: String?, isOptional: Bool = false) throws(Complaint) {
    paths = arguments.map(NativeText.bytes(of:))
    if let listFile { try addPaths(listedIn: listFile) }
    if paths.isEmpty, listFile == nil {
      if isOptional, isatty(STDIN_FILENO) != 0 || StandardDescriptors.cannotReadInput { return }
      guard isatty(STDIN_FILENO) == 0 else { throw InputList.shortUsage }
      paths = [InputList.standardInput]
    }
    if paths.contains(InputList.standardInput), StandardDescriptors.cannotReadInput {
      try dropStandardInput()
    }
  }

  private static let standardInput = [UInt8(ascii: "-")]

  private mutating func addPaths(listedIn listFile: String) throws(Complaint) {
    let isStandardInput = listFile == "-"
    let source =
      isStandardInput
      ? InputSource.standardInput : InputSource(path: NativeText.bytes(of: listFile))
    if isStandardInput { try checkStandardInput() }
    do throws(InputError) {
      if isStandardInput, StandardDescriptors.cannotReadInput {
        throw InputError(.unopenable(errno: EBADF))
      }
      paths += try FileList.paths(readFrom: source, interrupt: Interrupts.flag)
    } catch {
      let words = "\(SourceText.name(source.name)): \(ProblemText.text(error.problem))"
      throw Complaint("--files-from: \(words)", status: .inputUnopenable)
    }
    if isStandardInput { try checkStandardInput() }
  }

  /// Standard input gives one thing only; a list read from it may name it, too.
  private func checkStandardInput() throws(Complaint) {
    guard paths.contains(InputList.standardInput) else { return }
    throw Complaint(
      "standard input cannot be both an input and the list of --files-from; put the list into a file"
    )
  }

  /// The rest is still counted when standard input was closed by whoever started us.
  private mutating func dropStandardInput() throws(Complaint) {
    paths.removeAll { $0 == InputList.standardInput }
    let diagnostic = Diagnostic(.problem(.unopenable(errno: EBADF)), file: "-")
    guard !paths.isEmpty else {
      throw Complaint(DiagnosticText.line(for: diagnostic), status: .inputUnopenable)
    }
    diagnostics.append(diagnostic)
  }

  private static let shortUsage = Complaint(
    [
      "no input: name log files, or pipe a log into it",
      "usage: mfa-logstat [options] FILE...",
      "see mfa-logstat --help",
    ], status: .usage)
}
