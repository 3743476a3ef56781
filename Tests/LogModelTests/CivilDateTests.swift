import Foundation
import LogModel
import LogTestSupport
import Testing

struct CivilDateTests {
  @Test(arguments: [
    (-719_528, 0, 1, 1),
    (-719_162, 1, 1, 1),
    (-25_567, 1900, 1, 1),
    (-1, 1969, 12, 31),
    (0, 1970, 1, 1),
    (11_016, 2000, 2, 29),
    (11_017, 2000, 3, 1),
    (20_526, 2026, 3, 14),
    (2_932_896, 9999, 12, 31),
  ])
  func `a day of the epoch is a date, and the date that day`(
    days: Int64, year: Int64, month: Int64, day: Int64
  ) throws {
    let date = CivilDate(daysSinceEpoch: days)
    #expect([date.year, date.month, date.day] == [year, month, day])
    let written = try #require(CivilDate(year: year, month: month, day: day))
    #expect(written.daysSinceEpoch == days)
  }

  @Test(arguments: [
    (2026, 2, 29), (2100, 2, 29), (2026, 4, 31), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0),
    (2026, 1, 32),
  ])
  func `a day that no calendar has is no date`(year: Int64, month: Int64, day: Int64) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [(2024, 29), (2026, 28), (2000, 29), (2100, 28), (0, 29)])
  func `February has a 29th in leap years only`(year: Int64, days: Int64) {
    #expect(CivilDate.days(inMonth: 2, of: year) == days)
  }

  @Test(arguments: [
    (20_526, "2026-03-14"), (-719_528, "0000-01-01"), (-719_529, "-0001-12-31"),
    (2_932_897, "10000-01-01"), (-678_576, "0112-02-15"),
  ])
  func `a date is written with four digits of the year or more`(days: Int64, text: String) {
    var bytes: [UInt8] = []
    CivilDate(daysSinceEpoch: days).append(to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }

  @Test(arguments: UInt64(0)..<16)
  func `Foundation's calendar has the same dates`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    for _ in 0..<20 {
      // From 1601 on: Foundation's Gregorian calendar is a Julian one before October 1582.
      let days = Int64.random(in: -134_774...2_932_896, using: &random)
      let instant = Date(timeIntervalSince1970: Double(days) * 86_400)
      let expected = calendar.dateComponents([.year, .month, .day], from: instant)
      let date = CivilDate(daysSinceEpoch: days)
      #expect(expected.year.map(Int64.init) == date.year)
      #expect(expected.month.map(Int64.init) == date.month)
      #expect(expected.day.map(Int64.init) == date.day)
      #expect(date.daysSinceEpoch == days)
    }
  }

  @Test(arguments: [
    (7, 3, 2, 1), (-7, 3, -3, 2), (-6, 3, -2, 0), (0, 3, 0, 0), (-1, 86_400, -1, 86_399),
  ])
  func `division rounds down, also below zero`(
    dividend: Int64, divisor: Int64, quotient: Int64, remainder: Int64
  ) {
    #expect(dividend.flooredQuotient(by: divisor) == quotient)
    #expect(dividend.flooredRemainder(by: divisor) == remainder)
  }

  @Test(arguments: [
    (0, 1, "0"), (0, 2, "00"), (7, 2, "07"), (10, 2, "10"), (2026, 4, "2026"), (2026, 2, "2026"),
    (123_456_789, 9, "123456789"), (1_000_000_000_000_000_000, 1, "1000000000000000000"),
    (Int64.max, 1, "9223372036854775807"),
  ])
  func `digits are written in order and filled with zeros`(
    number: Int64, width: Int, text: String
  ) {
    var bytes: [UInt8] = Array("=".utf8)
    bytes.appendDigits(number, width: width)
    #expect(String(decoding: bytes, as: UTF8.self) == "=" + text)
  }
}
