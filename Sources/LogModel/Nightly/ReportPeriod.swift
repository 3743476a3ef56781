/// The time that a report is about, and the earlier times that it is compared with.
///
/// An earlier time is the same stretch of the calendar a whole number of days before, read off the
/// clock on the wall: the day before a day of 25 hours has 24.
package struct ReportPeriod: Hashable, Sendable {
  /// In UTC seconds; not empty.
  package let seconds: Range<Int64>
  /// How many days lie between the period and the one before it: 1 for a day or less, 7 for a week.
  package let stepDays: Int64
  /// The earlier periods, the latest first; as many as fit into four weeks, and at least one.
  package let earlier: [EarlierPeriod]
  /// How many whole days of the calendar it is; nil when it does not begin and end at midnight.
  package let wholeDays: Int64?

  /// How far back a report compares, in days.
  package static let reachDays: Int64 = 28

  package init(seconds: Range<Int64>, zone: TimeZoneRules) {
    precondition(!seconds.isEmpty, "an empty period")
    self.seconds = seconds
    let (first, last) = (zone.day(of: seconds.lowerBound), zone.day(of: seconds.upperBound - 1))
    let isWhole =
      zone.start(ofDay: first) == seconds.lowerBound
      && zone.start(ofDay: last + 1) == seconds.upperBound
    wholeDays = isWhole ? last - first + 1 : nil
    // Of a period from noon to noon the day before is the one before.
    let length = seconds.upperBound - seconds.lowerBound
    stepDays = wholeDays ?? max(1, (length + 86_399 - 3_600) / 86_400)
    let step = stepDays
    earlier = (1...max(1, ReportPeriod.reachDays / step)).map { number in
      let days = number * step
      return EarlierPeriod(days: days, seconds: ReportPeriod.shifted(seconds, by: days, in: zone))
    }
  }

  /// When the clock on the wall showed the same so many days before.
  ///
  /// Empty where the clock jumped over all of it; longer by an hour where it showed that twice.
  package static func shifted(
    _ seconds: Range<Int64>, by days: Int64, in zone: TimeZoneRules
  ) -> Range<Int64> {
    // What the clock shows at the end is what it comes to, not what it is set to then.
    let end = shifted(seconds.upperBound, offset: seconds.upperBound - 1, by: days, in: zone)
    let start = shifted(seconds.lowerBound, offset: seconds.lowerBound, by: days, in: zone)
    return min(start, end)..<end
  }

  private static func shifted(
    _ second: Int64, offset: Int64, by days: Int64, in zone: TimeZoneRules
  ) -> Int64 {
    let day = zone.day(of: second)
    // Midnight stays midnight, also where the clock jumps over it.
    if zone.start(ofDay: day) == second { return zone.start(ofDay: day - days) }
    let local = second + zone.offset(at: offset)
    return CalendarText.utc(ofLocal: local - days * 86_400, in: zone)
  }
}

/// One of the times that a period is compared with.
package struct EarlierPeriod: Hashable, Sendable {
  /// How many days before.
  package let days: Int64
  /// In UTC seconds.
  package let seconds: Range<Int64>

  /// Whether it has the same days of the week.
  package var isSameWeekday: Bool { days % 7 == 0 }
}

/// What there was to compare with.
package struct ComparedPast: Hashable, Sendable {
  /// The earlier periods of which records are known, the latest first.
  package var known: [EarlierPeriod]
  /// How many there could be.
  package var wanted: Int
  /// Whether records are known of the period just before: yesterday, for a day.
  package var hasBefore: Bool
  /// Whether records are known of seven days before.
  package var hasWeekBefore: Bool
  /// The first UTC second of which anything is known; nil without any record.
  package var knownFrom: Int64?

  package init(
    known: [EarlierPeriod], wanted: Int, hasBefore: Bool, hasWeekBefore: Bool, knownFrom: Int64?
  ) {
    self.known = known
    self.wanted = wanted
    self.hasBefore = hasBefore
    self.hasWeekBefore = hasWeekBefore
    self.knownFrom = knownFrom
  }
}
