import LogAggregation
import LogModel
import LogPipeline
import Testing

struct ReportBuilderTests {
  @Test
  func `rows stand by window, tenant and code, records without a time first`() {
    var log = CountedLog()
    log.error("too_many_pn", minute: 7)
    log.error("invalid_otp", minute: 7, user: 1, count: 2)
    log.error("invalid_otp", minute: 7, tenant: "Zeta")
    log.error("invalid_otp", minute: 0, tenant: "acme")
    log.error("invalid_otp", minute: 0, tenant: nil)
    log.error("30007", minute: 0, tenant: "+", kind: .provider)
    log.error("gd_auth_failed", minute: nil, kind: .event)
    #expect(
      log.report(RowSelection()).lines == [
        "untimed acme gd_auth_failed event unknown 1",
        "+0 + 30007 provider unknown 1",
        "+0 - invalid_otp guardian recoverable 1",
        "+0 acme invalid_otp guardian recoverable 1",
        "+5 Zeta invalid_otp guardian recoverable 1",
        "+5 acme invalid_otp guardian recoverable 2 2 users",
        "+5 acme too_many_pn guardian recoverable 1",
      ])
  }

  @Test
  func `a row bears its window, its first and last record and the earliest one's place`() throws {
    var log = CountedLog(keepsExamples: true)
    log.error("invalid_otp", minute: 3)
    log.error("invalid_otp", minute: 1)
    log.error("invalid_otp", minute: 4)
    let row = try #require(log.report(RowSelection()).rows.first)
    #expect(row.windowStart == CountedLog.eight)
    #expect(row.windowEnd == CountedLog.eight + 300)
    #expect(row.firstSeen == EventTime(seconds: CountedLog.eight + 60))
    #expect(row.lastSeen == EventTime(seconds: CountedLog.eight + 240))
    #expect(row.example == SourceLocation(file: "a.log", line: 2))
  }

  @Test
  func `rows are told apart by any of the keys`() {
    var log = CountedLog(keys: [.window, .tenant, .code, .method])
    log.error("invalid_otp", minute: 0, user: 1, method: "otp", count: 3)
    log.error("invalid_otp", minute: 9, tenant: "beta", user: 2, method: "sms")
    log.error("tenant_not_found", minute: 9, user: 1)
    log.error("zzz", minute: 9)
    #expect(
      log.report(RowSelection(by: [.level])).lines == [
        "recoverable 4 3 users", "unknown 1", "unrecoverable 1 1 users",
      ])
    #expect(
      log.report(RowSelection(by: [.category, .kind])).lines == [
        "guardian otp 4 3 users", "guardian tenant 1 1 users", "other 1",
      ])
    #expect(
      log.report(RowSelection(by: [.method])).lines == [
        "- 2 1 users", "otp 3 3 users", "sms 1 1 users",
      ])
    #expect(log.report(RowSelection(by: [])).lines == ["6 3 users"])
  }

  @Test
  func `a share is measured by the records of the same window and tenant`() {
    var log = CountedLog()
    log.error("invalid_otp", minute: 0, count: 3)
    log.error("too_many_pn", minute: 0)
    log.normal(minute: 0, count: 4)
    log.normal(minute: 6, count: 5)
    log.normal(minute: 0, tenant: "beta", count: 3)
    #expect(log.report(RowSelection()).rows.map(\.share) == [0.375, 0.125])
    #expect(
      log.report(RowSelection(by: [.window, .code])).rows.map(\.share) == [3 / 11.0, 1 / 11.0])
    #expect(log.report(RowSelection(by: [.tenant])).rows.map(\.share) == [4 / 13.0])
    #expect(log.report(RowSelection(by: [.code])).rows.map(\.share) == [3 / 16.0, 1 / 16.0])
    let filtered = RowSelection(by: [.code], filters: [RowFilter(key: .tenant, patterns: ["acme"])])
    #expect(log.report(filtered).rows.map(\.share) == [3 / 16.0, 1 / 16.0])
  }

  @Test
  func `filters choose rows by what they show and cells by what they do not`() {
    var log = CountedLog()
    log.error("invalid_otp", minute: 0, user: 1, count: 2)
    log.error("invalid_otp", minute: 0, tenant: "acme-dev", user: 2)
    log.error("tenant_not_found", minute: 0, tenant: "beta", user: 1)
    log.error("tenant_not_found", minute: nil, tenant: nil)
    func lines(_ by: [ReportKey], _ filters: (ReportKey, [String])...) -> [String] {
      log.report(
        RowSelection(by: by, filters: filters.map { RowFilter(key: $0.0, patterns: $0.1) })
      ).lines
    }
    #expect(lines([.tenant], (.tenant, ["acme*"])) == ["acme 2 2 users", "acme-dev 1 1 users"])
    #expect(
      lines([.code], (.tenant, ["acme*", "-"])) == ["invalid_otp 3 2 users", "tenant_not_found 1"])
    #expect(lines([.tenant], (.level, ["unrecoverable"])) == ["- 1", "beta 1 1 users"])
    #expect(lines([.tenant], (.category, ["t*"]), (.tenant, ["b*"])) == ["beta 1 1 users"])
    #expect(lines([.tenant], (.kind, ["provider"])) == [])
    #expect(
      lines([.tenant], (.window, ["2026-03-14T08:*"]))
        == ["acme 2 2 users", "acme-dev 1 1 users", "beta 1 1 users"])
    #expect(lines([.tenant], (.window, [""])) == ["- 1"])
  }

  @Test
  func `a level of the configuration beats the catalogue's, also for codes outside it`() {
    var log = CountedLog()
    log.error("invalid_otp", minute: 0)
    log.error("30007", minute: 0, kind: .provider)
    let builder = ReportBuilder(
      selection: RowSelection(by: [.code, .level]), zone: .utc,
      levelOverrides: ["invalid_otp": .unrecoverable, "30007": .recoverable],
      entries: CountedLog.entries)
    let report = builder.report(
      from: log.aggregate, sources: [], ledger: LineLedger(), judged: nil, isPartial: false)
    #expect(report.lines == ["30007 recoverable 1", "invalid_otp unrecoverable 1"])
  }

  @Test
  func `names that Unicode takes for one stay two, and each is told once`() {
    var log = CountedLog()
    log.error("invalid_otp", minute: 0, tenant: "caf\u{e9}")
    log.error("invalid_otp", minute: 0, tenant: "cafe\u{301}")
    log.error("invalid_otp", minute: 9, tenant: "caf\u{e9}")
    let report = log.report(RowSelection())
    #expect(report.rows.map(\.count) == [1, 1, 1])
    #expect(report.names.count == 3)
    #expect(report.tenantCount == 2)
  }

  @Test
  func `one text as codes of two kinds is two rows`() {
    var log = CountedLog()
    log.error("gd_auth_failed", minute: 0, kind: .other)
    log.error("gd_auth_failed", minute: 0, kind: .event)
    #expect(
      log.report(RowSelection(by: [.code, .kind])).lines
        == ["gd_auth_failed event 1", "gd_auth_failed other 1"])
  }

  @Test
  func `the report carries the books, the times and what was counted in all`() {
    var log = CountedLog()
    log.error("invalid_otp", minute: 0, user: 1, count: 2)
    log.error("invalid_otp", minute: 1, tenant: "beta", user: 2)
    log.normal(minute: 12, tenant: "gamma")
    var lines = LineLedger()
    lines.lines = 4
    lines.parsed = 4
    let report = ReportBuilder(selection: RowSelection(top: 1), zone: .utc).report(
      from: log.aggregate, sources: [], ledger: lines, judged: nil, isPartial: true)
    #expect(report.ledger.balances)
    #expect(report.ledger.lines.lines == 4)
    #expect(report.ledger.records.error == 3)
    #expect(report.first == EventTime(seconds: CountedLog.eight))
    #expect(report.last == EventTime(seconds: CountedLog.eight + 720))
    #expect(report.tenantCount == 2)
    #expect(report.userCount == UserCount(count: 2, isEstimate: false))
    #expect(report.isPartial)
    #expect(!report.isComplete)
  }

  @Test
  func `nothing counted is a report without rows`() {
    let report = CountedLog().report(RowSelection(top: 3))
    #expect(report.rows.isEmpty)
    #expect(report.isComplete)
    #expect(report.userCount == nil)
    #expect(report.first == nil)
  }
}
