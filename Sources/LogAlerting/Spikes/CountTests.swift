/// How likely so many events or more are, when nothing is wrong.
package enum CountTests {
  /// `P(X >= count)` for independent events.
  package static func poisson(atLeast count: UInt64, mean: Double) -> Double {
    guard count > 0 else { return 1 }
    return IncompleteGamma.lower(Double(count), mean)
  }

  /// `P(X >= count)` for events that come in bursts: a negative binomial distribution.
  ///
  /// Its size is `mean / (dispersion - 1)` and its probability `1 / dispersion`.
  ///
  /// - Parameters:
  ///   - count: The count that is to be explained.
  ///   - mean: Not below zero.
  ///   - dispersion: Variance over mean; at 1 and below the events are independent.
  ///   - limit: Where the tail is larger, any number between may be told, which is faster.
  /// - Returns: A probability.
  package static func negativeBinomial(
    atLeast count: UInt64, mean: Double, dispersion: Double, upTo limit: Double = 1
  ) -> Double {
    guard count > 0 else { return 1 }
    guard mean > 0 else { return 0 }
    // Nearer to one the two agree to the last digit that is asked for.
    guard dispersion > 1 + 1e-12 else { return poisson(atLeast: count, mean: mean) }
    return IncompleteBeta.regularised(
      (dispersion - 1) / dispersion, rest: 1 / dispersion, a: Double(count),
      b: mean / (dispersion - 1), upTo: limit)
  }

  /// `P(X >= count)` for so many trials of one chance, 0...1.
  package static func binomial(
    atLeast count: UInt64, of trials: UInt64, chance: Double
  ) -> Double {
    guard count > 0 else { return 1 }
    guard count <= trials else { return 0 }
    return IncompleteBeta.regularised(
      chance, rest: 1 - chance, a: Double(count), b: Double(trials - count) + 1)
  }

  /// How likely it is that one window gets so much of all events of its own and `windows` others.
  ///
  /// With equal rates everywhere the share of one window is binomial, whatever the rate is. Bursts
  /// make fewer independent events of many: counts are divided by the dispersion. At 1 the test is
  /// exact.
  ///
  /// - Parameters:
  ///   - count: The events of the window.
  ///   - others: The events of the other windows together.
  ///   - windows: How many others there are; above zero.
  ///   - dispersion: Variance over mean, 1 or more.
  /// - Returns: A probability.
  package static func conditional(
    atLeast count: UInt64, others: UInt64, windows: Int64, dispersion: Double
  ) -> Double {
    guard count > 0 else { return 1 }
    let all = Double(windows) + 1
    return IncompleteBeta.regularised(
      1 / all, rest: Double(windows) / all, a: Double(count) / dispersion,
      b: Double(others) / dispersion + 1)
  }

  /// The smallest count whose tail is at most `level`; nil when there is none below 2^53.
  ///
  /// - Complexity: About a hundred tails.
  package static func bound(level: Double, tail: (UInt64) -> Double) -> UInt64? {
    var low: UInt64 = 0
    var high: UInt64 = 1
    while tail(high) > level {
      low = high
      high *= 2
      guard high < 1 << 53 else { return nil }
    }
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if tail(middle) > level { low = middle } else { high = middle }
    }
    return high
  }
}
