import LogModel

/// Writes many instants, most of them of the same day, as RFC 3339 in UTC.
///
/// The text is that of `EventTime.appendRFC3339`; the day is worked out only when it changes.
package struct TimeText {
  private var day: Int64?
  /// `2026-03-14T` of the last day written.
  private var date: [UInt8] = []

  package init() {}

  package mutating func append(_ time: EventTime, to bytes: inout [UInt8]) {
    bytes.append(addingCapacity: TimeText.longest) { append(time, to: &$0) }
  }

  package mutating func append(second: Int64, to bytes: inout [UInt8]) {
    append(EventTime(seconds: second), to: &bytes)
  }

  /// The most bytes that an instant takes: a year can have 12 digits.
  static let longest = 48

  mutating func append(_ time: EventTime, to text: inout OutputSpan<UInt8>) {
    let newDay = time.seconds.flooredQuotient(by: 86_400)
    if newDay != day {
      day = newDay
      date.removeAll(keepingCapacity: true)
      CivilDate(daysSinceEpoch: newDay).append(to: &date)
      date.append(UInt8(ascii: "T"))
    }
    for index in 0..<date.count { text.append(date[index]) }
    let second = UInt32(truncatingIfNeeded: time.seconds - newDay * 86_400)
    text.appendPair(second / 3_600)
    text.append(UInt8(ascii: ":"))
    text.appendPair(second / 60 % 60)
    text.append(UInt8(ascii: ":"))
    text.appendPair(second % 60)
    if time.nanoseconds != 0 { appendFraction(time.nanoseconds, to: &text) }
    text.append(UInt8(ascii: "Z"))
  }

  private func appendFraction(_ nanoseconds: UInt32, to text: inout OutputSpan<UInt8>) {
    var (fraction, digits) = (nanoseconds, 9)
    while fraction % 1_000 == 0 {
      fraction /= 1_000
      digits -= 3
    }
    text.append(UInt8(ascii: "."))
    if digits == 3 {
      text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: fraction / 100))
      text.appendPair(fraction % 100)
    } else {
      text.appendFraction(Int(fraction), digits: digits)
    }
  }
}
