import LogModel
import Testing

struct ReportRowsTests {
  /// Rows that count 10, 11, 12.
  private struct Tens: ReportRowSource {
    let count = 3

    func row(at index: Int) -> ReportRow { ReportRow(count: 10 + index) }
  }

  @Test func `rows come from their source, in its order`() {
    let rows = ReportRows(Tens())
    #expect(rows.map(\.count) == [10, 11, 12])
    #expect(rows.last?.count == 12)
    #expect(rows.dropFirst(2).map(\.count) == [12])
  }

  @Test func `rows that are made out are the same`() {
    #expect(ReportRows(Tens()).madeOut().map(\.count) == [10, 11, 12])
    #expect(ReportRows([ReportRow]()).madeOut().isEmpty)
  }
}
