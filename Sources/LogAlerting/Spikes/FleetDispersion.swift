/// How bursty the counts of a fleet are, for series that are too small to tell by themselves.
///
/// The estimate of a single small series misses its tail: it has mostly not seen its bursts yet. So
/// it is drawn towards the fleet, and never below its own.
struct FleetDispersion: Equatable, Sendable {
  /// The dispersion of a series of which nothing is known.
  let typical: Double

  /// - Parameter estimates: Those of series with enough events, in any order.
  init(_ estimates: [Double]) {
    let sorted = estimates.sorted()
    let quartile = sorted.isEmpty ? 0 : sorted[sorted.count * 3 / 4]
    let known = Double(sorted.count)
    let guessed = FleetDispersion.guessWeight
    let drawn = (known * quartile + guessed * FleetDispersion.guess) / (known + guessed)
    typical = max(FleetDispersion.floor, drawn)
  }

  /// The dispersion to use for a series with its own estimate from so many events.
  func shrunk(own: Double?, events: Double) -> Double {
    let own = own ?? 1
    let weight = events / (events + 50)
    return max(1, own, weight * own + (1 - weight) * typical)
  }

  /// How many events make an estimate one for the fleet.
  static let enough = 200.0
  /// What a fleet is taken for while few of its series can tell, and for how many these count.
  ///
  /// Without it the first two hours had 11 false alarms in 20 simulated fleets, with it none.
  private static let guess = 4.0
  private static let guessWeight = 5.0
  /// The fleet is never taken for calmer, because quiet weeks do not show its bursts.
  private static let floor = 1.5

  /// The same for a single series of which nothing else is known.
  static var least: Double { guess }
}
