import LogModel
import LogTestSupport
import Testing

struct TimeZoneRulesTests {
  @Test func `UTC has no offset and its days start at multiples of 86,400`() {
    #expect(TimeZoneRules.utc.offset(at: -5_000_000_000) == 0)
    #expect(TimeZoneRules.utc.start(ofDay: -1) == -86_400)
    #expect(TimeZoneRules.utc.day(of: -1) == -1)
    #expect(TimeZoneRules.utc.day(of: 0) == 0)
  }

  @Test(arguments: [
    (1_774_745_999, 3_600), (1_774_746_000, 7_200), (1_792_889_999, 7_200), (1_792_890_000, 3_600),
  ])
  func `an offset holds from its second on`(second: Int64, offset: Int64) {
    #expect(ZoneSamples.berlin2026.offset(at: second) == offset)
  }

  @Test(arguments: [
    // 2026-03-28, 29 and 30, then 2026-10-25 and 26.
    (20_540, 1_774_652_400), (20_541, 1_774_738_800), (20_542, 1_774_821_600),
    (20_751, 1_792_879_200), (20_752, 1_792_969_200),
  ])
  func `Berlin's days start at local midnight on both sides of a change`(day: Int64, start: Int64) {
    #expect(ZoneSamples.berlin2026.start(ofDay: day) == start)
    #expect(ZoneSamples.berlin2026.day(of: start) == day)
    #expect(ZoneSamples.berlin2026.day(of: start - 1) == day - 1)
  }

  @Test func `a day whose midnight the clock jumps over starts at the jump`() {
    // Sunday 2018-11-04 in São Paulo: after 23:59:59 comes 01:00:00.
    #expect(ZoneSamples.saoPaulo2018.start(ofDay: 17_839) == 1_541_300_400)
    #expect(ZoneSamples.saoPaulo2018.day(of: 1_541_300_399) == 17_838)
    #expect(ZoneSamples.saoPaulo2018.day(of: 1_541_300_400) == 17_839)
    #expect(ZoneSamples.saoPaulo2018.start(ofDay: 17_840) == 1_541_383_200)
  }

  @Test func `an hour repeated just before midnight belongs to the old day`() {
    // Sunday 2018-02-18 in São Paulo: Saturday's 23:00 comes twice.
    #expect(ZoneSamples.saoPaulo2018.day(of: 1_518_919_200) == 17_579)
    #expect(ZoneSamples.saoPaulo2018.start(ofDay: 17_580) == 1_518_922_800)
    #expect(ZoneSamples.saoPaulo2018.start(ofDay: 17_579) == 1_518_832_800)
  }

  @Test func `an hour repeated just after midnight belongs to the day that has started`() {
    // Sunday 2026-11-01 in Havana: at 01:00 the clock goes back to 00:00.
    let havana = ZoneSamples.havana2026
    #expect(havana.start(ofDay: 20_758) == 1_793_505_600)
    #expect(havana.day(of: 1_793_509_199) == 20_758)
    #expect(havana.day(of: 1_793_509_200) == 20_758)
    #expect(havana.start(ofDay: 20_759) == 1_793_595_600)
  }

  @Test func `a clock that falls back over midnight does not end the day that has started`() {
    // Sunday 2010-11-07 in St John's: at 00:01 the clock goes back to Saturday 23:01.
    let stJohns = ZoneSamples.stJohns2010
    #expect(stJohns.start(ofDay: 14_920) == 1_289_097_000)
    #expect(stJohns.day(of: 1_289_096_999) == 14_919)
    #expect(stJohns.day(of: 1_289_097_060) == 14_920)
    #expect(stJohns.day(of: 1_289_100_659) == 14_920)
    #expect(stJohns.start(ofDay: 14_921) == 1_289_187_000)
  }

  @Test func `a day that a zone skips is empty`() {
    // Samoa went from Thursday 2011-12-29 to Saturday 2011-12-31.
    let apia = ZoneSamples.apia2011
    #expect(apia.start(ofDay: 15_338) == 1_325_239_200)
    #expect(apia.start(ofDay: 15_339) == 1_325_239_200)
    #expect(apia.day(of: 1_325_239_199) == 15_337)
    #expect(apia.day(of: 1_325_239_200) == 15_339)
  }

  @Test func `the first period also holds for all time before its start`() {
    let zone = TimeZoneRules(name: "Test/Late", periods: [.init(start: 1_000_000, offset: 3_600)])
    #expect(zone.offset(at: -1_000_000) == 3_600)
    #expect(zone.start(ofDay: 0) == -3_600)
    #expect(zone.day(of: -3_600) == 0)
    #expect(zone.day(of: -3_601) == -1)
  }

  @Test(arguments: UInt64(0)..<16)
  func `days are gapless and in order, whatever the offsets`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var start = Int64(-4_000_000)
    var periods: [TimeZoneRules.Period] = []
    for _ in 0..<12 {
      periods.append(.init(start: start, offset: .random(in: -50_000...50_000, using: &random)))
      start += Int64.random(in: 1...700_000, using: &random)
    }
    let zone = TimeZoneRules(name: "Test/Random", periods: periods)
    for _ in 0..<100 {
      let second = Int64.random(in: -5_000_000...start, using: &random)
      let day = zone.day(of: second)
      #expect(zone.start(ofDay: day) <= second)
      #expect(second < zone.start(ofDay: day + 1))
    }
  }
}
