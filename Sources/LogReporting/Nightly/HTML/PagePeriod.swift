import LogModel

/// The words about the time that a page is of.
package struct PagePeriod {
  package let period: ReportPeriod
  package let zone: TimeZoneRules

  package init(
    period: ReportPeriod, zone: TimeZoneRules
  ) {
    self.period = period
    self.zone = zone
  }

  private var clock: LocalClock { LocalClock(zone: zone) }
  private var start: Int64 { period.seconds.lowerBound }
  private var end: Int64 { period.seconds.upperBound }

  /// `Saturday 2026-03-14`, `Monday 2026-03-09 – Sunday 2026-03-15`,
  /// `Saturday 2026-03-14, 08:00 – 12:00`.
  package var title: String {
    let first = "\(weekday(start)) \(clock.date(start))"
    let last = "\(weekday(end - 1)) \(clock.date(end - 1))"
    if let days = period.wholeDays { return days == 1 ? first : "\(first) – \(last)" }
    let times = (
      clock.time(start, showsSeconds: start % 60 != 0), clock.time(end, showsSeconds: end % 60 != 0)
    )
    if clock.day(start) == clock.day(end) { return "\(first), \(times.0) – \(times.1)" }
    return "\(first) \(times.0) – \(weekday(end)) \(clock.date(end)) \(times.1)"
  }

  /// `24 h, Europe/Berlin, +01:00`; a change of the clock is told.
  package var detail: String {
    var parts: [String] = []
    if let days = period.wholeDays, days > 1 {
      parts.append(HumanNumber.counted(Int(days), "day"))
    } else {
      parts.append(PagePeriod.hours(period.seconds))
    }
    let offsets = (zone.offset(at: start), zone.offset(at: end - 1))
    if offsets.0 != offsets.1 {
      parts.append("the clock goes \(offsets.1 < offsets.0 ? "back" : "forward")")
    }
    if zone.name != "UTC" { parts.append(HTMLText.text(zone.name)) }
    parts.append(
      offsets.0 == offsets.1
        ? clock.offset(start) : "\(clock.offset(start)), then \(clock.offset(end - 1))")
    return parts.joined(separator: ", ")
  }

  /// What one such time is called: `day`, `period`.
  package var noun: String { period.wholeDays == 1 ? "day" : "period" }

  /// `day before`, `week before`, `3 days before`.
  package var before: String {
    switch period.stepDays {
    case 1: "day before"
    case 7: "week before"
    default: "\(period.stepDays) days before"
    }
  }

  /// The same as the head of a column: `Day before`.
  package var beforeHead: String { before.prefix(1).uppercased() + before.dropFirst() }

  /// Whether seven days before is another time than the one just before.
  package var hasOwnWeekBefore: Bool { period.stepDays < 7 }

  /// `08:05` where the reader knows the day, else `2026-03-13 22:05`.
  package func moment(_ second: Int64) -> String {
    let time = clock.time(second, showsSeconds: second % 60 != 0)
    return isOfTheDay(second) ? time : "\(clock.date(second)) \(time)"
  }

  /// `08:05 – 09:20`, with dates where the reader cannot know the day; a midnight that ends the day is
  /// `24:00`.
  package func span(_ seconds: Range<Int64>) -> String {
    let (from, to) = (seconds.lowerBound, seconds.upperBound)
    if to == end, isOfTheDay(from), !isOfTheDay(to), period.wholeDays == 1 {
      return "\(moment(from)) – 24:00"
    }
    return "\(moment(from)) – \(end(of: seconds))"
  }

  /// The end of a stretch whose start was told: `09:20` when it is of the same day.
  package func end(of seconds: Range<Int64>) -> String {
    let end = seconds.upperBound
    return clock.day(seconds.lowerBound) == clock.day(end)
      ? clock.time(end, showsSeconds: end % 60 != 0) : moment(end)
  }

  /// The offset that is in force then: `+01:00`.
  package func offset(_ second: Int64) -> String { clock.offset(second) }

  /// `2026-03-14`.
  package func date(_ second: Int64) -> String { clock.date(second) }

  /// Whether the period is within one day of the calendar, and the second is of that day.
  private func isOfTheDay(_ second: Int64) -> Bool {
    clock.day(start) == clock.day(end - 1) && clock.day(second) == clock.day(start)
  }

  private func weekday(_ second: Int64) -> String {
    // 1970-01-01 was a Thursday.
    let days = ["Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"]
    return days[Int(clock.day(second).flooredRemainder(by: 7))]
  }

  /// `24 h`, `90 min`, `1 h 30 min`.
  private static func hours(_ seconds: Range<Int64>) -> String {
    let length = seconds.upperBound - seconds.lowerBound
    return length % 3_600 == 0 && length < 172_800
      ? "\(length / 3_600) h" : IncidentText.duration(seconds)
  }
}
