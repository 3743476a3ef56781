/// Cuts the time line into gapless windows that do not overlap, each `[start, end)`.
///
/// Windows below a day are aligned to the UTC epoch, not to the first event, so that every host and
/// every run cuts at the same instants and their counts can be merged. Whole days are cut at local
/// midnight; several days are counted from Monday 1970-01-05.
package enum TumblingWindows: Hashable, Sendable {
  /// Windows of so many seconds; positive and at most a day.
  case seconds(Int64)
  /// Windows of so many local days; positive.
  case days(Int64, TimeZoneRules)

  /// The nominal length in seconds; a day of 23 or 25 hours still counts as 86,400.
  package var length: Int64 {
    switch self {
    case .seconds(let length): length
    case .days(let count, _): count * 86_400
    }
  }

  /// The number of the window that holds a UTC second.
  ///
  /// A window holds its start and not its end: 10:05:00 belongs to 10:05-10:10.
  package func index(of second: Int64) -> Int64 {
    switch self {
    case .seconds(let length): second.flooredQuotient(by: length)
    case .days(1, let zone): zone.day(of: second)
    case .days(let count, let zone):
      (zone.day(of: second) - TumblingWindows.firstMonday).flooredQuotient(by: count)
    }
  }

  /// The first second of a window.
  package func start(of index: Int64) -> Int64 {
    switch self {
    case .seconds(let length): index * length
    case .days(1, let zone): zone.start(ofDay: index)
    case .days(let count, let zone):
      zone.start(ofDay: index * count + TumblingWindows.firstMonday)
    }
  }

  /// The first second after a window, which is the start of the next one.
  package func end(of index: Int64) -> Int64 { start(of: index + 1) }

  /// 1970-01-05, in days since the epoch.
  private static let firstMonday: Int64 = 4
}
