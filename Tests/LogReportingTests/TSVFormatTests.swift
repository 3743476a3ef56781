import LogModel
import LogReporting
import Testing

struct TSVFormatTests {
  private let report = SampleReport.small(
    keys: [.tenant, .code], names: [.named("a\tb \"c\", d"), .named("=x"), .named("\n")],
    rows: [ReportRow(tenant: 0, code: 1, count: 2, flag: .critical)])

  @Test func `cells stand between tabs and are never quoted`() {
    #expect(
      SampleReport.text(TSVFormat(), report) == """
        tenant\tcode\tcount\tusers\tshare\tfirst_seen\tlast_seen\tflag
        a\\u{9}b "c", d\t'=x\t2\t\t0.0000\t\t\tcritical

        """)
  }

  @Test func `raw cells are quoted where they would fall apart`() {
    #expect(
      SampleReport.text(TSVFormat(), report, RenderOptions(rawCells: true)) == """
        tenant\tcode\tcount\tusers\tshare\tfirst_seen\tlast_seen\tflag
        "a\tb ""c"", d"\t=x\t2\t\t0.0000\t\t\tcritical

        """)
  }
}
