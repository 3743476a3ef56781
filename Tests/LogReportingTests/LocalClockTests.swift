import LogModel
import LogReporting
import Testing

struct LocalClockTests {
  /// Berlin in October 2026: an hour is put back at 01:00 UTC on the 25th.
  private let berlin = LocalClock(
    zone: TimeZoneRules(
      name: "Europe/Berlin",
      periods: [.init(start: .min, offset: 7_200), .init(start: 1_792_890_000, offset: 3_600)]))

  @Test func `a stretch within a day has one date and one offset`() {
    #expect(
      berlin.span(from: 1_792_850_400, to: 1_792_854_000, showsSeconds: false)
        == "2026-10-24 16:00 - 17:00 +02:00")
    #expect(
      berlin.span(from: 1_792_850_400, to: 1_792_854_000, showsSeconds: false, omitsDate: true)
        == "16:00 - 17:00")
  }

  @Test func `a stretch over the change of the clock has both offsets`() {
    #expect(
      berlin.span(from: 1_792_888_200, to: 1_792_890_001, showsSeconds: true)
        == "2026-10-25 02:30:00 +02:00 - 02:00:01 +01:00")
  }

  @Test func `a stretch over midnight has both dates`() {
    #expect(
      LocalClock(zone: .utc).span(from: -60, to: 60, showsSeconds: false, omitsDate: true)
        == "1969-12-31 23:59 - 1970-01-01 00:01 UTC")
  }

  @Test func `an offset can be west of UTC and have minutes and seconds`() {
    let zone = TimeZoneRules(name: "X", periods: [.init(start: .min, offset: -12_368)])
    #expect(LocalClock(zone: zone).offset(0) == "-03:26:08")
    #expect(LocalClock(zone: .utc).offset(0) == "UTC")
  }
}
