import CByteScan
import LogModel

/// Reads the moments of logs: RFC 3339 and its kin, and numbers of seconds, milliseconds, microseconds
/// or nanoseconds, told apart by their size.
enum TimestampParser {
  /// Whether a text that is a time tells its offset from UTC; a number always does.
  static func tellsOffset(_ start: Bytes, count: Int) -> Bool {
    guard count >= 19, unsafe start[4] == UInt8(ascii: "-"),
      unsafe start[count - 1] | 0x20 != UInt8(ascii: "z")
    else { return true }
    for index in 19..<count
    where unsafe start[index] == UInt8(ascii: "+") || start[index] == UInt8(ascii: "-") {
      return true
    }
    return unsafe digit(start[count - 1]) == nil
  }

  /// The moment that a text means; nil when it means none.
  static func time(_ start: Bytes, count: Int) -> EventTime? {
    guard count > 0 else { return nil }
    if count >= 19, let time = unsafe calendarTime(start, count: count) { return time }
    return unsafe digitTime(start, count: count)
  }

  // MARK: RFC 3339

  /// `2026-03-14T08:00:01.120Z`: `T`, `t` or a blank; a fraction behind `.` or `,`, cut after nine
  /// decimals; `Z`, `z`, `+hh:mm`, `+hhmm` or nothing, which is UTC; `:60` stays in its minute.
  static func calendarTime(_ start: Bytes, count: Int) -> EventTime? {
    guard count >= 19,
      unsafe start[10] | 0x20 == UInt8(ascii: "t") || start[10] == 0x20,
      let date = unsafe DigitPairs(start, marks: (4, 7), mark: UInt8(ascii: "-")),
      let day = unsafe pair(start + 8),
      let clock = unsafe DigitPairs(start + 11, marks: (2, 5), mark: UInt8(ascii: ":"))
    else { return nil }
    let year = date.pair(at: 0) * 100 + date.pair(at: 2)
    let month = date.pair(at: 5)
    let (hour, minute, second) = (clock.pair(at: 0), clock.pair(at: 3), clock.pair(at: 6))
    guard month >= 1, month <= 12, day >= 1, hour < 24, minute < 60, second <= 60,
      day <= 28 || day <= CivilDate.days(inMonth: month, of: year)
    else { return nil }

    var place = 19
    var nanoseconds: UInt32 = 0
    if count == 24, unsafe start[19] == UInt8(ascii: "."), unsafe start[23] | 0x20 == 0x7A,
      let tens = unsafe pair(start + 20), let last = unsafe digit(start[22])
    {
      // Most logs write milliseconds and `Z`.
      nanoseconds = UInt32(truncatingIfNeeded: tens * 10 + last) * 1_000_000
      place = 23
    } else if place < count,
      unsafe start[place] == UInt8(ascii: ".") || start[place] == UInt8(ascii: ",")
    {
      var scale: UInt32 = 100_000_000
      let first = place + 1
      place = first
      while place < count, let digit = unsafe digit(start[place]) {
        nanoseconds += UInt32(digit) * scale
        scale /= 10
        place += 1
      }
      guard place > first else { return nil }
    }
    guard let offset = unsafe offset(start + place, count: count - place) else { return nil }
    let days = CivilDate.daysSinceEpoch(year: year, month: month, day: day)
    // A leap second is told as the last second of its minute, so that it stays in that minute's window.
    let seconds = days * 86_400 + hour * 3_600 + minute * 60 + min(second, 59) - offset
    // An offset can lead out of the years that RFC 3339 can write.
    guard (-62_167_219_200...253_402_300_799).contains(seconds) else { return nil }
    return EventTime(seconds: seconds, nanoseconds: nanoseconds)
  }

  /// Eight bytes of digits with two marks among them, `2026-03-` or `08:00:01`, read in one register.
  private struct DigitPairs {
    /// In each byte, ten times its digit plus the digit of the next byte.
    private let pairs: UInt64

    /// - Returns: nil when a digit or a mark is not where it should be.
    @inline(__always)
    init?(_ start: Bytes, marks: (UInt64, UInt64), mark: UInt8) {
      let places: UInt64 = 0xFF << (marks.0 * 8) | 0xFF << (marks.1 * 8)
      let expected = 0x0101_0101_0101_0101 &* UInt64(mark) & places
      let digits = unsafe logstat_load8(start) ^ (0x3030_3030_3030_3030 & ~places | expected)
      // Digits are 0 to 9 now and marks 0: adding 0x76 sets the high bit of every byte above 9.
      guard digits & places == 0,
        ((digits & 0x7F7F_7F7F_7F7F_7F7F) + 0x7676_7676_7676_7676 | digits)
          & 0x8080_8080_8080_8080 == 0
      else { return nil }
      // No byte overflows: 9 * 10 + 9 is 99.
      pairs = digits &* 10 &+ digits >> 8
    }

