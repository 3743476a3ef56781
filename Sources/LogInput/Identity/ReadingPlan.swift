import LogModel

/// What a run reads, and what it has learnt about the files without reading them.
package struct ReadingPlan: Sendable {
  /// Files with bytes that were not read, by path.
  package var readings: [LogReading] = []
  /// Positions of which something but the offset has changed, new ones among them.
  package var updates: [ReadPosition] = []
  package var gaps: [ReadGap] = []
  /// What cannot be opened or looked at, by path.
  package var problems: [Diagnostic] = []
  /// The paths whose logs were looked for.
  package var logs: [[UInt8]] = []
  /// Inputs that have no positions: pipes and standard input.
  package var streams: [InputSource] = []

  package init() {}
}

/// A file, and where its unread bytes begin.
package struct LogReading: Sendable {
  package let file: LogFile
  /// In decompressed bytes.
  package let start: Int
  /// How many lines end before the start.
  package let lines: Int
  /// The position that goes on here; nil for a log that was never read.
  let position: ReadPosition?
  /// The first bytes of a plain file before it was read.
  private let firstBytes: [UInt8]
  private let marks: ContentMarks

  init(
    _ file: LogFile, continuing position: ReadPosition?, fromStart: Bool, firstBytes: [UInt8],
    marks: ContentMarks
  ) {
    self.file = file
    self.position = position
    self.firstBytes = firstBytes
    self.marks = marks
    start = fromStart ? 0 : position?.offset ?? 0
    lines = fromStart ? 0 : position?.lines ?? 0
  }

  package var source: InputSource { InputSource(path: file.path) }

  /// Opens the file at the start of what was not read.
  ///
  /// - Throws: When it cannot be read.
  package func open(interrupt: InterruptFlag?) throws(InputError) -> ByteStream {
    let stream = try ByteStream(reading: file, interrupt: interrupt)
    guard start > 0 else { return stream }
    if file.isCompressed {
      stream.skip(start)
    } else {
      stream.seek(to: start)
    }
    return stream
  }

  /// How many bytes `recent` of `position(end:lines:size:recent:)` holds at most.
  package var recentCount: Int { marks.tail }

  /// The position after reading.
  ///
  /// - Parameters:
  ///   - end: Behind the last line that was taken.
  ///   - lines: How many lines of the log end before it.
  ///   - size: How many decompressed bytes there were, with those before the start.
  ///   - recent: The last of them.
  /// - Returns: Nil when the file was changed while it was read, and what was read must not count.
  /// - Throws: When the file cannot be looked at again.
  package func position(
    end: Int, lines: Int, size: Int, recent: [UInt8]
  ) throws(InputError) -> ReadPosition? {
    let scan = try ContentScan(file, marks: marks)
    var tail: [UInt8]?
    if file.isCompressed {
      if end == size, recent.count >= min(end, marks.tail) {
        tail = Digest.of(recent.suffix(marks.tail))
      } else {
        scan.walk(offsets: [end])
      }
    } else {
      guard scan.head == firstBytes else { return nil }
      if let position, start > 0, !scan.continues(position) {
        if let failure = scan.failure { throw failure }
        return nil
      }
    }
    guard let head = scan.headDigest(before: end), let tail = tail ?? scan.tailDigest(before: end)
    else {
      if let failure = scan.failure { throw failure }
      return nil
    }
    return ReadPosition(
      id: position?.id, log: file.log, path: file.path, file: file.identity, offset: end,
      lines: lines, head: head, tail: tail, size: max(size, end),
      packed: try file.packedFingerprint())
  }
}

extension ByteStream {
  /// Reads some bytes and does nothing with them.
  fileprivate func skip(_ count: Int) {
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    var rest = count
    while rest > 0 {
      let size = min(rest, buffer.count)
      let read = unsafe buffer.withUnsafeMutableBytes { room -> Int in
        unsafe self.read(into: UnsafeMutableRawBufferPointer(rebasing: room[..<size]))
      }
      if read == 0 { return }
      rest -= read
    }
  }
}
