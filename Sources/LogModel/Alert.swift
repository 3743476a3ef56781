/// One series of a rule in one window in which the rule fires.
package struct Alert: Hashable, Sendable {
  /// The number of the rule in its set.
  package var rule: Int
  /// The place of the series in the rule's `MeasureTable`.
  package var series: Int
  package var key: SeriesKey
  package var severity: Severity
  /// The window in UTC seconds; several windows of the rule where a spike was found in these together.
  package var seconds: Range<Int64>
  package var count: Int
  /// Nil where nobody asked, or no record named a user.
  package var users: Int?
  /// What was looked at, with the numbers that decided.
  package var gates: [Gate]
  /// Nil unless the rule looks for spikes.
  package var forecast: Forecast?

  package init(
    rule: Int, series: Int, key: SeriesKey, severity: Severity, seconds: Range<Int64>, count: Int,
    users: Int? = nil, gates: [Gate] = [], forecast: Forecast? = nil
  ) {
    self.rule = rule
    self.series = series
    self.key = key
    self.severity = severity
    self.seconds = seconds
    self.count = count
    self.users = users
    self.gates = gates
    self.forecast = forecast
  }
}

/// A number that a rule looks at, and what it must be.
package struct Gate: Hashable, Sendable {
  package enum Name: String, CaseIterable, Hashable, Sendable {
    /// Errors in the window; of a spike this is the gate *material*.
    case count
    /// Distinct users, or errors where no record names a user.
    case users
    case perUser = "per_user"
    case share
    /// The count over the expected count times the least ratio: the gate *large*.
    case large
    /// The q-value, which must be at most so much: the gate *significant*.
    case significant
    /// For how many seconds nothing was there, of a new code or a silent tenant.
    case quiet
    /// For how many seconds it must have held.
    case held
  }

  package var name: Name
  package var passed: Bool
  package var value: Double
  /// The least that passes, of `significant` the most.
  package var needed: Double

  package init(_ name: Name, passed: Bool, value: Double, needed: Double) {
    self.name = name
    self.passed = passed
    self.value = value
    self.needed = needed
  }
}

/// What was expected of a series in a window, and how unlikely the count was then.
package struct Forecast: Hashable, Sendable {
  /// Where the expected count comes from.
  package enum Baseline: String, CaseIterable, Hashable, Sendable {
    case trailing, recent
    case sameTime = "same_time"
    case mean, floor, conditional, none
  }

  package var expected: Double
  /// The smallest count that would have been significant; nil when none would.
  package var bound: UInt64?
  /// Variance over mean; 1 for pure chance.
  package var dispersion: Double
  package var p: Double
  package var q: Double
  /// The most that `q` may be.
  package var level: Double
  /// How many series the correction is for.
  package var family: Int
  package var baseline: Baseline
  /// The windows that the baseline was read from, in UTC seconds, ascending and apart.
  package var baselineSeconds: [Range<Int64>]
  /// Whether a shorter span inside this one was told already, so that this one is not.
  package var isTold: Bool

  package init(
    expected: Double, bound: UInt64?, dispersion: Double, p: Double, q: Double, level: Double,
    family: Int, baseline: Baseline, baselineSeconds: [Range<Int64>], isTold: Bool
  ) {
    self.expected = expected
    self.bound = bound
    self.dispersion = dispersion
    self.p = p
    self.q = q
    self.level = level
    self.family = family
    self.baseline = baseline
    self.baselineSeconds = baselineSeconds
    self.isTold = isTold
  }
}
