/// Cuts the windows from the first observed one on into blocks of equal length.
struct BlockGrid: Equatable, Sendable {
  /// The first window of block 0.
  let origin: Int64
  /// How many windows a block has; positive.
  let length: Int64
  /// How many blocks are a history.
  let kept: Int64

  func block(of window: Int64) -> Int64 {
    let (quotient, remainder) = (window - origin).quotientAndRemainder(dividingBy: length)
    return remainder < 0 ? quotient - 1 : quotient
  }

  func range(of block: Int64) -> Range<Int64> {
    let start = origin + block * length
    return start..<start + length
  }
}
