import LogModel
import LogReporting
import Testing

struct JSONFormatTests {
  @Test func `a report is one object with ledger, sources and rows`() {
    var report = SampleReport.small(
      keys: [.window, .tenant, .code, .kind],
      names: [.named("acme"), .unknown, .named("010")],
      rows: [
        ReportRow(
          windowStart: SampleReport.start, windowEnd: SampleReport.start + 300, tenant: 0, code: 2,
          kind: .other, count: 2, users: UserCount(count: 1, isEstimate: false), share: 0.25,
          firstSeen: EventTime(seconds: SampleReport.start),
          lastSeen: EventTime(seconds: SampleReport.start, nanoseconds: 5_000_000), flag: .warning),
        ReportRow(tenant: 1, code: 2, kind: .provider, count: 1, share: 1),
        ReportRow(isOther: true, count: 7, share: 0.0001),
      ])
    var lines = LineLedger()
    lines.lines = 9
    report.sources = [
      SourceSummary(name: "a\"b.log", lines: lines, bytes: 512, problem: nil),
      SourceSummary(
        name: "-", lines: LineLedger(), bytes: 0, problem: .truncatedGzip(byteOffset: 1_234)),
    ]
    report.isComplete = false
    #expect(
      SampleReport.text(JSONFormat(), report) == """
        {"schema":1,"window_seconds":300,"tz":"UTC","first":"2026-03-14T08:00:00.500Z",\
        "last":"2026-03-14T08:59:59Z","complete":false,"ledger":{"lines":14,"blank":1,\
        "malformed":2,"oversized":1,"parsed":10,"records":10,"error":3,"normal":4,"other":1,\
        "filtered":1,"duplicate":1,"untimed":0,"untenanted":1,"repaired":2},
        "sources":[
        {"name":"a\\"b.log","lines":9,"bytes":512,"problem":null},
        {"name":"-","lines":0,"bytes":0,"problem":"truncated gzip at byte 1234"}],
        "rows":[
        {"window_start":"2026-03-14T08:00:00Z","window_end":"2026-03-14T08:05:00Z",\
        "tenant":"acme","code":"010","kind":"other","count":2,"users":1,"share":0.25,\
        "first_seen":"2026-03-14T08:00:00Z","last_seen":"2026-03-14T08:00:00.005Z",\
        "flag":"warning"},
        {"window_start":null,"window_end":null,"tenant":null,"code":"010","kind":"provider",\
        "count":1,"users":null,"share":1,"first_seen":null,"last_seen":null,"flag":""},
        {"window_start":null,"window_end":null,"tenant":"(other)","code":"(other)",\
        "kind":"(other)","count":7,"users":null,"share":0.0001,"first_seen":null,\
        "last_seen":null,"flag":"","other":true}]}

        """)
  }

  @Test func `nothing counted is empty lists and no times`() {
    var report = SampleReport.small(rows: [])
    report.first = nil
    report.last = nil
    report.ledger = Ledger()
    report.windows = .days(7, .utc)
    #expect(
      SampleReport.text(JSONFormat(), report) == """
        {"schema":1,"window_seconds":604800,"tz":"UTC","first":null,"last":null,"complete":true,\
        "ledger":{"lines":0,"blank":0,"malformed":0,"oversized":0,"parsed":0,"records":0,\
        "error":0,"normal":0,"other":0,"filtered":0,"duplicate":0,"untimed":0,"untenanted":0,\
        "repaired":0},
        "sources":[],
        "rows":[]}

        """)
  }
}
