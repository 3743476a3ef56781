import LogModel

/// The words for the time that a report is about.
package struct PeriodText {
  package let period: ReportPeriod
  package let zone: TimeZoneRules

  package init(
    period: ReportPeriod, zone: TimeZoneRules
  ) {
    self.period = period
    self.zone = zone
  }

  /// `Saturday 2026-03-14`, `24 h`, `+01:00 (Europe/Berlin)`: parts to stand between commas.
  package var parts: [String] {
    var parts = [days, length]
    if let change = clockChange { parts.append(change) }
    let offset = clock.offset(period.seconds.lowerBound)
    let name = SafeText.escaped(zone.name, isASCII: true)
    if clockChange != nil {
      parts.append(name)
    } else {
      parts.append(zone.name == "UTC" ? offset : "\(offset) (\(name))")
    }
    return parts
  }

  /// Whether all of it is of one day of the calendar, so that times of it need no date.
  package var isOneDay: Bool { firstDay == lastDay }

  /// `08:05`, with the date where that is not clear.
  package func since(_ second: Int64) -> String {
    let time = clock.time(second, showsSeconds: false)
    return isOneDay && clock.day(second) == firstDay ? time : "\(clock.date(second)) \(time)"
  }

  /// `08:05 - 09:20 (1 h 15 min)`, with dates where they are not clear.
  package func span(_ seconds: Range<Int64>) -> String {
    let text = clock.span(
      from: seconds.lowerBound, to: seconds.upperBound, showsSeconds: false,
      omitsDate: isOneDay && clock.day(seconds.lowerBound) == firstDay)
    return "\(text) (\(IncidentText.duration(seconds)))"
  }

  /// The same of an incident, which may have come and gone: `08:05 - 19:20 (11 h 15 min, 7 times)`.
  package func span(of incident: Incident) -> String {
    let text = span(incident.seconds)
    let times = incident.episodes.count
    return times > 1 ? "\(text.dropLast()), \(HumanNumber.grouped(times)) times)" : text
  }

  /// `2026-03-13 22:00`.
  package func instant(_ second: Int64) -> String {
    "\(clock.date(second)) \(clock.time(second, showsSeconds: false))"
  }

  /// What the period just before is called: `the day before`.
  package var before: String {
    switch period.stepDays {
    case 1: "the day before"
    case 7: "the week before"
    default: "\(period.stepDays) days before"
    }
  }

  /// What earlier periods are called: `27 of 28 days`.
  package var unit: String {
    switch (period.wholeDays, period.stepDays) {
    case (_, 7): "week"
    case (1, _): "day"
    case (nil, 1): "day"
    default: "earlier period"
    }
  }

  /// How often something is counted that is counted once in each period: `a day`.
  package var rate: String { unit == "earlier period" ? "in such a period" : "a \(unit)" }

  private var clock: LocalClock { LocalClock(zone: zone) }
  private var firstDay: Int64 { zone.day(of: period.seconds.lowerBound) }
  private var lastDay: Int64 { zone.day(of: period.seconds.upperBound - 1) }

  private var days: String {
    let (start, end) = (period.seconds.lowerBound, period.seconds.upperBound)
    guard period.wholeDays == nil else {
      return isOneDay
        ? PeriodText.name(ofDay: firstDay)
        : "\(PeriodText.name(ofDay: firstDay)) to \(PeriodText.name(ofDay: lastDay))"
    }
    let first = "\(PeriodText.name(ofDay: clock.day(start))) \(time(start))"
    let last =
      clock.day(end) == clock.day(start) ? "" : PeriodText.name(ofDay: clock.day(end)) + " "
    return "\(first) - \(last)\(time(end))"
  }

  private func time(_ second: Int64) -> String {
    clock.time(second, showsSeconds: second % 60 != 0)
  }

  /// `24 h`, `7 days`, `90 min`: what really goes by, also where the clock changes.
  private var length: String {
    if let days = period.wholeDays, days > 1 { return "\(days) days" }
    let seconds = period.seconds.upperBound - period.seconds.lowerBound
    guard seconds >= 3_600 else { return HumanNumber.duration(seconds) }
    guard seconds < 172_800 else { return IncidentText.duration(period.seconds) }
    let minutes = seconds / 60 % 60
    return "\(seconds / 3_600) h" + (minutes == 0 ? "" : " \(minutes) min")
  }

  private var clockChange: String? {
    let first = zone.offset(at: period.seconds.lowerBound)
    let last = zone.offset(at: period.seconds.upperBound - 1)
    if first == last { return nil }
    return last < first ? "the clock goes back" : "the clock goes forward"
  }

  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  /// `Saturday 2026-03-14` of a day counted from 1970-01-01, which was a Thursday.
  private static func name(ofDay day: Int64) -> String {
    var date: [UInt8] = []
    CivilDate(daysSinceEpoch: day).append(to: &date)
    let weekday = weekdays[Int((day + 3).flooredRemainder(by: 7))]
    return "\(weekday) \(String(decoding: date, as: UTF8.self))"
  }
}
