import CZlib

/// Decodes raw deflate data (RFC 1951), without any wrapper, through zlib.
@safe struct Inflater: ~Copyable {
  enum Outcome {
    /// More input or more room is needed.
    case goesOn
    /// The last block is decoded; what was not taken stands behind it.
    case ended
    case damaged
    case outOfMemory
  }

  struct Step {
    /// Bytes taken from the input.
    let taken: Int
    /// Bytes put into the output.
    let produced: Int
    let outcome: Outcome
  }

  /// Its address stays: zlib's state points back at it.
  private let stream: UnsafeMutablePointer<z_stream>

  /// Nil when there is no memory for it.
  init?() {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    guard unsafe logstat_inflate_init_raw(stream) == Z_OK else {
      unsafe stream.deallocate()
      return nil
    }
    unsafe self.stream = unsafe stream
  }

  deinit {
    _ = unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Starts anew with other data.
  mutating func reset() { _ = unsafe inflateReset(stream) }

  /// Decodes as much as the input and the room allow.
  ///
  /// Everything that stands before a damage is in `output` when the damage is told.
  ///
  /// - Parameters:
  ///   - input: The next bytes; may be empty, since some output may still be held back.
  ///   - output: Where the decoded bytes go; not empty.
  /// - Returns: How far it came, and why not further.
  mutating func inflate(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> Step {
    let inputCount = uInt(clamping: input.count)
    let outputCount = uInt(clamping: output.count)
    // zlib only reads through `next_in`; its declaration says so only under ZLIB_CONST.
    unsafe stream.pointee.next_in = unsafe UnsafeMutablePointer(
      mutating: input.assumingMemoryBound(to: Bytef.self).baseAddress)
    unsafe stream.pointee.avail_in = inputCount
    unsafe stream.pointee.next_out = unsafe output.assumingMemoryBound(to: Bytef.self).baseAddress
    unsafe stream.pointee.avail_out = outputCount
    let status = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
    let step = unsafe Step(
      taken: Int(inputCount - stream.pointee.avail_in),
      produced: Int(outputCount - stream.pointee.avail_out),
      outcome: Inflater.outcome(of: status))
    return step
  }

  private static func outcome(of status: Int32) -> Outcome {
    switch status {
    case Z_OK, Z_BUF_ERROR: .goesOn  // zlib.h: Z_BUF_ERROR is not fatal
    case Z_STREAM_END: .ended
    case Z_MEM_ERROR: .outOfMemory
    default: .damaged
    }
  }
}
