import LogInput
import LogParsing

/// How far the reading of one piece of a file is.
struct PieceReading {
  let chain: PieceChain
  let piece: Int
  /// The next byte to be read.
  var offset: Int
  /// Whether the file has ended.
  private(set) var isAtEnd = false
  /// How parsing ended; nil while it goes on.
  var outcome: LogParser.Progress?

  /// How far a worker reads past the end of its piece before it knows that the piece is its own: far
  /// enough to finish any usual line.
  static let slack = 1 << 20

  init(chain: PieceChain, piece: Int) {
    self.chain = chain
    self.piece = piece
    offset = piece * PieceChain.pieceSize
  }

  var isLast: Bool { piece == chain.pieceCount - 1 }
  /// The first byte behind the piece.
  var end: Int { (piece + 1) * PieceChain.pieceSize }

  /// The start of the first line that begins in the piece; nil when none does.
  ///
  /// A line belongs to the piece that holds its first byte: reading starts one byte early, so that a
  /// line that begins exactly with the piece is seen.
  mutating func seekLineStart(_ parser: LogParser) throws(InputError) -> Int? {
    guard piece > 0 else { return 0 }
    offset = piece * PieceChain.pieceSize - 1
    parser.restart(offset: offset)
    while offset < end {
      let count = try unsafe read(into: parser.room())
      parser.add(count)
      if count == 0 { return nil }
      if parser.skipPartialLine() {
        let start = parser.offset
        return start < end || isLast ? start : nil
      }
    }
    return nil
  }

  mutating func read(into room: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
    let count = try unsafe chain.file.read(into: room, at: offset)
    offset += count
    if count == 0 { isAtEnd = true }
    return count
  }
}
