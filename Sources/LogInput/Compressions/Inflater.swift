#if ISAL
  import CIsal
#else
  import CZlib
#endif

/// Decodes raw deflate data (RFC 1951), without any wrapper, through zlib or, with the package trait
/// `ISAL`, through ISA-L, which is twice as fast.
///
/// Both give the same bytes. Of damaged data they tell the place a few bytes apart, since each notices
/// the damage at its own moment, and of cut data ISA-L may keep the last two bytes.
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
    /// Bytes taken from the input; fewer than none when bytes taken before are given back at the end.
    let taken: Int
    /// Bytes put into the output.
    let produced: Int
    let outcome: Outcome
  }

  private let state: UnsafeMutablePointer<logstat_inflater>

  /// Nil when there is no memory for it.
  init?() {
    guard let state = unsafe logstat_inflater_make() else { return nil }
    unsafe self.state = unsafe state
  }

  deinit { unsafe logstat_inflater_free(state) }

  /// Starts anew with other data.
  mutating func reset() { unsafe logstat_inflater_reset(state) }

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
    let step = unsafe logstat_inflate(
      state, input.assumingMemoryBound(to: UInt8.self).baseAddress, input.count,
      output.assumingMemoryBound(to: UInt8.self).baseAddress, output.count)
    return Step(
      taken: step.taken, produced: step.produced, outcome: Inflater.outcome(step.outcome))
  }

  private static func outcome(_ outcome: logstat_outcome) -> Outcome {
    switch outcome {
    case LOGSTAT_GOES_ON: .goesOn
    case LOGSTAT_ENDED: .ended
    case LOGSTAT_OUT_OF_MEMORY: .outOfMemory
    default: .damaged
    }
  }
}
