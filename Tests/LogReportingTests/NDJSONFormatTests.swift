import LogModel
import LogReporting
import Testing

struct NDJSONFormatTests {
  @Test func `every row is a line with the fields of the JSON format`() {
    let report = SampleReport.small(
      keys: [.level],
      rows: [
        ReportRow(
          level: .unrecoverable, count: 2, share: 0.5,
          example: SourceLocation(file: "x\u{202E}.log", line: 3)),
        ReportRow(level: .unknown, count: 1),
      ], hasExamples: true)
    #expect(
      SampleReport.text(NDJSONFormat(), report) == """
        {"level":"unrecoverable","count":2,"users":null,"share":0.5,"first_seen":null,\
        "last_seen":null,"flag":"","example":"x\\u202e.log:3"}
        {"level":"unknown","count":1,"users":null,"share":0,"first_seen":null,\
        "last_seen":null,"flag":"","example":null}

        """)
  }

  @Test func `no rows are no bytes`() {
    #expect(SampleReport.text(NDJSONFormat(), SampleReport.small(rows: [])) == "")
  }
}
