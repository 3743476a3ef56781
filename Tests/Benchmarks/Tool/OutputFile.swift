import Foundation
import LogCorpus

/// A file that bytes are written to, or standard output.
struct OutputFile {
  private let handle: FileHandle

  /// Opens a file anew; nil is standard output.
  init(_ path: String?) throws {
    guard let path else {
      handle = .standardOutput
      return
    }
    try Data().write(to: URL(fileURLWithPath: path))
    handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
  }

  mutating func write(_ bytes: [UInt8]) throws { try handle.write(contentsOf: Data(bytes)) }

  /// Writes a whole corpus, a megabyte at a time.
  mutating func write(_ maker: inout some CorpusMaker) throws {
    var piece = CorpusBytes()
    var hasMore = true
    while hasMore {
      hasMore = maker.fill(&piece, upTo: 1 << 20)
      try write(piece.bytes)
      piece.removeAll()
    }
  }
}
