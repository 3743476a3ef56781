import CByteScan
import LogModel

/// The minute of the last moment in UTC, since most records lie in the minute of the one before.
///
/// A moment written `2026-03-14T08:00:01.120Z`, as most are, then takes two comparisons of eight bytes and
/// the reading of five digits.
struct RecentMinute {
  /// `2026-03-14T08:00`; without meaning before there is a start.
  private var text: (UInt64, UInt64) = (0, 0)
  /// Where the minute begins, in UTC seconds.
  private var start: Int64?

  /// The moment that a text means; nil when it means none.
  @inline(__always)
  mutating func time(_ bytes: Bytes, count: Int) -> EventTime? {
    guard count == 24, unsafe bytes[23] == UInt8(ascii: "Z") else {
      return unsafe TimestampParser.time(bytes, count: count)
    }
    let text = unsafe (logstat_load8(bytes), logstat_load8(bytes + 8))
    if let start, text == self.text, unsafe bytes[16] == UInt8(ascii: ":"),
      unsafe bytes[19] == UInt8(ascii: "."),
      let second = unsafe TimestampParser.pair(bytes + 17), second < 60,
      let tens = unsafe TimestampParser.pair(bytes + 20),
      let last = unsafe TimestampParser.digit(bytes[22])
    {
      return EventTime(
        seconds: start + second,
        nanoseconds: UInt32(truncatingIfNeeded: tens * 10 + last) * 1_000_000)
    }
    guard let time = unsafe TimestampParser.calendarTime(bytes, count: count) else {
      return unsafe TimestampParser.time(bytes, count: count)
    }
    self.text = text
    start = time.seconds - time.seconds.flooredRemainder(by: 60)
    return time
  }
}
