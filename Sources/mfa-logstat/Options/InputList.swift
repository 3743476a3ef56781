import Glibc
import LogModel
import LogReporting

/// What the command line names as input, standard input where it names nothing.
struct InputList {
  private(set) var paths: [String]
  /// What could not be had, and is told beside the result.
  private(set) var diagnostics: [Diagnostic] = []

  /// - Throws: With 64 when there is nothing to read, with 66 when the only input is closed.
  init(arguments: [String], listFile: String?) throws(Complaint) {
    paths = arguments
    if let listFile { try addPaths(listedIn: listFile) }
    if paths.isEmpty, listFile == nil {
      guard isatty(STDIN_FILENO) == 0 else { throw InputList.shortUsage }
      paths = ["-"]
    }
    if paths.contains("-"), StandardDescriptors.cannotReadInput { try dropStandardInput() }
  }

  private mutating func addPaths(listedIn listFile: String) throws(Complaint) {
    let isStandardInput = listFile == "-"
    if isStandardInput, paths.contains("-") {
      throw Complaint("standard input cannot be both an input and the list of --files-from")
    }
    let descriptor =
      isStandardInput ? STDIN_FILENO : unsafe open(listFile, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    defer { if descriptor > STDIN_FILENO { _ = close(descriptor) } }
    guard descriptor >= 0, let bytes = Descriptor.readAll(descriptor, limit: 1 << 30) else {
      let reason = SystemText.words(for: errno)
      throw Complaint(
        "\(SourceText.name(listFile)): the list of files cannot be read: \(reason)",
        status: .inputUnopenable)
    }
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let path = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      if !path.isEmpty { paths.append(String(decoding: path, as: UTF8.self)) }
    }
  }

  /// The rest is still counted when standard input was closed by whoever started us.
  private mutating func dropStandardInput() throws(Complaint) {
    paths.removeAll { $0 == "-" }
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
