import LogModel

/// Reads an input for the thread that parses it, with or without another thread that reads ahead.
package struct StreamReader: ~Copyable {
  /// For the thread that may read ahead.
  package let stream: SharedStream
  /// Whether another thread reads ahead, or will as soon as it can.
  package private(set) var isReadAhead = false
  /// Bytes taken from the file or pipe for what was handed out.
  package private(set) var consumedBytes = 0
  /// Why the end came before its time; nil before the end and after a good one.
  package private(set) var problem: SourceProblem?
  /// True when the end is an interrupt's: more may have come.
  package private(set) var wasInterrupted = false
  private var block: BlockRing.Block?
  /// How many bytes of the block were handed out.
  private var used = 0

  package init(_ stream: sending ByteStream) { self.stream = SharedStream(stream) }

  /// Tells that from now on another thread runs `stream.readAhead()`.
  package mutating func becomeReadAhead() { isReadAhead = true }

  /// Ends reading, in a moment: what was read ahead still comes.
  package mutating func stop() {
    stream.stopReadingAhead()
  }

  /// Reads the next decompressed bytes, as soon as there are some.
  ///
  /// - Parameter room: Where they go; not empty.
  /// - Returns: How many there are; zero only at the end.
  package mutating func read(into room: UnsafeMutableRawBufferPointer) -> Int {
    let count = unsafe isReadAhead ? takeAhead(into: room) : readNow(into: room)
    if count == 0 {
      let ending = stream.ending
      problem = ending.problem
      wasInterrupted = ending.wasInterrupted
    }
    return count
  }

  private mutating func readNow(into room: UnsafeMutableRawBufferPointer) -> Int {
    let (count, consumed) = unsafe stream.read(into: room)
    consumedBytes = consumed
    return count
  }

  private mutating func takeAhead(into room: UnsafeMutableRawBufferPointer) -> Int {
    if block == nil {
      block = stream.nextBlock()
      used = 0
    }
    guard let present = block.take() else { return 0 }
    let count = min(room.count, present.count - used)
    let part = used..<used + count
    unsafe present.bytes.withUnsafeBytes { bytes in
      unsafe room.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[part]))
    }
    used += count
    if used == present.count {
      consumedBytes = present.consumedBytes
      stream.takeBack(present)
    } else {
      block = present
    }
    return count
  }
}
