/// What a judgement leaves to the next run, so that it need not judge again what cannot have changed.
///
/// All of it follows from the counts; without it everything is judged anew, with the same result.
package struct JudgedPast: Equatable, Sendable {
  /// What tells the rules of the judgement from others.
  package var rules: String
  /// The run's time of now, in UTC seconds: what was far ahead of it had no part.
  package var now: Int64
  /// The UTC seconds of which anything is known, parted where nothing was logged for long; ascending.
  package var stretches: [Range<Int64>]
  /// The incidents of which silences hold something back; what was told is in `AlertMemory`.
  package var silenced: [SilencedLife]

  package init(
    rules: String, now: Int64, stretches: [Range<Int64>], silenced: [SilencedLife] = []
  ) {
    self.rules = rules
    self.now = now
    self.stretches = stretches
    self.silenced = silenced
  }
}

/// Where an incident was of which silences hold something back, or all.
package struct SilencedLife: Hashable, Sendable {
  package var subject: AlertSubject
  /// From the start of its first window to the end of its last, in UTC seconds.
  package var seconds: Range<Int64>
  /// Once windows are closed up to here, it is over.
  package var clearsAt: Int64

  package init(subject: AlertSubject, seconds: Range<Int64>, clearsAt: Int64) {
    self.subject = subject
    self.seconds = seconds
    self.clearsAt = clearsAt
  }
}

/// A window, or an hour of windows, in which a rule found a spike: it is no history for later ones.
package struct FiredSpike: Hashable, Sendable {
  /// The number of the rule in its set.
  package var rule: Int
  package var series: SeriesKey
  /// What was judged: 0 a window, 1 the events of an hour, 2 in how many of its windows there were any.
  package var kind: Int
  /// The first UTC second of the window, or of the last one of the hour.
  package var start: Int64

  package init(rule: Int, series: SeriesKey, kind: Int, start: Int64) {
    self.rule = rule
    self.series = series
    self.kind = kind
    self.start = start
  }
}
