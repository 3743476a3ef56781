/// A day of the proleptic Gregorian calendar.
///
/// Source of both conversions: Howard Hinnant, "chrono-compatible low-level date algorithms",
/// `days_from_civil` and `civil_from_days`.
package struct CivilDate: Hashable, Sendable {
  package let year: Int64
  /// From 1 to 12.
  package let month: Int64
  /// From 1 to 31.
  package let day: Int64

  /// The date as written; nil when there is no such day (February 30).
  package init?(year: Int64, month: Int64, day: Int64) {
    guard (1...12).contains(month), day >= 1, day <= CivilDate.days(inMonth: month, of: year) else {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  package init(daysSinceEpoch days: Int64) {
    let shifted = days + 719_468
    let era = shifted.flooredQuotient(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Days since 1970-01-01; negative before it.
  package var daysSinceEpoch: Int64 {
    CivilDate.daysSinceEpoch(year: year, month: month, day: day)
  }

  /// Days since 1970-01-01 of a date that is known to exist.
  package static func daysSinceEpoch(year: Int64, month: Int64, day: Int64) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted.flooredQuotient(by: 400)
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  package static func days(inMonth month: Int64, of year: Int64) -> Int64 {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Appends `YYYY-MM-DD`; years before 0 or after 9999 keep their sign and all their digits.
  package func append(to text: inout [UInt8]) {
    if year < 0 { text.append(UInt8(ascii: "-")) }
    text.appendDigits(abs(year), width: 4)
    text.append(UInt8(ascii: "-"))
    text.appendDigits(month, width: 2)
    text.append(UInt8(ascii: "-"))
    text.appendDigits(day, width: 2)
  }
}

extension Int64 {
  /// The quotient rounded toward negative infinity; `divisor` is positive.
  ///
  /// Swift's `/` rounds toward zero, which would put the seconds before 1970 into a wrong day.
  @inlinable
  package func flooredQuotient(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// What `flooredQuotient` leaves: 0 ..< `divisor`.
  @inlinable
  package func flooredRemainder(by divisor: Int64) -> Int64 {
    let remainder = self % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }
}

extension [UInt8] {
  /// Appends a number that is not negative in decimal, filled with zeros up to `width` digits.
  package mutating func appendDigits(_ number: Int64, width: Int = 1) {
    let magnitude = number.magnitude
    var digits = 1
    // The highest power of ten that is not above the number; 10^18 is the highest below 2^63.
    var power: UInt64 = 1
    while magnitude / power >= 10 {
      power *= 10
      digits += 1
    }
    for _ in 0..<Swift.max(0, width - digits) { append(UInt8(ascii: "0")) }
    while power > 0 {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: magnitude / power % 10))
      power /= 10
    }
  }
}
