import LogModel
import Testing

struct MalformedLimitTests {
  @Test(arguments: [
    (MalformedLimit.nothing, 0, 10, false), (.nothing, 1, 10, true),
    (.tenPercent, 0, 0, false), (.tenPercent, 1, 10, false), (.tenPercent, 2, 19, true),
    (.share(29_000_000), 29, 100, false), (.share(29_000_000), 30, 100, true),
    (.share(100_000_000), 100, 100, false), (.share(0), 1, 1_000_000_000_000, true),
    (.share(50_000_000), .max / 2 + 1, .max, true), (.share(50_000_000), .max / 2, .max, false),
  ])
  func `a limit is broken by more than it, to the line`(
    limit: MalformedLimit, malformed: Int, lines: Int, isBroken: Bool
  ) {
    #expect(limit.isBroken(by: malformed, of: lines) == isBroken)
  }
}
