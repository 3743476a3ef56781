import Foundation
import LogModel
import LogTestSupport
import Testing

struct EventTimeTests {
  @Test(arguments: [
    (0, 0, "1970-01-01T00:00:00Z"),
    (-1, 0, "1969-12-31T23:59:59Z"),
    (-1, 999_000_000, "1969-12-31T23:59:59.999Z"),
    (1_773_475_201, 120_000_000, "2026-03-14T08:00:01.120Z"),
    (1_773_475_201, 120_001_000, "2026-03-14T08:00:01.120001Z"),
    (1_773_475_201, 1, "2026-03-14T08:00:01.000000001Z"),
    (253_402_300_799, 0, "9999-12-31T23:59:59Z"),
    (-62_167_219_200, 0, "0000-01-01T00:00:00Z"),
  ])
  func `an instant is written as RFC 3339 with the decimals that it has`(
    seconds: Int64, nanoseconds: UInt32, text: String
  ) {
    #expect(EventTime(seconds: seconds, nanoseconds: nanoseconds).description == text)
  }

  @Test func `instants are ordered by second and then by fraction`() {
    let inOrder = [
      EventTime(seconds: -2, nanoseconds: 999_999_999),
      EventTime(seconds: -1),
      EventTime(seconds: -1, nanoseconds: 1),
      EventTime(seconds: 0),
      EventTime(seconds: 253_402_300_799, nanoseconds: 5),
    ]
    #expect(inOrder.reversed().sorted() == inOrder)
    #expect(!(EventTime(seconds: 3) < EventTime(seconds: 3)))
  }

  @Test(arguments: UInt64(0)..<16)
  func `Foundation reads back the second that was written`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<20 {
      let seconds = Int64.random(in: -11_644_473_600...253_402_300_799, using: &random)
      let text = EventTime(seconds: seconds).description
      let date = try Date(text, strategy: .iso8601)
      #expect(date.timeIntervalSince1970 == Double(seconds), "\(text)")
    }
  }
}
