import LogModel

/// Writes many instants, most of them of the same day, as RFC 3339 in UTC.
///
/// The text is that of `EventTime.appendRFC3339`; the day is worked out only when it changes.
package struct TimeText {
  private var day: Int64?
  /// `2026-03-14T08:00:00` of the last day written, from `timeStart` on overwritten each time.
  private var text: [UInt8] = []
  private var timeStart = 0

  package init() {}

  package mutating func append(_ time: EventTime, to bytes: inout [UInt8]) {
    append(second: time.seconds, to: &bytes)
    guard time.nanoseconds != 0 else { return }
    // The whole second is right already: only its last letter gives way to the fraction.
    bytes.removeLast()
    var (fraction, digits) = (Int64(time.nanoseconds), 9)
    while fraction % 1_000 == 0 {
      fraction /= 1_000
      digits -= 3
    }
    bytes.append(UInt8(ascii: "."))
    bytes.appendFraction(Int(fraction), digits: digits)
    bytes.append(UInt8(ascii: "Z"))
  }

  package mutating func append(second: Int64, to bytes: inout [UInt8]) {
    let newDay = second.flooredQuotient(by: 86_400)
    if newDay != day {
      day = newDay
      text.removeAll(keepingCapacity: true)
      CivilDate(daysSinceEpoch: newDay).append(to: &text)
      timeStart = text.count + 1
      text.append(contentsOf: "T00:00:00Z".utf8)
    }
    let secondOfDay = Int32(truncatingIfNeeded: second - newDay * 86_400)
    let start = timeStart
    var digits = text.mutableSpan
    digits.setPair(secondOfDay / 3_600, at: start)
    digits.setPair(secondOfDay / 60 % 60, at: start + 3)
    digits.setPair(secondOfDay % 60, at: start + 6)
    bytes.append(contentsOf: text)
  }
}

extension MutableSpan<UInt8> {
  /// Writes a number from 0 to 99 as two digits.
  fileprivate mutating func setPair(_ number: Int32, at index: Int) {
    self[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10)
    self[index + 1] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10)
  }
}
