import LogModel

/// Reads the names that `--files-from` gives, as text or as bytes.
///
/// One name a line, empty lines ignored, CR LF accepted. A list that holds a zero byte ends its
/// names with zeros instead (as `find -print0` does), and only then may a name hold a line feed.
package enum FileList {
  /// The names as text; bytes that are no UTF-8 become U+FFFD, so such a file is not found again.
  package static func names(in bytes: [UInt8]) -> [String] {
    paths(in: bytes).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The names as the bytes that the list holds.
  package static func paths(in bytes: [UInt8]) -> [[UInt8]] {
    guard !bytes.contains(0) else { return bytes.split(separator: 0).map { Array($0) } }
    return bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
      let name = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      return name.isEmpty ? nil : Array(name)
    }
  }

  /// Reads a whole list; an interrupted one is empty, as half a list is no list.
  ///
  /// - Throws: What keeps it from being opened or read to its end.
  package static func paths(
    readFrom source: InputSource, interrupt: InterruptFlag? = nil
  ) throws(InputError) -> [[UInt8]] {
    let stream = try ByteStream(opening: source, interrupt: interrupt)
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = unsafe block.withUnsafeMutableBytes { unsafe stream.read(into: $0) }
      if count == 0 { break }
      bytes += block.prefix(count)
    }
    if let problem = stream.problem { throw InputError(problem) }
    if stream.wasInterrupted { return [] }
    return paths(in: bytes)
  }
}