    @inline(__always)
    func pair(at index: UInt64) -> Int64 {
      Int64(truncatingIfNeeded: pairs >> (index * 8) & 0xFF)
    }
  }

  /// Seconds east of UTC; nil when the text is no offset.
  private static func offset(_ start: Bytes, count: Int) -> Int64? {
    if count == 0 { return 0 }
    if count == 1 { return unsafe start[0] | 0x20 == UInt8(ascii: "z") ? 0 : nil }
    // Ruby's and fluentd's default puts a blank before the offset.
    if unsafe start[0] == 0x20 {
      return unsafe count > 2 ? offset(start + 1, count: count - 1) : nil
    }
    let sign: Int64
    switch unsafe start[0] {
    case UInt8(ascii: "+"): sign = 1
    case UInt8(ascii: "-"): sign = -1
    default: return nil
    }
    let minutePlace: Int
    switch count {
    case 5: minutePlace = 3
    case 6 where unsafe start[3] == UInt8(ascii: ":"): minutePlace = 4
    default: return nil
    }
    guard let hour = unsafe pair(start + 1), let minute = unsafe pair(start + minutePlace),
      hour < 24, minute < 60
    else { return nil }
    return sign * (hour * 3_600 + minute * 60)
  }

  // MARK: Numbers

  /// A text of digits with at most one decimal point.
  private static func digitTime(_ start: Bytes, count: Int) -> EventTime? {
    for index in 0..<count
    where unsafe digit(start[index]) == nil && start[index] != UInt8(ascii: ".") { return nil }
    guard unsafe digit(start[0]) != nil, unsafe digit(start[count - 1]) != nil else { return nil }
    return unsafe number(start, count: count)
  }

  /// A decimal number: below 1e11 seconds, below 1e14 milliseconds, below 1e17 microseconds, else
  /// nanoseconds; computed in decimal, because a double cannot hold nanoseconds.
  ///
  /// Only moments from 1e8 s (1973-03-03) to 1e11 s (5138-11-16) are plausible: where the units meet, so
  /// that the same bounds hold for each of them. A duration or a counter is below, a random number above.
  ///
  /// - Returns: nil for zero, for negative and for implausible numbers.
  static func number(_ start: Bytes, count: Int) -> EventTime? {
    if let time = unsafe wholeNumber(start, count: count) { return time }
    guard let decimal = unsafe Decimal(start, count: count) else { return nil }
    // The number is 0.d1d2d3... * 10^magnitude with d1 != 0, so its size shows in its magnitude.
    let digitsPerSecond: Int
    switch decimal.magnitude {
    case ...11: digitsPerSecond = 0
    case ...14: digitsPerSecond = 3
    case ...17: digitsPerSecond = 6
    default: digitsPerSecond = 9
    }
    let secondDigits = decimal.magnitude - digitsPerSecond
    guard (9...11).contains(secondDigits) else { return nil }
    var seconds: Int64 = 0
    for index in 0..<secondDigits { seconds = seconds * 10 + Int64(decimal.digit(index)) }
    var nanoseconds: UInt32 = 0
    for index in secondDigits..<secondDigits + 9 {
      nanoseconds = nanoseconds * 10 + UInt32(decimal.digit(index))
    }
    return EventTime(seconds: seconds, nanoseconds: nanoseconds)
  }

