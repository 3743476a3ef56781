/// A count of a period beside the same count of earlier ones.
package struct ComparedCount: Hashable, Sendable {
  package var count: Int
  /// Nil when no record named a user.
  package var users: UserCount?
  /// In the period just before (yesterday, for a day); nil where nothing is known of it.
  package var before: Int?
  /// Seven days before; nil where nothing is known of it.
  package var weekBefore: Int?
  /// The median of all known earlier periods; nil without one.
  package var median: Double?
  /// What the test was made with; nil when there was nothing to compare with.
  package var forecast: DayForecast?
  package var change: Change

  package enum Change: String, CaseIterable, Hashable, Sendable {
    /// Never counted in an earlier period.
    case new
    /// At least twice what was expected, and more than chance explains.
    case risen
    /// Nothing, and less than chance explains.
    case gone
    /// At most half of what was expected, and less than chance explains.
    case fallen
    /// As chance explains it.
    case usual
    /// There was nothing to compare with.
    case unknown
  }

  package init(
    count: Int, users: UserCount? = nil, before: Int? = nil, weekBefore: Int? = nil,
    median: Double? = nil, forecast: DayForecast? = nil, change: Change = .unknown
  ) {
    self.count = count
    self.users = users
    self.before = before
    self.weekBefore = weekBefore
    self.median = median
    self.forecast = forecast
    self.change = change
  }
}

/// What was expected of a period, and how unlikely its count was then.
package struct DayForecast: Hashable, Sendable {
  package enum Baseline: String, CaseIterable, Hashable, Sendable {
    /// The median of the same days of the week.
    case weekday
    /// The median of all known periods.
    case median
    /// The mean of the one or two that are known.
    case short
  }

  package var expected: Double
  package var baseline: Baseline
  /// How many earlier periods it was read from.
  package var periods: Int
  /// Variance over mean; 1 for pure chance.
  package var dispersion: Double
  /// How likely a count so far off, to either side, is by chance.
  package var p: Double
  /// The same with all counts of its kind in mind (Benjamini-Hochberg).
  package var q: Double

  package init(
    expected: Double, baseline: Baseline, periods: Int, dispersion: Double, p: Double, q: Double
  ) {
    self.expected = expected
    self.baseline = baseline
    self.periods = periods
    self.dispersion = dispersion
    self.p = p
    self.q = q
  }
}
