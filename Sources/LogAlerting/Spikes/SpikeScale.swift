/// The lengths, in windows, that judging one span of windows works with.
///
/// A slow rise is in no single window unusual, but in an hour it is. So windows are also judged
/// some together, and each span has its part of the budget.
struct SpikeScale: Equatable, Sendable {
  /// How many base windows are judged together.
  let span: Int64
  /// What the budget leaves for one window of this span.
  let level: Double
  /// How many windows just before make the trailing mean.
  let trailing: Int64 = 24
  /// How many of them tell of a rise that is under way, while there is no week to know it from.
  let recent: Int64 = 6
  /// How far back these may be, when some between them fired.
  let lookback: Int64
  /// A day; zero when a window is as long as that or longer.
  let day: Int64
  /// How far off the time of day may be on earlier days.
  let slack: Int64
  /// The history: a week, or the trailing windows where these are longer.
  let week: Int64
  /// Dispersion is measured inside blocks of so many windows, so that the rhythm of the day is none.
  let block: Int64
  /// No window is judged with less history.
  let leastHistory: Int64

  /// - Parameters:
  ///   - span: How many base windows are judged together.
  ///   - seconds: The length of a base window.
  ///   - level: What the budget leaves for one window of this span.
  init(span: Int64, seconds: Int64, level: Double) {
    let length = span * seconds
    self.span = span
    self.level = level
    day = length < 86_400 ? (86_400 + length / 2) / length : 0
    slack = min(2, 3_600 / length)
    week = max(7 * 86_400 / length, trailing)
    lookback = max(day, 2 * trailing)
    block = min(24, max(4, 7_200 / length))
    leastHistory = span > 1 ? week : 0
  }

  /// How many windows before a judged one can have a part in its judgement.
  var reach: Int64 { max(week + block, lookback, 7 * day + slack) + 1 }

  /// The spans that a detector judges, shortest first.
  static func all(seconds: Int64, level: Double) -> [SpikeScale] {
    let spans = [900, 3_600].filter { $0 > seconds && $0 % seconds == 0 }.map { $0 / seconds }
    // Half of the budget is for single windows; longer spans have fewer tests and share the rest.
    let single = spans.isEmpty ? level : level / 2
    let rest = level / 2 / Double(max(spans.count, 1))
    return [SpikeScale(span: 1, seconds: seconds, level: single)]
      + spans.map { SpikeScale(span: $0, seconds: seconds, level: rest * Double($0)) }
  }
}
