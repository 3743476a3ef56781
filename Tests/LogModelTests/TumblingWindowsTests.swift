import LogModel
import LogTestSupport
import Testing

struct TumblingWindowsTests {
  @Test(arguments: [
    (0, 0), (299, 0), (300, 1),  // the start belongs to the window, the end does not
    (-1, -1), (-300, -1), (-301, -2),  // flooring, not truncation
    (253_402_300_799, 844_674_335),  // the last second of the year 9999
  ])
  func `an instant falls into the window that starts at or before it`(second: Int64, index: Int64) {
    let windows = TumblingWindows.seconds(300)
    #expect(windows.index(of: second) == index)
    #expect(windows.start(of: index) == index * 300)
    #expect(windows.end(of: index) == index * 300 + 300)
  }

  @Test func `windows that do not divide a day are aligned to the epoch all the same`() {
    let windows = TumblingWindows.seconds(420)
    #expect(windows.index(of: 86_400) == 205)
    #expect(windows.start(of: 205) == 86_100)
  }

  @Test func `the nominal length of days is a multiple of 86,400`() {
    #expect(TumblingWindows.seconds(90).length == 90)
    #expect(TumblingWindows.days(1, ZoneSamples.berlin2026).length == 86_400)
    #expect(TumblingWindows.days(7, .utc).length == 604_800)
  }

  @Test(arguments: [
    (1_774_738_800, 1_774_821_600, 23),  // 2026-03-29
    (1_774_821_600, 1_774_908_000, 24),
    (1_792_879_200, 1_792_969_200, 25),  // 2026-10-25
  ])
  func `a local day lasts 23, 24 or 25 hours`(start: Int64, end: Int64, hours: Int64) {
    let windows = TumblingWindows.days(1, ZoneSamples.berlin2026)
    let index = windows.index(of: start)
    #expect(windows.start(of: index) == start)
    #expect(windows.end(of: index) == end)
    #expect(end - start == hours * 3_600)
    #expect(windows.index(of: end - 1) == index)
    #expect(windows.index(of: end) == index + 1)
  }

  @Test(arguments: [
    (345_600, 345_600),  // Monday 1970-01-05
    (345_599, -259_200),  // the second before belongs to the week of Monday 1969-12-29
    (0, -259_200),
    (1_773_475_201, 1_773_014_400),  // Saturday 2026-03-14: Monday 2026-03-09
    (253_402_300_799, 253_401_868_800),  // Friday 9999-12-31: Monday 9999-12-27
  ])
  func `seven days start on a Monday`(second: Int64, start: Int64) {
    let windows = TumblingWindows.days(7, .utc)
    let index = windows.index(of: second)
    #expect(windows.start(of: index) == start)
    #expect(windows.end(of: index) == start + 604_800)
  }

  @Test(arguments: [
    (345_600, 345_600, 518_400), (518_400, 518_400, 691_200), (345_599, 172_800, 345_600),
  ])
  func `two days are counted from Monday 1970-01-05, too`(
    second: Int64, start: Int64, end: Int64
  ) {
    let windows = TumblingWindows.days(2, .utc)
    #expect(windows.start(of: windows.index(of: second)) == start)
    #expect(windows.end(of: windows.index(of: second)) == end)
  }

  @Test func `a week with a change of the clock lasts 167 hours`() {
    let windows = TumblingWindows.days(7, ZoneSamples.berlin2026)
    let index = windows.index(of: 1_774_746_000)
    #expect(windows.start(of: index) == 1_774_220_400)  // Monday 2026-03-23T00:00+01:00
    #expect(windows.end(of: index) == 1_774_821_600)  // Monday 2026-03-30T00:00+02:00
  }

  @Test(arguments: UInt64(0)..<16)
  func `every instant lies in exactly its own window`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let zones = [
      ZoneSamples.berlin2026, ZoneSamples.saoPaulo2018, ZoneSamples.havana2026, TimeZoneRules.utc,
    ]
    for zone in zones {
      let kinds: [TumblingWindows] = [
        .seconds(.random(in: 1...86_400, using: &random)),
        .days(.random(in: 1...31, using: &random), zone),
      ]
      for windows in kinds {
        let second = Int64.random(in: -100_000_000...2_000_000_000, using: &random)
        let index = windows.index(of: second)
        #expect(windows.start(of: index) <= second)
        #expect(second < windows.end(of: index))
        #expect(windows.index(of: windows.start(of: index)) == index)
      }
    }
  }
}
