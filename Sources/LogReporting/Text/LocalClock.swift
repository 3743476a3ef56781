import LogModel

/// Tells instants as a clock on the wall of a zone would.
package struct LocalClock {
  package let zone: TimeZoneRules

  package init(zone: TimeZoneRules) { self.zone = zone }

  /// The day of the calendar, counted from 1970-01-01.
  package func day(_ second: Int64) -> Int64 {
    (second + zone.offset(at: second)).flooredQuotient(by: 86_400)
  }

  /// `2026-03-14`.
  package func date(_ second: Int64) -> String {
    var text: [UInt8] = []
    CivilDate(daysSinceEpoch: day(second)).append(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// `08:05`, or `08:05:30` with seconds.
  package func time(_ second: Int64, showsSeconds: Bool) -> String {
    let local = (second + zone.offset(at: second)).flooredRemainder(by: 86_400)
    var text: [UInt8] = []
    text.appendDigits(local / 3_600, width: 2)
    text.append(UInt8(ascii: ":"))
    text.appendDigits(local / 60 % 60, width: 2)
    if showsSeconds {
      text.append(UInt8(ascii: ":"))
      text.appendDigits(local % 60, width: 2)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// What is in force: `UTC`, `+01:00`; with seconds in zones of old that have them.
  package func offset(_ second: Int64) -> String {
    if zone.name == "UTC" { return "UTC" }
    let offset = zone.offset(at: second)
    var text: [UInt8] = [UInt8(ascii: offset < 0 ? "-" : "+")]
    text.appendDigits(abs(offset) / 3_600, width: 2)
    text.append(UInt8(ascii: ":"))
    text.appendDigits(abs(offset) / 60 % 60, width: 2)
    if offset % 60 != 0 {
      text.append(UInt8(ascii: ":"))
      text.appendDigits(abs(offset) % 60, width: 2)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// A stretch of time with the least that says it: `2026-03-14 08:00 - 09:00 +01:00`.
  ///
  /// With `omitsDate`, where the reader knows the day, a stretch within one day is `08:00 - 09:00`.
  package func span(
    from start: Int64, to end: Int64, showsSeconds: Bool, omitsDate: Bool = false
  ) -> String {
    let isOneDay = day(start) == day(end)
    let isOneOffset = offset(start) == offset(end)
    var text = isOneDay && omitsDate ? "" : date(start) + " "
    text += time(start, showsSeconds: showsSeconds)
    if !isOneOffset { text += " " + offset(start) }
    text += isOneDay ? " - " : " - \(date(end)) "
    text += time(end, showsSeconds: showsSeconds)
    return omitsDate && isOneOffset && isOneDay ? text : text + " " + offset(end)
  }
}
