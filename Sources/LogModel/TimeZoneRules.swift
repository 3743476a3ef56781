/// The offsets of one time zone from UTC over time, as plain data.
///
/// The front door fills it from the system's zone database, so that nothing below it needs one.
package struct TimeZoneRules: Hashable, Sendable {
  /// From `start` on (until the next one), local time is UTC plus `offset`; both in seconds.
  package struct Period: Hashable, Sendable {
    package let start: Int64
    package let offset: Int64

    package init(start: Int64, offset: Int64) {
      self.start = start
      self.offset = offset
    }
  }

  /// The IANA name, as told in reports.
  package let name: String
  /// Ascending by `start`, and never empty; the first also holds for all time before it.
  package let periods: [Period]

  /// - Precondition: `periods` is not empty and ascending.
  package init(name: String, periods: [Period]) {
    precondition(!periods.isEmpty, "the zone \(name) has no period")
    precondition(
      zip(periods, periods.dropFirst()).allSatisfy { $0.start < $1.start },
      "the periods of the zone \(name) are not in order")
    self.name = name
    self.periods = periods
  }

  package static let utc = TimeZoneRules(name: "UTC", periods: [Period(start: .min, offset: 0)])

  /// The offset from UTC, in seconds, in force at a UTC second.
  ///
  /// - Complexity: O(log n) in the number of periods.
  package func offset(at second: Int64) -> Int64 {
    periods[periodIndex(at: second)].offset
  }

  /// The first UTC second that belongs to a local day, counted from 1970-01-01.
  ///
  /// Usually local midnight; where the clock jumps over midnight it is the instant of the jump.
  package func start(ofDay day: Int64) -> Int64 {
    let localMidnight = day * 86_400
    // The day starts in the first period in which its midnight is not in the future any more. An
    // offset is less than a day and a half, so only the periods around the midnight can matter.
    var index = periodIndex(at: localMidnight - 129_600)
    while true {
      let midnight = localMidnight - periods[index].offset
      // The first period also holds for all time before it, so its start is no bound.
      let start = index == 0 ? midnight : Swift.max(midnight, periods[index].start)
      guard index + 1 < periods.count, start >= periods[index + 1].start else { return start }
      index += 1
    }
  }

  /// The local day of a UTC second, counted from 1970-01-01: the last day that has started.
  package func day(of second: Int64) -> Int64 {
    var day = (second + offset(at: second)).flooredQuotient(by: 86_400)
    // After a clock that went back over midnight the local date falls by one for a while; the day
    // that has started goes on.
    while start(ofDay: day + 1) <= second { day += 1 }
    return day
  }

  private func periodIndex(at second: Int64) -> Int {
    var low = 0
    var high = periods.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if periods[middle].start <= second { low = middle } else { high = middle }
    }
    return low
  }
}
