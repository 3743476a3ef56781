import Glibc
import LogModel

/// Reads the bytes of a file or pipe as they are, with a look ahead at the first ones.
///
/// A regular file is read at positions of its own and never through the one that a descriptor
/// shares: several readers of one file, standard input too, do not disturb each other. It is never
/// mapped, since a log that is cut while it is mapped kills its reader.
struct RawReader: ~Copyable {
  private let descriptor: Descriptor
  /// Where in the file byte 0 of this input stands; nil when it has no positions to read at.
  private let origin: Int?
  /// The bytes from `origin` to the end, as they were at opening; nil when nobody can know.
  let size: Int?
  /// Where reading ends although there may be more, counted from `origin`; nil for the end of the input.
  private var limit: Int?
  /// How many bytes lie before the next one, counted from the start of this input.
  private(set) var position = 0
  /// How many bytes were handed out.
  private(set) var consumedBytes = 0
  /// Asks to end early; nil when nobody ever will.
  private let interrupt: InterruptFlag?
  /// True when the interrupt and not the input made the end.
  private(set) var wasInterrupted = false
  /// What the system refused; nothing can be read after that.
  private(set) var failure: SystemFailure?
  /// Bytes of a stream that were looked at and not handed out yet.
  private var lookahead: [UInt8] = []

  /// Opens an input; a directory is refused like everything that cannot be read.
  init(opening source: InputSource, interrupt: InterruptFlag?) throws(SystemFailure) {
    let descriptor: Descriptor =
      switch source.place {
      case .standardInput: .standardInput
      // A named pipe opens at once and waits for its writer when it is read, which can be
      // interrupted (fifo(7)).
      case .file: try NativePath(source.path).open(O_NONBLOCK)
      }
    let status = try descriptor.status()
    guard status.kind != .directory else { throw SystemFailure(code: EISDIR) }
    self.init(reading: descriptor, status, interrupt: interrupt)
  }

  /// Reads an opened file up to the size that it had then.
  init(reading file: LogFile, interrupt: InterruptFlag?) throws(SystemFailure) {
    let descriptor = try file.descriptor.duplicate()
    let status = try descriptor.status()
    self.init(reading: descriptor, status, interrupt: interrupt)
    limit = file.rawSize
  }

  private init(
    reading descriptor: consuming Descriptor, _ status: FileStatus, interrupt: InterruptFlag?
  ) {
    self.interrupt = interrupt
    if status.kind == .regular {
      // Somebody may have read the first part of standard input before.
      let start = descriptor.position ?? 0
      origin = start
      // Files that the kernel makes up have the size 0 and yet something to read.
      size = status.size > start ? status.size - start : nil
      descriptor.adviseSequentialReading()
    } else {
      origin = nil
      size = nil
    }
    self.descriptor = descriptor
  }

  /// Why nothing more can be read; nil while all is well and after a good end.
  var problem: SourceProblem? {
    failure.map { .readFailed(errno: $0.code, byteOffset: position) }
  }

  /// True when every part of the file can be read, from its very first byte on.
  var isWholeFile: Bool { origin == 0 && size != nil }

  /// The file for several readers; nil when it cannot be read in pieces.
  func pieces() -> PieceFile? {
    guard isWholeFile, let size, let copy = try? descriptor.duplicate() else { return nil }
    return PieceFile(descriptor: copy, size: size)
  }

  /// Goes on at a position, counted from the start of this input.
  ///
  /// - Precondition: The input is a regular file.
  mutating func seek(to position: Int) {
    precondition(origin != nil, "cannot seek to \(position) in a stream")
    self.position = position
  }

  /// The next bytes in advance; fewer than `count` at the end only.
  mutating func peek(_ count: Int) -> [UInt8] {
    while lookahead.count < count && failure == nil && !wasInterrupted {
      var bytes = [UInt8](repeating: 0, count: count - lookahead.count)
      let offset = origin.map { $0 + position + lookahead.count }
      let read = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe fill(buffer, at: offset)
      }
      if read == 0 { break }
      lookahead += bytes.prefix(read)
    }
    return lookahead
  }

  /// Reads what is there, waiting for the first byte.
  ///
  /// - Returns: How many bytes were read; zero at the end, after a `failure` and when it was
  ///   interrupted.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count: Int
    if origin == nil && !lookahead.isEmpty {
      count = min(lookahead.count, buffer.count)
      unsafe buffer.copyBytes(from: lookahead.prefix(count))
      lookahead.removeFirst(count)
    } else {
      count = unsafe fill(buffer, at: origin.map { $0 + position })
    }
    position += count
    consumedBytes += count
    return count
  }

  private mutating func fill(_ buffer: UnsafeMutableRawBufferPointer, at offset: Int?) -> Int {
    guard failure == nil, !wasInterrupted else { return 0 }
    do {
      if let offset {
        let room = limit.map { max(0, min($0 - offset + (origin ?? 0), buffer.count)) }
        guard room != 0 else { return 0 }
        return try unsafe descriptor.read(
          into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<(room ?? buffer.count)]),
          at: offset)
      }
      if let count = try unsafe descriptor.readNext(into: buffer, interrupt: interrupt) {
        return count
      }
      wasInterrupted = true
      return 0
    } catch {
      failure = error
      return 0
    }
  }
}
