import LogModel
import Testing

import LogReporting

struct PagePeriodTests {
  private func words(_ seconds: Range<Int64>, _ zone: TimeZoneRules = SampleNight.berlin)
    -> PagePeriod
  {
    PagePeriod(period: ReportPeriod(seconds: seconds, zone: zone), zone: zone)
  }

  @Test(
    arguments: [
      (0..<86_400, "Saturday 2026-03-14", "24 h, Europe/Berlin, +01:00", "day before"),
      (
        28_800..<43_200, "Saturday 2026-03-14, 08:00 – 12:00", "4 h, Europe/Berlin, +01:00",
        "day before"
      ),
      (
        43_200..<129_600, "Saturday 2026-03-14 12:00 – Sunday 2026-03-15 12:00",
        "24 h, Europe/Berlin, +01:00", "day before"
      ),
      (
        -432_000..<172_800, "Monday 2026-03-09 – Sunday 2026-03-15",
        "7 days, Europe/Berlin, +01:00",
        "week before"
      ),
      (
        0..<259_200, "Saturday 2026-03-14 – Monday 2026-03-16", "3 days, Europe/Berlin, +01:00",
        "3 days before"
      ),
      // The Sunday on which the clock goes forward at two.
      (
        1_296_000..<1_378_800, "Sunday 2026-03-29",
        "23 h, the clock goes forward, Europe/Berlin, +01:00, then +02:00", "day before"
      ),
    ] as [(Range<Int64>, String, String, String)])
  func `a period is told by its days`(
    seconds: Range<Int64>, title: String, detail: String, before: String
  ) {
    let start = SampleNight.midnight
    let words = words(start + seconds.lowerBound..<start + seconds.upperBound)
    #expect(words.title == title)
    #expect(words.detail == detail)
    #expect(words.before == before)
  }

  @Test func `a clock that goes back is told`() {
    let zone = TimeZoneRules(
      name: "Europe/Berlin",
      periods: [.init(start: 0, offset: 7_200), .init(start: 1_792_890_000, offset: 3_600)])
    // 2026-10-25 00:00 +02:00.
    let words = words(1_792_879_200..<1_792_969_200, zone)
    #expect(words.title == "Sunday 2026-10-25")
    #expect(words.detail == "25 h, the clock goes back, Europe/Berlin, +02:00, then +01:00")
  }

  @Test func `UTC is told once`() {
    #expect(words(1_773_446_400..<1_773_532_800, .utc).detail == "24 h, UTC")
  }

  @Test func `a date is told where the reader cannot know it`() {
    let day = words(SampleNight.midnight..<SampleNight.midnight + 86_400)
    #expect(day.moment(SampleNight.second(8, 5)) == "08:05")
    #expect(day.moment(SampleNight.second(-2)) == "2026-03-13 22:00")
    #expect(day.span(SampleNight.second(22)..<SampleNight.second(24)) == "22:00 – 24:00")
    #expect(
      day.span(SampleNight.second(-2)..<SampleNight.second(1)) == "2026-03-13 22:00 – 01:00")
    let week = words(SampleNight.midnight - 432_000..<SampleNight.midnight + 172_800)
    #expect(
      week.span(SampleNight.second(8)..<SampleNight.second(9)) == "2026-03-14 08:00 – 09:00")
  }
}
