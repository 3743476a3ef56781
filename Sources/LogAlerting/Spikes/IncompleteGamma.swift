/// The regularised lower incomplete gamma function, which is the tail of the Poisson distribution.
enum IncompleteGamma {
  /// `P(a, x)`, to about 1e-13 of its value however small it is; `a` is above zero, `x` not below.
  static func lower(_ a: Double, _ x: Double) -> Double {
    guard x > 0 else { return 0 }
    let density = SaddlePoint.poisson(a, mean: x)
    if x < a + 1 { return density > 0 ? density * series(a, x) : 0 }
    return 1 - density * a * fraction(a, x)
  }

  /// `1 + x/(a+1) + x^2/((a+1)(a+2)) + ...`, DLMF 8.11.4.
  private static func series(_ a: Double, _ x: Double) -> Double {
    var sum = 1.0
    var term = 1.0
    var below = a
    while term > sum * 1e-17 {
      below += 1
      term *= x / below
      sum += term
    }
    return sum
  }

  /// The continued fraction of DLMF 8.9.2, by the method of Lentz.
  private static func fraction(_ a: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    var middle = x + 1 - a
    var upper = 1 / tiny
    var lower = 1 / (abs(middle) < tiny ? tiny : middle)
    var result = lower
    for step in 1...1_000_000 {
      let factor = -Double(step) * (Double(step) - a)
      middle += 2
      let below = factor * lower + middle
      lower = 1 / (abs(below) < tiny ? tiny : below)
      upper = middle + factor / upper
      if abs(upper) < tiny { upper = tiny }
      let change = lower * upper
      result *= change
      if abs(change - 1) < 1e-15 { break }
    }
    return result
  }
}
