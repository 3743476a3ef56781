import LogAlerting
import LogModel
import Testing

struct SilenceTests {
  /// 2026-01-05, a Monday.
  private static let monday: Int64 = 1_767_571_200

  @Test(arguments: [
    (-1, false), (0, true), (59, true), (60, false),
  ])
  func `one that holds once holds from its start and not at its end`(
    second: Int64, isInForce: Bool
  ) {
    let silence = Silence(match: RuleMatch(), span: .once(from: 0, until: 60))
    #expect(silence.isInForce(at: second) == isInForce)
  }

  @Test(arguments: [
    ("Monday noon", 43_200, false), ("Monday 22:00", 79_200, true),
    ("Tuesday 05:59", 107_940, true),
    ("Tuesday 06:00", 108_000, false), ("Tuesday 22:00", 165_600, false),
    ("the Monday before, 05:00", 18_000, false),
  ])
  func `a weekly one goes on over midnight`(when: String, second: Int64, isInForce: Bool) {
    let silence = Silence(
      match: RuleMatch(), span: .weekly(days: [0], from: 79_200, until: 21_600, zone: .utc))
    #expect(silence.isInForce(at: SilenceTests.monday + second) == isInForce, "\(when)")
  }

  @Test(arguments: [
    (3_599, false), (3_600, true), (7_199, true), (7_200, false),
  ])
  func `a weekly one goes by the clock of its zone`(second: Int64, isInForce: Bool) {
    let zone = TimeZoneRules(
      name: "East", periods: [TimeZoneRules.Period(start: 0, offset: 7_200)])
    let silence = Silence(
      match: RuleMatch(), span: .weekly(days: [0], from: 10_800, until: 14_400, zone: zone))
    #expect(silence.isInForce(at: SilenceTests.monday + second) == isInForce)
  }
}
