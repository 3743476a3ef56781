/// Writes times; a day is worked out once, because neighbours share it.
struct CorpusClock: Sendable {
  private var day = Int.min
  private var dayText: [UInt8] = []

  /// How a time is written.
  enum Style {
    /// `2026-03-14T08:00:01.120Z`
    case milliseconds
    /// `2026-03-14T08:00:01Z`
    case seconds
    /// `2026-03-14T08:00:01.120000Z`
    case microseconds
    /// `2026-03-14T08:00:01.1200000Z`, as .NET does
    case ticks
    /// `2026-03-14T08:00:01.120000000Z`
    case nanoseconds
    /// `2026-03-14 08:00:01.120000000`
    case blankNanoseconds
    /// `2026-03-14T09:00:01.120000000+01:00`
    case offsetNanoseconds
  }

  /// Writes a time, in milliseconds since 1970.
  mutating func write(_ time: Int, _ style: Style, to out: inout CorpusBytes) {
    let time = style == .offsetNanoseconds ? time + 3_600_000 : time
    let (day, rest) = (time / 86_400_000, time % 86_400_000)
    if day != self.day {
      self.day = day
      dayText = CorpusClock.text(ofDay: day)
    }
    out.text(dayText)
    out.byte(style == .blankNanoseconds ? 0x20 : 0x54)
    out.number(rest / 3_600_000, width: 2)
    out.byte(0x3A)
    out.number(rest / 60_000 % 60, width: 2)
    out.byte(0x3A)
    out.number(rest / 1_000 % 60, width: 2)
    if style != .seconds {
      out.byte(0x2E)
      out.number(rest % 1_000, width: 3)
    }
    switch style {
    case .milliseconds, .seconds: out.text("Z")
    case .microseconds: out.text("000Z")
    case .ticks: out.text("0000Z")
    case .nanoseconds: out.text("000000Z")
    case .blankNanoseconds: out.text("000000")
    case .offsetNanoseconds: out.text("000000+01:00")
    }
  }

  /// `20260314080001120`, as in an id of the provider.
  mutating func writeDigits(_ time: Int, to out: inout CorpusBytes) {
    let (day, rest) = (time / 86_400_000, time % 86_400_000)
    if day != self.day {
      self.day = day
      dayText = CorpusClock.text(ofDay: day)
    }
    for byte in dayText where byte != 0x2D { out.byte(byte) }
    out.number(rest / 3_600_000, width: 2)
    out.number(rest / 60_000 % 60, width: 2)
    out.number(rest % 60_000, width: 5)
  }

  /// A day since 1970 as `2026-03-14`.
  ///
  /// Source: Hinnant, "chrono-compatible low-level date algorithms", civil_from_days.
  private static func text(ofDay day: Int) -> [UInt8] {
    let shifted = day + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    var text = CorpusBytes()
    text.number(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), width: 4)
    text.byte(0x2D)
    text.number(month, width: 2)
    text.byte(0x2D)
    text.number(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1, width: 2)
    return text.bytes
  }
}
