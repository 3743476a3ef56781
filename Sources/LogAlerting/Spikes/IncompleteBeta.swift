/// The regularised incomplete beta function, which is the tail of the binomial distributions.
enum IncompleteBeta {
  /// `I_x(a, b)`, to about 1e-13 of its value however small it is.
  ///
  /// - Parameters:
  ///   - x: In 0...1.
  ///   - rest: One minus `x`, which the caller knows without cancellation.
  ///   - a: Above zero.
  ///   - b: Above zero.
  ///   - limit: Where the value is larger, any number between may be told, which is faster.
  /// - Returns: A number in 0...1.
  static func regularised(
    _ x: Double, rest: Double, a: Double, b: Double, upTo limit: Double = 1
  ) -> Double {
    guard x > 0 else { return 0 }
    guard rest > 0 else { return 1 }
    if x * (a + b + 2) <= a + 1 { return lower(x, rest, a, b, limit) }
    return max(0, 1 - lower(rest, x, b, a, 1))
  }

  /// The same where `x` is not right of the middle, so that the fraction converges.
  private static func lower(
    _ x: Double, _ rest: Double, _ a: Double, _ b: Double, _ limit: Double
  ) -> Double {
    let front =
      SaddlePoint.binomial(hits: a, misses: b, chance: x, rest: rest) * (b / (a + b))
    // The fraction is one or more.
    guard front > 0, front <= limit else { return front }
    return front * fraction(x, a, b)
  }

  /// The continued fraction of DLMF 8.17.22, by the method of Lentz.
  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    func kept(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var upper = 1.0
    var lower = 1 / kept(1 - (a + b) * x / (a + 1))
    var result = lower
    // It takes about the root of the larger parameter; the limit only guards against NaN.
    for step in 1...1_000_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      lower = 1 / kept(1 + even * lower)
      upper = kept(1 + even / upper)
      result *= lower * upper
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      lower = 1 / kept(1 + odd * lower)
      upper = kept(1 + odd / upper)
      let change = lower * upper
      result *= change
      if abs(change - 1) < 1e-15 { break }
    }
    return result
  }
}
