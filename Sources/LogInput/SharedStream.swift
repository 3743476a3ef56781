import LogModel

/// An opened input that a second thread may begin to read ahead, at any moment.
///
/// Alone, its owner reads straight into the room that it has. Once another thread runs `readAhead`, the
/// bytes come through a `BlockRing`: while one block is parsed, the next ones are read and decompressed.
/// The bytes, their end and the problem there are the same.
package final class SharedStream: Sendable {
  private let stream: Guarded<ByteStream>
  private let ring = BlockRing()

  package init(_ stream: sending ByteStream) { self.stream = Guarded(stream) }

  /// Reads to the end, or until nobody wants more, for `StreamReader` to take.
  ///
  /// Comes back when an interrupt ends the stream; otherwise it waits for the reader.
  package func readAhead() {
    stream.withLock { stream in
      while var block = ring.emptyBlock() {
        block.count = unsafe block.bytes.withUnsafeMutableBytes { unsafe stream.read(into: $0) }
        guard block.count > 0 else { break }
        block.consumedBytes = stream.consumedBytes
        ring.give(block)
      }
      ring.end()
    }
  }

  func read(into room: UnsafeMutableRawBufferPointer) -> (count: Int, consumedBytes: Int) {
    // A span may go into the lock where a bare pointer may not.
    var room = unsafe room.mutableBytes
    return stream.withLock { stream in
      let count = unsafe room.withUnsafeMutableBytes { unsafe stream.read(into: $0) }
      return (count, stream.consumedBytes)
    }
  }

  func nextBlock() -> BlockRing.Block? { ring.fullBlock() }

  func takeBack(_ block: consuming BlockRing.Block) { ring.takeBack(block) }

  func stopReadingAhead() { ring.stop() }

  /// Why the end came before its time, and whether it is no end because reading was stopped.
  var ending: (problem: SourceProblem?, wasInterrupted: Bool) {
    stream.withLock { ($0.problem, $0.wasInterrupted || !$0.hasEnded) }
  }
}
