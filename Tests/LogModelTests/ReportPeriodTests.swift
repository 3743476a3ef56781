import LogModel
import Testing

/// Which earlier times a period is compared with; instants are from a calendar.
struct ReportPeriodTests {
  private static let berlin = ZoneSamples.berlin2026

  @Test func `the day before one of 23 hours has 24, and midnight stays midnight`() {
    let period = ReportPeriod(seconds: 1_774_738_800..<1_774_821_600, zone: Self.berlin)
    #expect(period.wholeDays == 1)
    #expect(period.stepDays == 1)
    #expect(period.earlier.count == 28)
    #expect(period.earlier[0].days == 1)
    #expect(period.earlier[0].seconds == 1_774_652_400..<1_774_738_800)
    #expect(period.earlier.filter(\.isSameWeekday).map(\.days) == [7, 14, 21, 28])
  }

  @Test func `a week steps by weeks, and some hours by days`() {
    let monday: Int64 = 1_773_014_400  // 2026-03-09
    let week = ReportPeriod(seconds: monday..<monday + 604_800, zone: .utc)
    #expect(week.wholeDays == 7)
    #expect(week.earlier.map(\.days) == [7, 14, 21, 28])
    let night = ReportPeriod(seconds: monday + 79_200..<monday + 108_000, zone: .utc)
    #expect(night.wholeDays == nil)
    #expect(night.stepDays == 1)
    #expect(night.earlier[1].seconds == monday - 93_600..<monday - 64_800)
    let long = ReportPeriod(seconds: monday..<monday + 60 * 86_400, zone: .utc)
    #expect(long.earlier.map(\.days) == [60])
  }

  @Test func `an hour that the clock jumped over is empty, one that it showed twice is both`() {
    // 02:00 to 03:00 of 2026-03-30, a day before which the clock went from 02:00 to 03:00.
    #expect(
      ReportPeriod.shifted(1_774_828_800..<1_774_832_400, by: 1, in: Self.berlin).isEmpty)
    // The hour before that one ends where the clock jumps, and is one hour of the day before.
    #expect(
      ReportPeriod.shifted(1_774_742_400..<1_774_746_000, by: 1, in: Self.berlin)
        == 1_774_656_000..<1_774_659_600)
    // 02:00 to 03:00 of 2026-10-26; a day before it came twice.
    #expect(
      ReportPeriod.shifted(1_792_976_400..<1_792_980_000, by: 1, in: Self.berlin)
        == 1_792_886_400..<1_792_893_600)
  }
}
