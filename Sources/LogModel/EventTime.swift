/// An instant on the UTC time line, exact to the nanosecond, from year 0 to year 9999 and beyond.
///
/// Two numbers and not one count of nanoseconds: 64 bits of nanoseconds end in the year 2262, and a
/// forged time in the year 9999 must still be counted in its own window.
@usableFromInline
package struct EventTime: Hashable, Sendable {
  /// Whole seconds since 1970-01-01T00:00:00Z, floored: negative before it.
  @usableFromInline package var seconds: Int64
  /// The part of a second after `seconds`; 0 ..< 1,000,000,000.
  @usableFromInline package var nanoseconds: UInt32

  @inlinable
  package init(seconds: Int64, nanoseconds: UInt32 = 0) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }
}

extension EventTime: Comparable {
  @inlinable
  package static func < (left: EventTime, right: EventTime) -> Bool {
    left.seconds != right.seconds
      ? left.seconds < right.seconds : left.nanoseconds < right.nanoseconds
  }
}

extension EventTime: CustomStringConvertible {
  /// RFC 3339 in UTC: `2026-03-14T08:00:00Z`, with 3, 6 or 9 decimals only where there is a fraction.
  @usableFromInline package var description: String {
    var text: [UInt8] = []
    appendRFC3339(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends the same text as `description`, without making a `String`.
  package func appendRFC3339(to text: inout [UInt8]) {
    let date = CivilDate(daysSinceEpoch: seconds.flooredQuotient(by: 86_400))
    let second = seconds.flooredRemainder(by: 86_400)
    date.append(to: &text)
    text.append(UInt8(ascii: "T"))
    text.appendDigits(second / 3_600, width: 2)
    text.append(UInt8(ascii: ":"))
    text.appendDigits(second / 60 % 60, width: 2)
    text.append(UInt8(ascii: ":"))
    text.appendDigits(second % 60, width: 2)
    if nanoseconds != 0 {
      text.append(UInt8(ascii: "."))
      if nanoseconds % 1_000_000 == 0 {
        text.appendDigits(Int64(nanoseconds / 1_000_000), width: 3)
      } else if nanoseconds % 1_000 == 0 {
        text.appendDigits(Int64(nanoseconds / 1_000), width: 6)
      } else {
        text.appendDigits(Int64(nanoseconds), width: 9)
      }
    }
    text.append(UInt8(ascii: "Z"))
  }
}
