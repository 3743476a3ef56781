import LogModel
import LogReporting
import Testing

/// How windows, names and the few special cells stand in the table.
struct TableCellsTests {
  private static let hour: Int64 = 3_600

  /// The lines of the table itself: head and rows.
  private func rows(_ report: Report, _ options: RenderOptions = RenderOptions()) -> [String] {
    let text = SampleReport.text(TableFormat(entries: []), report, options)
    let parts = text.split(separator: "\n\n", omittingEmptySubsequences: false)
    return parts.dropLast().last.map { $0.split(separator: "\n").map(String.init) } ?? []
  }

  private func report(
    _ windows: TumblingWindows, _ zone: TimeZoneRules, starts: [Int64?], spanning: Int64
  ) -> Report {
    var report = SampleReport.small(
      keys: [.window],
      rows: starts.map { ReportRow(windowStart: $0, windowEnd: $0.map { $0 + 1 }, count: 1) })
    report.windows = windows
    report.zone = zone
    report.last = EventTime(seconds: SampleReport.start + spanning)
    return report
  }

  @Test func `within a day the date stands in the title only`() {
    let zone = TimeZoneRules(name: "Asia/Kolkata", periods: [.init(start: .min, offset: 19_800)])
    #expect(
      rows(report(.seconds(300), zone, starts: [SampleReport.start, nil], spanning: 3_000)) == [
        "WINDOW +05:30  COUNT  USERS  SHARE  FLAG  FIRST SEEN  LAST SEEN",
        "13:30              1            0%", "untimed            1            0%",
      ])
  }

  @Test func `over several days each row has its date`() {
    let starts = [SampleReport.start, SampleReport.start + 86_400]
    #expect(
      rows(report(.seconds(3_600), .utc, starts: starts, spanning: 90_000)).dropFirst() == [
        "2026-03-14 08:00      1            0%", "2026-03-15 08:00      1            0%",
      ])
  }

  @Test func `windows of whole days have no time`() {
    let starts = [SampleReport.start - 8 * TableCellsTests.hour]
    #expect(
      rows(report(.days(1, .utc), .utc, starts: starts, spanning: 90_000)) == [
        "WINDOW      COUNT  USERS  SHARE  FLAG  FIRST SEEN  LAST SEEN",
        "2026-03-14      1            0%",
      ])
  }

  @Test func `windows before and after a change of the clock tell their offsets`() {
    let change = SampleReport.start + TableCellsTests.hour
    let zone = TimeZoneRules(
      name: "X", periods: [.init(start: .min, offset: 7_200), .init(start: change, offset: 3_600)])
    #expect(
      rows(
        report(.seconds(3_600), zone, starts: [SampleReport.start, change], spanning: 7_000)
      ).map { $0.prefix(11) } == ["WINDOW     ", "10:00+02:00", "10:00+01:00"])
  }

  @Test func `windows of odd seconds show them`() {
    #expect(
      rows(report(.seconds(90), .utc, starts: [SampleReport.start + 90], spanning: 100))
        .last?.prefix(8) == "08:01:30")
  }

  @Test func `an estimate is marked and no users are no number`() {
    let report = SampleReport.small(
      keys: [.level],
      rows: [
        ReportRow(
          level: .unknown, count: 12_345, users: UserCount(count: 2_000, isEstimate: true),
          share: 0.5, flag: .warning),
        ReportRow(level: .recoverable, count: 2, share: 1),
      ])
    #expect(
      rows(report) == [
        "LEVEL         COUNT   USERS  SHARE  FLAG     FIRST SEEN  LAST SEEN",
        "unknown      12,345  ~2,000  50.0%  warning",
        "recoverable       2           100%",
      ])
  }

  @Test func `names that look like our labels can be told from them`() {
    let report = SampleReport.small(
      keys: [.tenant], names: [.unknown, .other, .named("-"), .named("(other)")],
      rows: (0..<4).map { ReportRow(tenant: $0, count: 9 - $0) })
    #expect(
      rows(report).map { $0.prefix(8) } == [
        "TENANT  ", "-       ", "(other) ", "'-      ", "'(other)",
      ])
  }
}
