/// A number of a rule as it was written, kept as an exact fraction: `0.10` is 10 of 100.
///
/// Binary fractions would decide wrongly at the border: 5 of 50 must reach a share of 0.10.
package struct DecimalThreshold: Hashable, Sendable {
  package let numerator: UInt
  /// A power of ten.
  package let denominator: UInt

  /// - Parameters:
  ///   - numerator: All digits of the number, without its point.
  ///   - denominator: Ten for every digit behind the point; positive.
  package init(numerator: UInt, denominator: UInt = 1) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Whether `part / whole` is at least this number; never when there is no whole.
  package func isReached(by part: Int, of whole: Int) -> Bool {
    guard part >= 0, whole > 0 else { return false }
    // part / whole >= numerator / denominator, multiplied out; the products may need 128 bits.
    let left = UInt(part).multipliedFullWidth(by: denominator)
    let right = UInt(whole).multipliedFullWidth(by: numerator)
    return left.high != right.high ? left.high > right.high : left.low >= right.low
  }

  /// Whether a count is at least this number.
  package func isReached(by count: Int) -> Bool { isReached(by: count, of: 1) }
}
