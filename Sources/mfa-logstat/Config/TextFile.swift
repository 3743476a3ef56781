import Glibc

/// Reads a file that people write: a configuration, rules, cases.
enum TextFile {
  /// No sane file is larger, and a wrong one should not fill the memory.
  static let sizeLimit = 1 << 20

  /// The text of a file; `-` is standard input.
  static func read(_ path: String) -> Result<String, TextFileFailure> {
    let isStandardInput = path == "-"
    let descriptor =
      isStandardInput ? STDIN_FILENO : unsafe open(NativeText.path(path), O_RDONLY | O_CLOEXEC)
    defer { if descriptor >= 0, !isStandardInput { _ = close(descriptor) } }
    guard descriptor >= 0, let bytes = Descriptor.readAll(descriptor, limit: sizeLimit) else {
      return .failure(.unreadable(errno: errno))
    }
    guard bytes.count <= sizeLimit else { return .failure(.tooLarge) }
    guard let text = String(validating: bytes, as: UTF8.self) else { return .failure(.notUTF8) }
    return .success(text)
  }
}

/// Why a text file cannot be had.
enum TextFileFailure: Error {
  case unreadable(errno: Int32)
  case tooLarge
  case notUTF8

  /// Follows the name of the file.
  var words: String {
    switch self {
    case .unreadable(let number): "cannot be read: \(SystemText.words(for: number))"
    case .tooLarge: "is larger than 1 MiB"
    case .notUTF8: "is not UTF-8 text"
    }
  }

  /// Whether it is the system that refuses, and not the content.
  var isOpening: Bool {
    if case .unreadable = self { true } else { false }
  }
}
