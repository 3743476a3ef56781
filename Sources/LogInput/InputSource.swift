/// One input, named but not yet opened.
package struct InputSource: Hashable, Sendable {
  package enum Place: Hashable, Sendable {
    case standardInput
    /// The path as text; `InputSource.path` has the bytes that open it.
    case file(path: String)
  }

  /// As the user gave it; `-` for standard input.
  package let name: String
  package let place: Place
  /// The bytes that the system knows the file by, which need not be UTF-8; empty for standard input.
  package let path: [UInt8]

  package init(name: String, place: Place) {
    self.name = name
    self.place = place
    path =
      switch place {
      case .standardInput: []
      case .file(let path): Array(path.utf8)
      }
  }

  /// The file with this path, named like it; bytes that are no UTF-8 show as U+FFFD in the name.
  package init(path: [UInt8]) {
    name = String(decoding: path, as: UTF8.self)
    place = .file(path: name)
    self.path = path
  }

  package static let standardInput = InputSource(name: "-", place: .standardInput)
}
