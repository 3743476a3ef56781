import LogModel
import LogReporting
import Testing

struct NightlyWordsTests {
  private func title(
    _ start: Int64, _ end: Int64, zone: TimeZoneRules = SampleNight.berlin
  ) -> String {
    PeriodText(period: ReportPeriod(seconds: start..<end, zone: zone), zone: zone).parts
      .joined(separator: ", ")
  }

  @Test func `a period is told as the calendar and the clock have it`() {
    let (midnight, hour) = (SampleNight.midnight, Int64(3_600))
    #expect(
      title(midnight, midnight + 24 * hour) == "Saturday 2026-03-14, 24 h, +01:00 (Europe/Berlin)")
    #expect(
      title(midnight + 8 * hour, midnight + 12 * hour)
        == "Saturday 2026-03-14 08:00 - 12:00, 4 h, +01:00 (Europe/Berlin)")
    #expect(
      title(midnight + 20 * hour, midnight + 32 * hour)
        == "Saturday 2026-03-14 20:00 - Sunday 2026-03-15 08:00, 12 h, +01:00 (Europe/Berlin)")
    #expect(
      title(midnight, midnight + 5 * hour / 2)
        == "Saturday 2026-03-14 00:00 - 02:30, 2 h 30 min, +01:00 (Europe/Berlin)")
    #expect(
      title(midnight, midnight + 90)
        == "Saturday 2026-03-14 00:00 - 00:01:30, 90 s, +01:00 (Europe/Berlin)")
    #expect(
      title(midnight, midnight + 7 * 24 * hour)
        == "Saturday 2026-03-14 to Friday 2026-03-20, 7 days, +01:00 (Europe/Berlin)")
    #expect(title(0, 86_400, zone: .utc) == "Thursday 1970-01-01, 24 h, UTC")
  }

  @Test func `a change of the clock is told`() {
    let zone = TimeZoneRules(
      name: "Europe/Berlin",
      periods: [
        .init(start: 1_761_440_400, offset: 3_600), .init(start: 1_774_746_000, offset: 7_200),
        .init(start: 1_792_890_000, offset: 3_600),
      ])
    let (spring, autumn) = (zone.start(ofDay: 20_541), zone.start(ofDay: 20_751))
    #expect(
      title(spring, spring + 23 * 3_600, zone: zone)
        == "Sunday 2026-03-29, 23 h, the clock goes forward, Europe/Berlin")
    #expect(
      title(autumn, autumn + 25 * 3_600, zone: zone)
        == "Sunday 2026-10-25, 25 h, the clock goes back, Europe/Berlin")
    #expect(
      title(spring - 86_400, spring + 23 * 3_600, zone: zone)
        == "Saturday 2026-03-28 to Sunday 2026-03-29, 2 days, the clock goes forward, Europe/Berlin"
    )
  }

  @Test(arguments: [
    (0.0, "<0.0001"), (1e-30, "<0.0001"), (0.000_1, "0.0001"), (0.012_34, "0.0123"),
    (0.05, "0.05"), (0.7, "0.7"), (0.999_99, "1"), (1, "1"), (1.5, "1"), (.nan, "?"),
    (.infinity, "?"), (-1, "<0.0001"),
  ])
  func `significance has four decimals`(q: Double, text: String) {
    #expect(NightlyNumber.q(q) == text)
  }

  @Test func `it is told honestly what could not be compared`() {
    var report = SampleNight.report()
    func sentence() -> String {
      NightlyWords(report: report, voice: NightlyVoice(markup: .plain, isASCII: true)).comparison
    }
    #expect(
      sentence() == "Compared with 27 of 28 days. What is known starts 2026-02-15 00:00.")
    report.past.known = report.period.earlier
    #expect(sentence() == "Compared with 28 of 28 days.")
    report.past.hasBefore = false
    #expect(sentence() == "Compared with 28 of 28 days. Nothing is known of the day before.")
    report.past.hasWeekBefore = false
    #expect(
      sentence() == "Compared with 28 of 28 days. "
        + "Nothing is known of the day before or seven days before.")
    report.past.known = []
    #expect(
      sentence() == "Nothing to compare with: the past is not known. "
        + "Use --state FILE, or give older logs too.")
  }

  @Test func `a calm night says so`() {
    var report = SampleNight.report(incidents: [])
    let voice = NightlyVoice(markup: .plain, isASCII: true)
    func sentence() -> String {
      NightlyVerdict(report: report, voice: voice).sentence(columns: 68)
    }
    #expect(sentence() == "no incident; 412 errors in 12,400 records; codes: 1 new, 1 gone")
    report.changes = []
    #expect(sentence() == "no incident; 412 errors in 12,400 records")
    #expect(
      NightlyWords(report: report, voice: voice).unchanged
        == "No code is new, risen, gone or fallen.")
  }

  @Test func `gaps, an early end and silence are told as far as they are known`() {
    var report = SampleNight.report()
    let voice = NightlyVoice(markup: .plain, isASCII: true)
    func lines() -> [String] { NightlyFeedWords(report: report, voice: voice).feed }
    report.feed.lagSeconds = 7_200
    report.feed.ahead = 1
    report.feed.silentTenantCount = 22
    #expect(
      lines() == [
        "No record at all 03:00 - 03:40 (40 min).",
        "The last record is 2 h before the end of the period.",
        "quiet-co is silent: last seen 2026-03-13 22:00, usually 241 records a day.",
        "And 21 more silent tenants.", "2 records without a time, in no period.",
        "1 record more than a day ahead of now, in no period.",
      ])
    report.feed = FeedHealth(
      gaps: [], lagSeconds: nil, silentTenants: [], silentTenantCount: 0, untimed: 0, ahead: 0)
    #expect(lines() == ["No gap."])
  }
}
