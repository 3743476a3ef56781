/// Times as the calendar and the clock write them.
package enum CalendarText {
  /// `2026-08-01`, `2026-08-01 10:00`, `2026-08-01T10:00:00.123+02:00`; nil for anything else.
  ///
  /// RFC 3339 §5.6, with a blank for the `T`; without an offset it is local to `zone`.
  package static func time(_ text: String, zone: TimeZoneRules) -> EventTime? {
    var rest = Substring(text)
    guard let year = take(4, from: &rest), skip("-", in: &rest),
      let month = take(2, from: &rest), skip("-", in: &rest), let day = take(2, from: &rest),
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    if rest.isEmpty { return EventTime(seconds: zone.start(ofDay: date.daysSinceEpoch)) }
    guard skip("Tt ", in: &rest), let clock = clock(&rest) else { return nil }
    let local = date.daysSinceEpoch * 86_400 + clock.seconds
    if rest.isEmpty {
      return EventTime(seconds: utc(ofLocal: local, in: zone), nanoseconds: clock.nanoseconds)
    }
    guard let offset = offset(&rest), rest.isEmpty else { return nil }
    return EventTime(seconds: local - offset, nanoseconds: clock.nanoseconds)
  }

  /// The UTC second at which clocks in `zone` show a local one.
  ///
  /// Where they show it twice, the first; where they jump over it, as far behind the jump.
  package static func utc(ofLocal local: Int64, in zone: TimeZoneRules) -> Int64 {
    // Offsets change by less than a day, so those of the days before and after are all there are.
    let before = zone.offset(at: local - 86_400 * 2)
    let after = zone.offset(at: local + 86_400 * 2)
    let fits = [before, after].map { local - $0 }.filter { $0 + zone.offset(at: $0) == local }
    return fits.min() ?? local - before
  }

  /// Seconds since midnight of `10:00` or `10:00:30`; nil for anything else.
  ///
  /// `24:00` is the end of the day.
  package static func secondOfDay(_ text: String) -> Int64? {
    if text == "24:00" { return 86_400 }
    var rest = Substring(text)
    guard let clock = clock(&rest), rest.isEmpty, clock.nanoseconds == 0 else { return nil }
    return clock.seconds
  }

  /// `10:00`, `10:00:00` or `10:00:00.123456789`; further decimals are cut.
  private static func clock(_ rest: inout Substring) -> (seconds: Int64, nanoseconds: UInt32)? {
    guard let hour = take(2, from: &rest), hour < 24, skip(":", in: &rest),
      let minute = take(2, from: &rest), minute < 60
    else { return nil }
    guard skip(":", in: &rest) else { return (hour * 3_600 + minute * 60, 0) }
    guard let second = take(2, from: &rest), second < 60 else { return nil }
    let seconds = hour * 3_600 + minute * 60 + second
    guard skip(".", in: &rest) else { return (seconds, 0) }
    let decimals = rest.prefix { $0.isASCII && $0.isWholeNumber }
    guard !decimals.isEmpty else { return nil }
    rest = rest.dropFirst(decimals.count)
    let nine = (decimals + "00000000").prefix(9)
    return (seconds, UInt32(nine) ?? 0)
  }

  /// `Z`, `+02:00` or `-0530`, in seconds.
  private static func offset(_ rest: inout Substring) -> Int64? {
    if skip("Zz", in: &rest) { return 0 }
    guard let sign = rest.first, skip("+-", in: &rest), let hours = take(2, from: &rest) else {
      return nil
    }
    _ = skip(":", in: &rest)
    guard let minutes = take(2, from: &rest), hours < 24, minutes < 60 else { return nil }
    return (sign == "-" ? -1 : 1) * (hours * 3_600 + minutes * 60)
  }

  /// Takes exactly so many digits from the front.
  private static func take(_ count: Int, from rest: inout Substring) -> Int64? {
    let digits = rest.prefix(count)
    guard digits.utf8.count == count, let number = Int64(digits),
      digits.utf8.allSatisfy({ $0 &- 0x30 < 10 })
    else { return nil }
    rest = rest.dropFirst(count)
    return number
  }

  /// Takes one of these characters from the front.
  private static func skip(_ characters: String, in rest: inout Substring) -> Bool {
    guard let first = rest.first, characters.contains(first) else { return false }
    rest = rest.dropFirst()
    return true
  }
}
