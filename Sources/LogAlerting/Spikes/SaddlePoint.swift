import Glibc

/// Densities of counts without the cancellation that differences of log-gammas suffer.
///
/// Source: Loader, "Fast and accurate computation of binomial probabilities", 2000. The large terms
/// of the logarithm cancel on paper and not in the machine; what is left is small where the density
/// is not.
enum SaddlePoint {
  /// The density of the Poisson distribution at a real `count`, zero or more.
  static func poisson(_ count: Double, mean: Double) -> Double {
    guard count > 0 else { return exp(-mean) }
    let exponent = -stirlingError(count) - deviance(count, mean)
    return exp(exponent) / (2 * Double.pi * count).squareRoot()
  }

  /// The density of the binomial distribution at real `hits` and `misses`, both above zero.
  ///
  /// - Parameters:
  ///   - hits: How often the event happens.
  ///   - misses: How often it does not.
  ///   - chance: Its probability.
  ///   - rest: One minus `chance`, which the caller knows without cancellation.
  /// - Returns: The density.
  static func binomial(hits: Double, misses: Double, chance: Double, rest: Double) -> Double {
    let all = hits + misses
    let errors = stirlingError(all) - stirlingError(hits) - stirlingError(misses)
    let exponent = errors - deviance(hits, all * chance) - deviance(misses, all * rest)
    // Roots before quotients keep very small parameters in range.
    return exp(exponent) * all.squareRoot() / hits.squareRoot()
      / (2 * Double.pi * misses).squareRoot()
  }

  /// `log(n!) - log(sqrt(2 pi n) (n/e)^n)` for real n above zero.
  static func stirlingError(_ n: Double) -> Double {
    // From 16 on the five terms are good to the last digit; below, n! is taken from higher up.
    var high = n
    var product = 1.0
    while high < 16 {
      high += 1
      product *= high
    }
    let square = high * high
    let series =
      (1.0 / 12
        - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 / square) / square) / square)
          / square)
      / high
    guard high > n else { return series }
    let logFactorialHigh = (high + 0.5) * log(high) - high + series
    return logFactorialHigh - log(product) - (n + 0.5) * log(n) + n
  }

  /// `x log(x / mean) + mean - x`, without cancellation where both are close; both above zero.
  static func deviance(_ x: Double, _ mean: Double) -> Double {
    let difference = x - mean
    guard abs(difference) < 0.1 * (x + mean) else { return x * log(x / mean) + mean - x }
    let ratio = difference / (x + mean)
    var sum = difference * ratio
    var term = 2 * x * ratio
    var odd = 3.0
    while true {
      term *= ratio * ratio
      let next = sum + term / odd
      if next == sum { return next }
      sum = next
      odd += 2
    }
  }
}
