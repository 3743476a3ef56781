/// The lengths, in windows, that judging one span of windows works with.
///
/// A rise that lasts may be usual in each single window and not in the hour. So the windows of an hour
/// are also judged together: by the sum of their events, and by how many of them hold events at all.
/// The latter finds slow rises in small series, where one burst would make as large a sum.
struct SpikeScale: Equatable, Sendable {
  /// How many base windows are judged together.
  let span: Int64
  let evidence: SpikeJudgement.Evidence
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
  ///   - evidence: What is counted of them.
  ///   - seconds: The length of a base window.
  ///   - level: What the budget leaves for one window of this span.
  init(span: Int64, _ evidence: SpikeJudgement.Evidence, seconds: Int64, level: Double) {
    let length = span * seconds
    self.span = span
    self.evidence = evidence
    self.level = level
    day = length < 86_400 ? (86_400 + length / 2) / length : 0
    slack = min(2, 3_600 / length)
    week = max(7 * 86_400 / length, trailing)
    lookback = max(day, 2 * trailing)
    block = min(24, max(4, 7_200 / length))
    leastHistory = span > 1 ? week : 0
  }

  /// How many windows before a judged one can have a part in its judgement.
  ///
  /// The dispersion of the fleet may be a day old, and it is from whole blocks.
  var reach: Int64 { max(week + 2 * block + day, lookback, 7 * day + slack) + 1 }

  /// What a detector judges, shortest first.
  ///
  /// An hour is judged beside its windows when it has enough of them. Windows have half of the budget.
  static func all(seconds: Int64, level: Double) -> [SpikeScale] {
    let windows = 3_600 / seconds
    guard windows >= 6, 3_600 % seconds == 0 else {
      return [SpikeScale(span: 1, .events, seconds: seconds, level: level)]
    }
    let hourly = level / 4 * Double(windows)
    return [
      SpikeScale(span: 1, .events, seconds: seconds, level: level / 2),
      SpikeScale(span: windows, .events, seconds: seconds, level: hourly),
      SpikeScale(span: windows, .activity, seconds: seconds, level: hourly),
    ]
  }
}
