import LogModel
import LogReporting
import Testing

struct TableOrderTests {
  private func counts(_ report: Report) -> [String] {
    SampleReport.text(TableFormat(entries: []), report).split(separator: "\n")
      .filter { $0.hasPrefix("row") }
      .map { $0.prefix { $0 != " " }.description }
  }

  private func report(isInStandardOrder: Bool) -> Report {
    func row(
      _ name: Int, _ level: RecoveryLevel, _ count: Int, _ flag: Severity? = nil
    ) -> ReportRow {
      ReportRow(tenant: name, level: level, count: count, flag: flag)
    }
    var report = SampleReport.small(
      keys: [.tenant, .level], names: (0..<8).map { Name.named("row\($0)") },
      rows: [
        ReportRow(isOther: true, count: 1_000_000, flag: .critical),
        row(0, .recoverable, 500), row(1, .unknown, 5), row(2, .unrecoverable, 1),
        row(3, .recoverable, 9, .warning), row(4, .unrecoverable, 2, .warning),
        row(5, .recoverable, 1, .critical), row(6, .recoverable, 501), row(7, .unknown, 5),
      ])
    report.isInStandardOrder = isInStandardOrder
    return report
  }

  @Test func `flag, then level, then count decide, and equals keep their order`() {
    #expect(
      counts(report(isInStandardOrder: true))
        == ["row5", "row4", "row3", "row2", "row1", "row7", "row6", "row0"])
  }

  @Test func `an order that was asked for is kept`() {
    #expect(
      counts(report(isInStandardOrder: false))
        == ["row0", "row1", "row2", "row3", "row4", "row5", "row6", "row7"])
  }

  @Test func `the row of the rest stands last, however bad it is`() throws {
    let text = SampleReport.text(TableFormat(entries: []), report(isInStandardOrder: true))
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("row") || $0.hasPrefix("(other)") }
    let last = try #require(rows.last)
    #expect(last.hasPrefix("(other)  (other)"))
  }
}
