/// Cuts the windows from the first observed one on into blocks of equal length.
struct BlockGrid: Equatable, Sendable {
  /// The first window of block 0.
  let origin: Int64
  /// How many windows a block has; positive.
  let length: Int64
  /// How many blocks are a history.
  let kept: Int64

  func block(of window: Int64) -> Int64 {
    let past = window - origin
    // Dividing 32 bits is several times faster, and this is done for every cell.
    if let past = UInt32(exactly: past), let length = UInt32(exactly: length) {
      return Int64(past / length)
    }
    let (quotient, remainder) = past.quotientAndRemainder(dividingBy: length)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// The stretch of windows around one for which the dispersion of the fleet is estimated once.
  ///
  /// In the first block it is every window, on the first day every block, then every day.
  func stretch(at window: Int64, day: Int64) -> Range<Int64> {
    let past = window - origin
    let blocks = max(day - day % length, length)
    let step = past < length ? 1 : past < blocks ? length : blocks
    let start = window - past % step
    return start..<start + step
  }

  func range(of block: Int64) -> Range<Int64> {
    let start = origin + block * length
    return start..<start + length
  }
}
