import Glibc
import LogModel

/// An opened input that delivers decompressed bytes, for one owner on one thread.
package final class ByteStream {
  private var raw: RawReader
  /// Nil for plain bytes.
  private let gzip: GzipReader?
  /// Whether `read` came to what it can read of the input.
  private(set) var hasEnded = false
  /// Why the end came before its time; nil before the end and after a good one.
  package private(set) var problem: SourceProblem?

  /// Opens an input and looks at its first bytes.
  ///
  /// A named pipe waits here for its writer, any stream for the few bytes that tell its format.
  ///
  /// - Parameters:
  ///   - source: What to open.
  ///   - interrupt: When it is raised, a stream ends soon, also if it is quiet; nil when it never is.
  /// - Throws: `SourceProblem.unopenable`, `.isDirectory`, and `.unsupportedCompression` for what is
  ///   compressed otherwise than by gzip.
  package convenience init(
    opening source: InputSource, interrupt: InterruptFlag? = nil
  ) throws(InputError) {
    try self.init(ByteStream.open(source, interrupt: interrupt))
  }

  /// Reads an opened file from its first byte, up to the size that it had then.
  ///
  /// - Throws: When the system has no descriptor left, or refuses to read.
  package convenience init(
    reading file: LogFile, interrupt: InterruptFlag? = nil
  ) throws(InputError) {
    try self.init(ByteStream.open(file, interrupt: interrupt))
  }

  private init(_ opened: consuming RawReader) throws(InputError) {
    raw = opened
    switch ByteStream.compression(of: &raw) {
    case .format(.gzip):
      guard let reader = GzipReader() else { throw InputError(.unopenable(errno: ENOMEM)) }
      gzip = reader
    case .format(let format):
      throw InputError(.unsupportedCompression(format))
    case .plain, .undecided:
      gzip = nil
    }
    if let failure = raw.failure { throw InputError(failure.problemAtOpening) }
  }

  /// True when the stream ended because of the interrupt, which is no problem of the source: more may
  /// have come.
  package var wasInterrupted: Bool { raw.wasInterrupted }

  /// The size in bytes when this is a plain regular file, any part of which can be read; or nil.
  ///
  /// It is the size at opening: a log that grows has more to read.
  package var plainFileSize: Int? { gzip == nil && raw.isWholeFile ? raw.size : nil }

  /// The same file for several threads, when it is a plain regular file; or nil.
  package func pieces() -> PieceFile? { gzip == nil ? raw.pieces() : nil }

  /// Whether it pays to have a thread for reading.
  ///
  /// Not for a plain pipe: what a thread of its own saves it loses by handing over 64 KiB at a time
  /// (1 GiB by `cat`: 2.2 s of processor time in place of 1.75 s).
  package var isWorthReadingAhead: Bool { gzip != nil }

  /// Bytes taken from the file or pipe so far: compressed ones, if it is compressed.
  package var consumedBytes: Int { raw.consumedBytes }

  /// What `consumedBytes` will be at the end, as far as it was known at opening.
  package var totalBytes: Int? { raw.size }

  /// Goes on reading at this offset.
  ///
  /// - Precondition: `plainFileSize` is not nil.
  package func seek(to offset: Int) {
    precondition(plainFileSize != nil, "offset \(offset) of something that is no plain file")
    raw.seek(to: offset)
    hasEnded = false
  }

  /// Reads the next decompressed bytes, as soon as there are some.
  ///
  /// - Parameter buffer: Where they go; not empty.
  /// - Returns: How many there are; zero only at the end of what can be read, and from then on.
  ///   `problem` tells whether that end was a bad one.
  package func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    precondition(buffer.count > 0, "no room to read into")
    guard !hasEnded else { return 0 }
    let count =
      if let gzip {
        unsafe gzip.read(from: &raw, into: buffer)
      } else {
        unsafe raw.read(into: buffer)
      }
    if count == 0 {
      hasEnded = true
      problem = gzip?.problem ?? raw.problem
    }
    return count
  }

  private static func open(
    _ source: InputSource, interrupt: InterruptFlag?
  ) throws(InputError) -> RawReader {
    do throws(SystemFailure) {
      return try RawReader(opening: source, interrupt: interrupt)
    } catch {
      throw InputError(error.problemAtOpening)
    }
  }

  private static func open(
    _ file: LogFile, interrupt: InterruptFlag?
  ) throws(InputError) -> RawReader {
    do throws(SystemFailure) {
      return try RawReader(reading: file, interrupt: interrupt)
    } catch {
      throw InputError(error.problemAtOpening)
    }
  }

  /// Looks at no more bytes than are needed, so that a slow pipe is not kept waiting.
  private static func compression(of raw: inout RawReader) -> Compression {
    var bytes: [UInt8] = []
    while true {
      let more = raw.peek(bytes.count + 1)
      let verdict = Compression(firstBytes: more, isWhole: more.count == bytes.count)
      if verdict != .undecided { return verdict }
      bytes = more
    }
  }
}
