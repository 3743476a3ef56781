import LogModel

/// Compares counts of a period with the same counts of earlier ones.
///
/// What was expected is the median of the same days of the week where three of them are known, else
/// the median of all that are known, else the mean of one or two. Medians, because a bad day in the
/// past must not hide the next one. Counts come in bursts, so the test is that of spikes: a negative
/// binomial whose dispersion is drawn towards the fleet's, to both sides, with Benjamini-Hochberg over
/// all counts that are compared together. Like a spike, a change must be material, large and
/// significant.
package struct PastComparison: Sendable {
  /// The known earlier periods, the latest first.
  private let known: [EarlierPeriod]
  /// The places of these among all earlier periods.
  private let places: [Int]
  private let stepDays: Int64

  /// A change is told when `q` is at most so much: of a hundred that are told, one is none.
  package static let level = 0.01
  /// Fewer errors, or fewer expected ones, are no change.
  static let minCount = 5
  static let minUsers = 2
  static let minRatio = 2.0
  /// So many same days of the week, or days at all, make a median.
  package static let enough = 3
  /// So many days tell how bursty a count is by itself.
  private static let enoughForDispersion = 7

  /// - Parameters:
  ///   - period: With all earlier periods.
  ///   - isKnown: Of which of these, in their order, records are known.
  package init(_ period: ReportPeriod, isKnown: [Bool]) {
    precondition(isKnown.count == period.earlier.count, "not told of every earlier period")
    places = isKnown.indices.filter { isKnown[$0] }
    known = places.map { period.earlier[$0] }
    stepDays = period.stepDays
  }

  /// The places of the known earlier periods, where the present one is place 0.
  package var knownSlots: [Int] { places.map { $0 + 1 } }

  /// The middle of some values, of an even number the mean of the middle two; nil without any.
  package static func median(of values: [Double]) -> Double? { Past.median(of: values) }

  /// One count in all periods, and its users in the present one.
  package struct Series {
    /// The present period first, then the earlier ones in their order.
    package var counts: [Int]
    package var users: UserCount?

    package init(counts: [Int], users: UserCount? = nil) {
      self.counts = counts
      self.users = users
    }
  }

  /// Compares counts of one kind, which are corrected for their number together.
  package func compared(_ all: [Series]) -> [ComparedCount] {
    let pasts = all.map { past(of: $0.counts) }
    let fleet = FleetDispersion(
      pasts.compactMap { past in
        past.events >= FleetDispersion.enough ? past.dispersion : nil
      })
    let forecasts = zip(all, pasts).map { series, past in
      past.forecast(for: series.counts[0], fleet: fleet)
    }
    let tested = forecasts.compactMap(\.self)
    let qs = FalseDiscovery.qValues(tested.map(\.p), family: tested.count)
    var next = 0
    return zip(all.indices, forecasts).map { index, forecast in
      var forecast = forecast
      if forecast != nil {
        forecast?.q = qs[next]
        next += 1
      }
      return compared(all[index], past: pasts[index], forecast)
    }
  }

  private func compared(
    _ series: Series, past: Past, _ forecast: DayForecast?
  ) -> ComparedCount {
    func count(daysBefore days: Int64) -> Int? {
      zip(known, past.counts).first { $0.0.days == days }?.1
    }
    return ComparedCount(
      count: series.counts[0], users: series.users, before: count(daysBefore: stepDays),
      weekBefore: count(daysBefore: 7), median: Past.median(of: past.counts), forecast: forecast,
      change: change(of: series, past: past, forecast))
  }

  private func change(
    of series: Series, past: Past, _ forecast: DayForecast?
  ) -> ComparedCount.Change {
    guard let forecast else { return .unknown }
    let count = series.counts[0]
    if past.counts.allSatisfy({ $0 == 0 }) { return count > 0 ? .new : .usual }
    guard forecast.q <= PastComparison.level else { return .usual }
    let (now, expected) = (Double(count), forecast.expected)
    if count >= PastComparison.minCount,
      series.users.map({ $0.count >= PastComparison.minUsers }) ?? true,
      now >= PastComparison.minRatio * expected
    {
      return .risen
    }
    guard expected >= Double(PastComparison.minCount), now * PastComparison.minRatio <= expected
    else { return .usual }
    return count == 0 ? .gone : .fallen
  }

  private func past(of counts: [Int]) -> Past {
    Past(
      counts: places.map { counts[$0 + 1] },
      sameWeekday: zip(known, places).filter { $0.0.isSameWeekday }.map { counts[$0.1 + 1] })
  }

  /// How likely it is that nothing comes where so much came at other times; nil when fewer than seven of
  /// these are known.
  ///
  /// A login leaves several records, so these come in clumps and not by themselves.
  package static func chanceOfNone(where counts: [Int]) -> Double? {
    let past = Past(counts: counts, sameWeekday: [])
    guard counts.count >= enoughForDispersion, let mean = Past.median(of: counts) else {
      return nil
    }
    // Silences that come again and again are no accident; one or two may have been.
    let silent = counts.count { $0 == 0 }
    guard silent * 14 <= counts.count else { return Double(silent) / Double(counts.count) }
    return 1
      - CountTests.negativeBinomial(
        atLeast: 1, mean: mean, dispersion: max(FleetDispersion.least, past.dispersion ?? 1))
  }

  // MARK: Bands

  /// What is expected of a count over time, from the same stretch of earlier periods.
  ///
  /// Each stretch has its counts in the earlier periods, in their order; nil where a period has no such
  /// stretch, as one in which the clock jumped.
  package func bands(_ counts: [[Int?]]) -> [ExpectedBand?] {
    let pasts = counts.map { counts in
      let known = zip(self.known, places).compactMap { period, place in
        counts[place].map { (period, $0) }
      }
      return Past(
        counts: known.map(\.1), sameWeekday: known.filter { $0.0.isSameWeekday }.map(\.1))
    }
    let fleet = FleetDispersion(
      pasts.compactMap { past in
        past.events >= FleetDispersion.enough ? past.dispersion : nil
      })
    return pasts.map { $0.band(fleet: fleet) }
  }

  /// The counts of one series in the known earlier periods.
  struct Past {
    let counts: [Int]
    /// Those of the same days of the week.
    let sameWeekday: [Int]

    var events: Double { counts.reduce(0) { $0 + Double($1) } }

    /// Variance over mean, from the median distance to the median; nil when too little is known.
    ///
    /// The median of the distances is 0.6745 of a standard deviation in a normal distribution.
    var dispersion: Double? {
      guard counts.count >= PastComparison.enoughForDispersion,
        let middle = Past.median(of: counts), middle > 0,
        let distance = Past.median(of: counts.map { abs(Double($0) - middle) })
      else { return nil }
      let deviation = distance / 0.6745
      return deviation * deviation / middle
    }

    private var baseline: (expected: Double, DayForecast.Baseline, periods: Int)? {
      if sameWeekday.count >= PastComparison.enough, let median = Past.median(of: sameWeekday) {
        return (median, .weekday, sameWeekday.count)
      }
      guard let median = Past.median(of: counts) else { return nil }
      return counts.count >= PastComparison.enough
        ? (median, .median, counts.count) : (events / Double(counts.count), .short, counts.count)
    }

    /// The forecast for a count, with `q` as `p`; nil when nothing is known.
    func forecast(for count: Int, fleet: FleetDispersion) -> DayForecast? {
      guard let (expected, baseline, periods) = baseline else { return nil }
      let dispersion = fleet.shrunk(own: dispersion, events: events)
      let present = UInt64(count)
      let atLeast = { (least: UInt64) -> Double in
        baseline == .short
          ? CountTests.conditional(
            atLeast: least, others: UInt64(self.events), windows: Int64(periods),
            dispersion: dispersion)
          : CountTests.negativeBinomial(
            atLeast: least, mean: self.mean(expected), dispersion: dispersion)
      }
      // To either side, so twice the smaller tail.
      let p = min(1, 2 * min(atLeast(present), 1 - atLeast(present + 1)))
      return DayForecast(
        expected: expected, baseline: baseline, periods: periods, dispersion: dispersion, p: p, q: p
      )
    }

    /// Nothing in so many periods does not mean never.
    private func mean(_ expected: Double) -> Double {
      max(expected, 2 / Double(max(counts.count, 1)))
    }

    /// Where a count stays in 99 of 100 cases; nil when fewer than three periods are known.
    func band(fleet: FleetDispersion) -> ExpectedBand? {
      guard let (expected, baseline, _) = baseline, baseline != .short else { return nil }
      let mean = mean(expected)
      let dispersion = fleet.shrunk(own: dispersion, events: events)
      let tail = { (least: UInt64) in
        CountTests.negativeBinomial(atLeast: least, mean: mean, dispersion: dispersion)
      }
      guard let high = CountTests.bound(level: 0.005, tail: tail),
        let low = CountTests.bound(level: 0.995, tail: tail)
      else { return nil }
      // The least that is too much is one above the band; the least that is surpassed in 995 of 1,000
      // cases is one above the most that is too little.
      return ExpectedBand(
        low: max(0, Int(low) - 1), expected: expected, high: max(Int(high) - 1, Int(low)))
    }

    static func median(of counts: [Int]) -> Double? { median(of: counts.map(Double.init)) }

    static func median(of values: [Double]) -> Double? {
      guard !values.isEmpty else { return nil }
      let sorted = values.sorted()
      return (sorted[sorted.count / 2] + sorted[(sorted.count - 1) / 2]) / 2
    }
  }
}
