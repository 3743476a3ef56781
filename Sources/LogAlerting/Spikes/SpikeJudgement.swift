/// How one series was judged in one window, with all that decided it.
package struct SpikeJudgement: Equatable, Sendable {
  /// A condition that a spike must meet, with its numbers; `needed` is the least that passes.
  package struct Gate: Equatable, Sendable {
    package let passed: Bool
    package let value: Double
    package let needed: Double

    package init(passed: Bool, value: Double, needed: Double) {
      self.passed = passed
      self.value = value
      self.needed = needed
    }
  }

  /// What the count of a judgement is of.
  package enum Evidence: Int, Sendable {
    /// The events of all windows together.
    case events
    /// The windows of a span that hold any event: a rise can be slow and still leave none empty.
    case activity
  }

  /// Where the expected count comes from.
  package enum Baseline: Equatable, Sendable {
    /// The mean of the windows just before that did not fire.
    case trailing
    /// The mean of the last few of these, while there is less than a week of history.
    case recent
    /// The median over the same time of earlier days.
    case sameTime
    /// The mean of the whole history, up to a week.
    case mean
    /// Two events in the history: the least that is ever expected.
    case floor
    /// The mean of a history too short for more; judged by a conditional test.
    case conditional
    /// There is no history at all, so nothing can be told.
    case none
  }

  /// The place of the series in the input.
  package let series: Int
  /// The window that was judged; of a longer span, its last.
  package let window: Int64
  /// How many windows were judged together, `window` and those before it.
  package let span: Int64
  /// What is counted.
  package let evidence: Evidence
  /// How many events, or how many windows with events.
  package let count: UInt64
  /// How many users, nil where not known.
  ///
  /// Those of a longer span are never known here, because users of its windows may be the same.
  package let users: UInt64?
  package let expected: Double
  /// The smallest count that would have been significant; nil when none would.
  package let bound: UInt64?
  /// Variance over mean that counts of this series are taken to have; 1 for pure chance.
  package let dispersion: Double
  /// How likely so many events or more are, when nothing is wrong.
  package let p: Double
  /// `p` after the correction for all series of the window (Benjamini-Hochberg).
  package let q: Double
  /// A spike is significant when `q` is at most this: what the budget leaves for one window.
  package let level: Double
  /// How many series the correction is for.
  package let family: Int
  /// Count against the least count.
  package let material: Gate
  /// Users against the fewest users; nil where users are not known.
  package let spread: Gate?
  /// Count against the expected count times the least ratio.
  package let large: Gate
  /// `q` against `level`; here `needed` is the most that passes.
  package let significant: Gate
  /// Whether a shorter span inside this one fired, so that there is nothing new to tell.
  package let isTold: Bool
  package let baseline: Baseline
  /// The windows that the baseline was read from, ascending and apart.
  package let baselineWindows: [Range<Int64>]

  package var fired: Bool {
    !isTold && material.passed && spread?.passed != false && large.passed && significant.passed
  }
}
