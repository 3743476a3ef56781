import LogModel
import Testing
import mfa_logstat

struct DurationTextTests {
  @Test(arguments: [
    ("90s", 90), ("5m", 300), ("1h", 3_600), ("23h", 82_800), ("86399s", 86_399),
    ("7s", 7),  // no divisor of a day; aligned to the epoch all the same
  ])
  func `a length below a day is a window of so many seconds`(
    text: String, seconds: Int64
  ) throws {
    #expect(try DurationText.windows(text, zone: .utc) == .seconds(seconds))
  }

  @Test(arguments: [
    ("1d", 1), ("24h", 1), ("86400s", 1), ("7d", 7), ("48h", 2), ("36525d", 36_525),
  ])
  func `whole days are windows of local days`(text: String, days: Int64) throws {
    let zone = TimeZoneRules(name: "X", periods: [.init(start: .min, offset: 3_600)])
    #expect(try DurationText.windows(text, zone: zone) == .days(days, zone))
  }

  @Test(arguments: [
    "", "5", "m", "5x", "5 m", " 5m", "+5m", "-5m", "5M", "1w", "1.5h", "1h30m", "٣m",
    "25h", "86401s", "0s", "00m", "36526d", "9223372036854775807d", "99999999999999999999s",
  ])
  func `anything else is refused`(text: String) {
    #expect(throws: Misfit.self) { try DurationText.windows(text, zone: .utc) }
  }
}
