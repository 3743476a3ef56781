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

  /// Reads digits, and behind a point more digits, at most nine of each; nil for anything else.
  package init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ (1...9).contains($0.count) }) else { return nil }
    var numerator: UInt = 0
    for digit in parts.joined() {
      guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
      numerator = numerator * 10 + UInt(digit - UInt8(ascii: "0"))
    }
    var denominator: UInt = 1
    if parts.count == 2 { for _ in parts[1] { denominator *= 10 } }
    self.init(numerator: numerator, denominator: denominator)
  }

  /// Digits with as many decimals as it was written with: `0.10`.
  package var text: String {
    guard denominator > 1 else { return String(numerator) }
    let decimals = String(denominator + numerator % denominator).dropFirst()
    return "\(numerator / denominator).\(decimals)"
  }

  /// Whether it is at least another number, exactly.
  package func isAtLeast(_ other: DecimalThreshold) -> Bool {
    let left = numerator.multipliedFullWidth(by: other.denominator)
    let right = other.numerator.multipliedFullWidth(by: denominator)
    return left.high != right.high ? left.high > right.high : left.low >= right.low
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
