/// How many events are expected in a window, and how unlikely a count is then.
struct Expectation: Equatable, Sendable {
  var mean: Double
  var source: SpikeJudgement.Baseline
  /// The windows of a short history and their events; nil when the history is long enough.
  var reference: Reference?

  /// Nothing is known.
  static let none = Expectation(mean: 0, source: .none)

  /// A history of few windows.
  struct Reference: Equatable, Sendable {
    let events: UInt64
    let windows: Int64
  }

  /// Takes another mean when that is larger.
  mutating func raise(to other: Double?, from source: SpikeJudgement.Baseline) {
    guard let other, other > mean else { return }
    mean = other
    self.source = source
  }

  /// How likely so many events or more are; where that is more than `limit`, any number above it.
  func p(atLeast count: UInt64, dispersion: Double, upTo limit: Double = 1) -> Double {
    if source == .none { return 1 }
    guard let reference else {
      return CountTests.negativeBinomial(
        atLeast: count, mean: mean, dispersion: dispersion, upTo: limit)
    }
    return CountTests.conditional(
      atLeast: count, others: reference.events, windows: reference.windows, dispersion: dispersion)
  }
}
