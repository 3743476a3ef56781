import LogModel
import LogReporting
import LogTestSupport
import Testing

struct TimeTextTests {
  @Test func `times of several days are written as RFC 3339 in UTC`() {
    var times = TimeText()
    var bytes: [UInt8] = []
    let instants = [
      EventTime(seconds: 1_773_475_200), EventTime(seconds: 1_773_561_599),
      EventTime(seconds: 1_773_475_201, nanoseconds: 250_000_000),
      EventTime(seconds: 0, nanoseconds: 1), EventTime(seconds: -1, nanoseconds: 1_000),
      EventTime(seconds: 253_402_300_799),
    ]
    for instant in instants {
      times.append(instant, to: &bytes)
      bytes.append(UInt8(ascii: "\n"))
    }
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        2026-03-14T08:00:00Z
        2026-03-15T07:59:59Z
        2026-03-14T08:00:01.250Z
        1970-01-01T00:00:00.000000001Z
        1969-12-31T23:59:59.000001Z
        9999-12-31T23:59:59Z

        """)
  }

  @Test(arguments: UInt64(0)..<8)
  func `the text is that of the time itself, whatever was written before`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var times = TimeText()
    for _ in 0..<200 {
      let time = EventTime(
        seconds: Int64.random(in: -100_000_000_000...300_000_000_000, using: &random),
        nanoseconds: [0, 120_000_000, 5_000, 999_999_999][Int.random(in: 0..<4, using: &random)])
      var bytes: [UInt8] = []
      times.append(time, to: &bytes)
      #expect(String(decoding: bytes, as: UTF8.self) == time.description)
    }
  }
}
