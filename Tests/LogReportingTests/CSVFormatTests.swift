import LogModel
import LogReporting
import Testing

struct CSVFormatTests {
  @Test func `a report is a header and a line a row`() {
    #expect(
      SampleReport.text(CSVFormat(), SampleReport.incident()) == """
        window_start,window_end,tenant,code,kind,level,count,users,share,first_seen,last_seen,flag
        2026-03-14T08:00:00Z,2026-03-14T08:05:00Z,acme,invalid_otp,guardian,recoverable,1180,1020,\
        0.0512,2026-03-14T08:00:07Z,2026-03-14T08:04:11.250Z,
        2026-03-14T08:05:00Z,2026-03-14T08:10:00Z,東京銀行,invalid_otp,guardian,recoverable,1040,77,\
        0.3100,2026-03-14T08:05:07Z,2026-03-14T08:09:11.250Z,warning
        2026-03-14T08:20:00Z,2026-03-14T08:25:00Z,acme,too_many_sms_per_tenant,guardian,\
        unrecoverable,40,12,0.0008,2026-03-14T08:20:07Z,2026-03-14T08:24:11.250Z,critical
        2026-03-14T08:20:00Z,2026-03-14T08:25:00Z,-,E-77,other,unknown,1,,0.0000,\
        2026-03-14T08:20:07Z,2026-03-14T08:24:11.250Z,
        ,,(other),(other),(other),(other),8,2,0.0002,,,

        """)
  }

  @Test func `no rows leave the header`() {
    #expect(
      SampleReport.text(CSVFormat(), SampleReport.small(rows: [])) == """
        window_start,window_end,tenant,code,kind,level,count,users,share,first_seen,last_seen,flag

        """)
  }

  @Test func `other keys give other columns, in their fixed order`() {
    let report = SampleReport.small(
      keys: [.code, .category, .method], names: [.named("a,b"), .named("say \"x\""), .unknown],
      rows: [ReportRow(code: 0, category: 1, method: 2, count: 3, share: 0.5)])
    #expect(
      SampleReport.text(CSVFormat(), report) == #"""
        code,category,method,count,users,share,first_seen,last_seen,flag
        "a,b","say ""x""",-,3,,0.5000,,,

        """#)
  }

  @Test func `a row shows its own code, kind and level, whatever the rows before it showed`() {
    let report = SampleReport.small(
      keys: [.window, .code, .kind, .level], names: (0...256).map { .named("c\($0)") },
      rows: [
        ReportRow(
          windowStart: SampleReport.start, windowEnd: SampleReport.start + 300, code: 0,
          kind: .guardian, level: .recoverable, count: 1),
        ReportRow(
          windowStart: SampleReport.start, windowEnd: SampleReport.start + 300, code: 256,
          kind: .guardian, level: .recoverable, count: 2),
        ReportRow(
          windowStart: SampleReport.start, windowEnd: SampleReport.start + 600, code: 0,
          kind: .other, level: .recoverable, count: 3),
        ReportRow(code: 0, kind: .other, level: .unknown, count: 4),
        ReportRow(code: 0, kind: .other, level: .unknown, count: 5),
      ])
    #expect(
      SampleReport.text(CSVFormat(), report) == """
        window_start,window_end,code,kind,level,count,users,share,first_seen,last_seen,flag
        2026-03-14T08:00:00Z,2026-03-14T08:05:00Z,c0,guardian,recoverable,1,,0.0000,,,
        2026-03-14T08:00:00Z,2026-03-14T08:05:00Z,c256,guardian,recoverable,2,,0.0000,,,
        2026-03-14T08:00:00Z,2026-03-14T08:10:00Z,c0,other,recoverable,3,,0.0000,,,
        ,,c0,other,unknown,4,,0.0000,,,
        ,,c0,other,unknown,5,,0.0000,,,

        """)
  }

  @Test func `cells are guarded unless raw ones are asked for`() {
    let report = SampleReport.small(
      keys: [.tenant, .code],
      names: [.named("=1+1"), .named("a\nb\\"), .named("-"), .unknown, .other],
      rows: [
        ReportRow(tenant: 0, code: 1, count: 1), ReportRow(tenant: 2, code: 1, count: 1),
        ReportRow(tenant: 3, code: 4, count: 1),
      ])
    #expect(
      SampleReport.text(CSVFormat(), report) == """
        tenant,code,count,users,share,first_seen,last_seen,flag
        '=1+1,a\\u{a}b\\\\,1,,0.0000,,,
        '-,a\\u{a}b\\\\,1,,0.0000,,,
        -,(other),1,,0.0000,,,

        """)
    #expect(
      SampleReport.text(CSVFormat(), report, RenderOptions(rawCells: true)) == """
        tenant,code,count,users,share,first_seen,last_seen,flag
        =1+1,"a
        b\\",1,,0.0000,,,
        -,"a
        b\\",1,,0.0000,,,
        -,(other),1,,0.0000,,,

        """)
  }

  @Test func `an example is a safe cell at the end`() {
    let report = SampleReport.small(
      keys: [.code], names: [.named("x")],
      rows: [
        ReportRow(code: 0, count: 1, example: SourceLocation(file: "a,\u{1B}.log", line: 12)),
        ReportRow(code: 0, count: 1),
      ],
      hasExamples: true)
    #expect(
      SampleReport.text(CSVFormat(), report) == """
        code,count,users,share,first_seen,last_seen,flag,example
        x,1,,0.0000,,,,"a,\\u{1b}.log:12"
        x,1,,0.0000,,,,

        """)
  }

  @Test func `width and colour change no byte`() {
    let report = SampleReport.incident()
    #expect(
      SampleReport.text(
        CSVFormat(), report, RenderOptions(width: 40, usesColor: true, isASCII: true))
        == SampleReport.text(CSVFormat(), report))
  }

  @Test(arguments: [0, 1, 1_024, 1_025, 3_072, 20_000])
  func `how many threads make out the rows changes no byte`(count: Int) {
    let report = SampleReport.small(
      keys: [.code], names: [.named("x")],
      rows: (0..<count).map { ReportRow(code: 0, count: $0 + 1) })
    let text = SampleReport.text(CSVFormat(), report)
    let lines = text.split(separator: "\n")
    #expect(lines.count == count + 1)
    #expect(lines.last?.hasPrefix(count == 0 ? "code," : "x,\(count),") == true)
    for jobs in [2, 3, 7] {
      #expect(SampleReport.text(CSVFormat(), report, RenderOptions(jobs: jobs)) == text)
    }
  }
}
