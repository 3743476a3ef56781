/// Windows of windows: span number n holds the base windows from n times the length on.
extension Int64 {
  /// The span that holds this window.
  func span(of length: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: length)
    return remainder < 0 ? quotient - 1 : quotient
  }
}

extension Range<Int64> {
  /// The spans whose last window is one of these.
  func spans(of length: Int64) -> Range<Int64> {
    lowerBound.span(of: length)..<upperBound.span(of: length)
  }
}
