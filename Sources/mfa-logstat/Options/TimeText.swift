import LogModel

/// Times on the command line: RFC 3339, local times, and words.
package struct TimeText {
  /// What `now` is, and what `-3h` and `today` are counted from.
  package let now: EventTime
  /// The zone of times that name none.
  package let zone: TimeZoneRules

  package init(now: EventTime, zone: TimeZoneRules) {
    self.now = now
    self.zone = zone
  }

  package func parse(_ text: String) throws(Misfit) -> EventTime {
    let today = zone.day(of: now.seconds)
    switch text {
    case "now": return now
    case "today": return EventTime(seconds: zone.start(ofDay: today))
    case "yesterday": return EventTime(seconds: zone.start(ofDay: today - 1))
    default: break
    }
    if text.hasPrefix("-"), let back = DurationText.seconds(text.dropFirst()) {
      return EventTime(seconds: now.seconds - Int64(back), nanoseconds: now.nanoseconds)
    }
    guard let time = CalendarText.time(text, zone: zone) else { throw TimeText.misfit }
    return time
  }

  private static let misfit = Misfit(
    "is not a time",
    "write 2026-08-01T10:00:00Z, 2026-08-01 10:00, 2026-08-01, -3h, today, yesterday or now")
}
