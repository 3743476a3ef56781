/// What is needed to estimate the dispersion of a series, summed over blocks of windows.
///
/// Variance is taken inside short blocks: differences between blocks are the rhythm of the day and
/// not bursts. All sums are whole numbers, so that it does not matter in which order or from where
/// they were made.
struct BurstSums: Equatable, Sendable {
  /// The events.
  private var events: Int128 = 0
  /// The squares of all counts.
  private var squares: Int128 = 0
  /// The squares of the sums of blocks.
  private var blockSquares: Int128 = 0

  /// How many events there are.
  var count: Double { BurstSums.double(events) }

  /// Adds a block, or takes it away with a `sign` of -1.
  mutating func add(events sum: Int128, squares: Int128, sign: Int128 = 1) {
    events += sign * sum
    self.squares += sign * squares
    blockSquares += sign * sum * sum
  }

  /// Variance over mean inside blocks of so many windows; nil without events.
  func dispersion(block: Int64) -> Double? {
    guard events > 0, block > 1 else { return nil }
    let size = Int128(block)
    return BurstSums.double(size * squares - blockSquares) / BurstSums.double((size - 1) * events)
  }

  /// The number as a double; the general conversion took most of the time of judging a fleet.
  private static func double(_ number: Int128) -> Double {
    Double(Int64(truncatingIfNeeded: number >> 64)) * 0x1p64
      + Double(UInt64(truncatingIfNeeded: number))
  }
}