  /// The same for plain digits, as nearly all numbers are; nil for all others, and out of the bounds.
  ///
  /// Digit by digit as a decimal, a millisecond took 28 % of the time of reading short lines.
  private static func wholeNumber(_ start: Bytes, count: Int) -> EventTime? {
    guard (9...19).contains(count), unsafe start[0] != UInt8(ascii: "0") else { return nil }
    var value: UInt64 = 0
    for index in 0..<count {
      let digit = unsafe start[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = value &* 10 &+ UInt64(digit)
    }
    // Divisions by constants are multiplications.
    let (seconds, nanoseconds): (UInt64, UInt64) =
      switch count {
      case ...11: (value, 0)
      case ...14: (value / 1_000, value % 1_000 * 1_000_000)
      case ...17: (value / 1_000_000, value % 1_000_000 * 1_000)
      default: (value / 1_000_000_000, value % 1_000_000_000)
      }
    return EventTime(seconds: Int64(seconds), nanoseconds: UInt32(nanoseconds))
  }

  /// The leading digits of a positive decimal number, and where its point stands.
  private struct Decimal {
    /// The first 20 digits without leading zeros, two words of ten, the first in the higher places.
    private var digits: (UInt64, UInt64) = (0, 0)
    private var count = 0
    /// The value lies in 10^(magnitude - 1) ..< 10^magnitude.
    private(set) var magnitude = 0

    /// - Returns: nil for zero, a negative number, or what is no number.
    init?(_ start: Bytes, count length: Int) {
      var hasPoint = false
      var integerDigits = 0
      var leadingZeros = 0
      var index = 0
      scan: while index < length {
        let byte = unsafe start[index]
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
          if count == 0, byte == UInt8(ascii: "0") {
            if hasPoint { leadingZeros += 1 }
          } else {
            append(UInt64(byte - UInt8(ascii: "0")))
            if !hasPoint { integerDigits += 1 }
          }
        case UInt8(ascii: ".") where !hasPoint:
          hasPoint = true
        case UInt8(ascii: "e"), UInt8(ascii: "E"):
          break scan
        default:
          return nil
        }
        index += 1
      }
      guard count > 0 else { return nil }
      magnitude = integerDigits > 0 ? integerDigits : -leadingZeros
      if index < length {
        guard let exponent = unsafe Decimal.exponent(start + index + 1, count: length - index - 1)
        else { return nil }
        magnitude += exponent
      }
    }

    /// The digit at a place from the first one on; zero behind the last.
    func digit(_ index: Int) -> UInt64 {
      guard index < count, index < 20 else { return 0 }
      return index < 10
        ? digits.0 / Decimal.power(9 - index) % 10 : digits.1 / Decimal.power(19 - index) % 10
    }

    private mutating func append(_ digit: UInt64) {
      if count < 10 {
        digits.0 += digit * Decimal.power(9 - count)
      } else if count < 20 {
        digits.1 += digit * Decimal.power(19 - count)
      }
      count += 1
    }

    private static func power(_ exponent: Int) -> UInt64 {
      var power: UInt64 = 1
      for _ in 0..<exponent { power *= 10 }
      return power
    }

    /// A signed exponent; anything past +-999 is as good as 999.
    private static func exponent(_ start: Bytes, count: Int) -> Int? {
      guard count > 0 else { return nil }
      let isNegative = unsafe start[0] == UInt8(ascii: "-")
      let first = unsafe isNegative || start[0] == UInt8(ascii: "+") ? 1 : 0
      guard first < count else { return nil }
      var exponent = 0
      for index in first..<count {
        guard let digit = unsafe TimestampParser.digit(start[index]) else { return nil }
        exponent = min(exponent * 10 + Int(digit), 999)
      }
      return isNegative ? -exponent : exponent
    }
  }

  // MARK: log_id

  /// The moment of writing inside a `log_id` of 56 digits: digits 4 to 20 are `YYYYMMDDhhmmssSSS`.
  static func logIDTime(_ start: Bytes, count: Int) -> EventTime? {
    guard count == 56 else { return nil }
    for index in 0..<count where unsafe digit(start[index]) == nil { return nil }
    let moment = unsafe start + 3
    guard let century = unsafe pair(moment), let yearOfCentury = unsafe pair(moment + 2),
      let month = unsafe pair(moment + 4), let day = unsafe pair(moment + 6),
      let hour = unsafe pair(moment + 8), let minute = unsafe pair(moment + 10),
      let second = unsafe pair(moment + 12), let hundreds = unsafe pair(moment + 14),
      let last = unsafe digit(moment[16]),
      let date = CivilDate(year: century * 100 + yearOfCentury, month: month, day: day),
      hour < 24, minute < 60, second <= 60
    else { return nil }
    return EventTime(
      seconds: date.daysSinceEpoch * 86_400 + hour * 3_600 + minute * 60 + min(second, 59),
      nanoseconds: UInt32(hundreds * 10 + last) * 1_000_000)
  }

  // MARK: Digits

  @inline(__always)
  static func pair(_ place: Bytes) -> Int64? {
    let high = unsafe place[0] &- UInt8(ascii: "0")
    let low = unsafe place[1] &- UInt8(ascii: "0")
    return high < 10 && low < 10 ? Int64(high) * 10 + Int64(low) : nil
  }

  @inline(__always)
  static func digit(_ byte: UInt8) -> Int64? {
    let digit = byte &- UInt8(ascii: "0")
    return digit < 10 ? Int64(digit) : nil
  }
}
