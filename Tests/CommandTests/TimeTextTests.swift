import LogModel
import Testing
import mfa_logstat

struct TimeTextTests {
  /// UTC+1, and UTC+2 from 2026-03-29T01:00Z to 2026-10-25T01:00Z, as in Berlin.
  static let zone = TimeZoneRules(
    name: "Berlin",
    periods: [
      .init(start: .min, offset: 3_600), .init(start: 1_774_746_000, offset: 7_200),
      .init(start: 1_792_890_000, offset: 3_600),
    ])

  /// 2026-08-01T10:30:00.25Z, which is 12:30 in Berlin.
  static let text = TimeText(
    now: EventTime(seconds: 1_785_580_200, nanoseconds: 250_000_000), zone: zone)

  @Test(arguments: [
    ("2026-08-01T10:00:00Z", "2026-08-01T10:00:00Z"),
    ("2026-08-01t10:00:00z", "2026-08-01T10:00:00Z"),
    ("2026-08-01T10:00:00.5+02:00", "2026-08-01T08:00:00.500Z"),
    ("2026-08-01 10:00:00-05:30", "2026-08-01T15:30:00Z"),
    ("2026-08-01T10:00:00.1234567899Z", "2026-08-01T10:00:00.123456789Z"),  // cut, not rounded
    ("2026-08-01 10:00", "2026-08-01T08:00:00Z"),
    ("2026-08-01T10:00:01", "2026-08-01T08:00:01Z"),
    ("2026-08-01", "2026-07-31T22:00:00Z"),
    ("2026-01-01", "2025-12-31T23:00:00Z"),
    ("2026-03-29 02:30", "2026-03-29T01:30:00Z"),  // jumped over: as far behind the jump
    ("2026-10-25 02:30", "2026-10-25T00:30:00Z"),  // twice: the first
    ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
    ("now", "2026-08-01T10:30:00.250Z"),
    ("-3h", "2026-08-01T07:30:00.250Z"),
    ("-90s", "2026-08-01T10:28:30.250Z"),
    ("-7d", "2026-07-25T10:30:00.250Z"),
    ("today", "2026-07-31T22:00:00Z"),
    ("yesterday", "2026-07-30T22:00:00Z"),
  ])
  func `a time is read`(text: String, expected: String) throws {
    #expect(try TimeTextTests.text.parse(text).description == expected)
  }

  @Test(arguments: [
    "", "noon", "Today", "3h", "-3", "--3h", "-0h", "2026", "2026-08", "2026-8-1", "2026-02-29",
    "2026-13-01", "2026-08-01T", "2026-08-01 10", "2026-08-01 24:00", "2026-08-01 10:60",
    "2026-08-01T10:00:60Z", "2026-08-01T10:00:00.Z", "2026-08-01T10:00:00+2", "2026-08-01Z",
    "2026-08-01T10:00:00Zx", "2026-08-01  10:00", "1785580200", "٢٠٢٦-08-01",
  ])
  func `anything else is refused`(text: String) {
    #expect(throws: Misfit.self) { try TimeTextTests.text.parse(text) }
  }
}
