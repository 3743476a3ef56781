import Glibc
import LogModel

/// Decompresses a gzip file: all its members, each checked to its last byte (RFC 1952).
///
/// The header and the trailer are read here and only the deflate data by a library, so that a cut, a
/// damage and a clean end can be told apart, with their place. Memory does not depend on the input.
@safe final class GzipReader {
  private enum Stage {
    /// Between members: what comes next is the end, padding, a member or something foreign.
    case boundary
    /// The first of the two magic bytes was there.
    case magic
    case header(GzipHeader)
    case body
    case trailer(GzipTrailer)
    case ended
  }

  private var stage = Stage.boundary
  private var inflater: Inflater
  /// Of what is decoded of this member.
  private var checksum = Checksum()
  /// Decoded bytes of this member, modulo 2^32.
  private var length: UInt32 = 0
  /// True when all the room was filled, and the inflater may hold more back.
  private var isOutputPending = false
  private let input: UnsafeMutableRawBufferPointer
  /// The part of `input` that is read and not used yet.
  private var unused = 0..<0
  /// How many compressed bytes lie before `unused`.
  private var offset = 0
  /// Why the end came before its time; it may be known before all decoded bytes are handed out.
  private(set) var problem: SourceProblem?

  /// Nil when there is no memory for it.
  init?() {
    guard let inflater = Inflater() else { return nil }
    self.inflater = inflater
    unsafe input = .allocate(byteCount: GzipReader.inputCapacity, alignment: 16)
  }

  deinit { unsafe input.deallocate() }

  /// Decodes the next bytes, as soon as there are some.
  ///
  /// - Returns: How many there are; zero at the end and at a `problem`.
  func read(from raw: inout RawReader, into output: UnsafeMutableRawBufferPointer) -> Int {
    var produced = 0
    while produced < output.count {
      if case .ended = stage { break }
      if unused.isEmpty && !isOutputPending {
        // What is decoded goes out before more is awaited: the pipe may be a live one.
        if produced > 0 { break }
        unused = unsafe 0..<raw.read(into: input)
        if unused.isEmpty {
          if !raw.wasInterrupted { end(raw.failure) }
          break
        }
      }
      produced += unsafe advance(into: UnsafeMutableRawBufferPointer(rebasing: output[produced...]))
    }
    return produced
  }

  /// Takes what belongs to the present stage.
  ///
  /// - Returns: How many decoded bytes this gave.
  private func advance(into output: UnsafeMutableRawBufferPointer) -> Int {
    switch stage {
    case .boundary: skipPadding()
    case .magic: takeSecondMagicByte()
    case .header(let header): take(header)
    case .body: return unsafe takeBody(into: output)
    case .trailer(let trailer): take(trailer)
    case .ended: break
    }
    return 0
  }

  private func skipPadding() {
    let bytes = unsafe UnsafeRawBufferPointer(rebasing: input[unused])
    let padding = unsafe bytes.firstIndex { $0 != 0 } ?? bytes.count
    use(padding)
    guard !unused.isEmpty else { return }
    if unsafe input[unused.lowerBound] == 0x1F {
      use(1)
      stage = .magic
    } else {
      stop(.trailingBytes(byteOffset: offset))
    }
  }

  private func takeSecondMagicByte() {
    guard unsafe input[unused.lowerBound] == 0x8B else {
      stop(.trailingBytes(byteOffset: offset - 1))
      return
    }
    use(1)
    stage = .header(GzipHeader())
  }

  private func take(_ known: GzipHeader) {
    var header = known
    do {
      let bytes = unsafe UnsafeRawBufferPointer(rebasing: input[unused])
      use(try unsafe header.take(bytes))
    } catch {
      let start = offset - known.byteCount
      stop(.corruptGzip(error, byteOffset: start + header.byteCount))
      return
    }
    guard header.isComplete else {
      stage = .header(header)
      return
    }
    inflater.reset()
    checksum = Checksum()
    length = 0
    stage = .body
  }

  private func takeBody(into output: UnsafeMutableRawBufferPointer) -> Int {
    let step = unsafe inflater.inflate(
      UnsafeRawBufferPointer(rebasing: input[unused]), into: output)
    // What is given back never lies before the buffer; if it did, the trailer would not fit.
    use(max(step.taken, -unused.lowerBound))
    unsafe checksum.add(UnsafeRawBufferPointer(rebasing: output[..<step.produced]))
    length &+= UInt32(truncatingIfNeeded: step.produced)
    isOutputPending = false
    switch step.outcome {
    case .goesOn: isOutputPending = step.produced == output.count
    case .ended: stage = .trailer(GzipTrailer())
    case .damaged: stop(.corruptGzip(.badDeflateData, byteOffset: offset))
    case .outOfMemory: stop(.readFailed(errno: ENOMEM, byteOffset: offset))
    }
    return step.produced
  }

  private func take(_ known: GzipTrailer) {
    var trailer = known
    let start = offset - known.byteCount
    do {
      while !trailer.isComplete && !unused.isEmpty {
        let byte = unsafe input[unused.lowerBound]
        try trailer.take(byte, checksum: checksum.value, length: length)
        use(1)
      }
    } catch {
      stop(.corruptGzip(error, byteOffset: start + trailer.byteCount))
      return
    }
    stage = trailer.isComplete ? .boundary : .trailer(trailer)
  }

  /// Judges the place at which the input has no more bytes.
  private func end(_ failure: SystemFailure?) {
    if let failure {
      stop(.readFailed(errno: failure.code, byteOffset: offset))
      return
    }
    switch stage {
    case .boundary, .ended: stage = .ended
    case .magic: stop(.trailingBytes(byteOffset: offset - 1))
    case .header, .body, .trailer: stop(.truncatedGzip(byteOffset: offset))
    }
  }

  private func stop(_ problem: SourceProblem) {
    self.problem = problem
    stage = .ended
  }

  private func use(_ count: Int) {
    unused = unused.lowerBound + count..<unused.upperBound
    offset += count
  }

  private static let inputCapacity = 128 * 1024
}
