import LogAggregation
import LogModel
import LogPipeline
import Testing

/// Flags, histories and actions: what a report says beside counts.
struct ReportBuilderJudgementTests {
  private func verdict(
    _ severity: Severity, of aggregate: PartialAggregate, tenant: String, code: Int, minute: Int64,
    minutes: Int64 = 15, count: Int = 1, rule: String = "rule"
  ) -> Verdict {
    let names = aggregate.tenantNames
    let number = (0..<names.count).first { names.name(of: $0) == .named(tenant) } ?? 0
    let start = CountedLog.eight + minute * 60
    return Verdict(
      severity: severity,
      observation: Observation(
        tenant: number, catalogueIndex: code, windowStart: start, windowEnd: start + minutes * 60,
        count: count, users: nil, perUser: nil, records: count), rule: rule)
  }

  @Test
  func `a row bears the worst verdict of the rule windows that overlap its own`() {
    var log = CountedLog()
    for minute in [0, 10, 15, 25, 30, 45] as [Int64] { log.error("invalid_otp", minute: minute) }
    log.error("invalid_otp", minute: nil)
    log.error("too_many_pn", minute: 15)
    log.error("invalid_otp", minute: 15, tenant: "beta")
    let verdicts = [
      verdict(.warning, of: log.aggregate, tenant: "acme", code: 0, minute: 0, minutes: 30),
      verdict(.critical, of: log.aggregate, tenant: "acme", code: 0, minute: 15),
      verdict(.warning, of: log.aggregate, tenant: "acme", code: 0, minute: 45),
    ]
    #expect(
      log.report(RowSelection(by: [.window, .tenant, .code]), verdicts: verdicts).lines == [
        "untimed acme invalid_otp 1",
        "+0 acme invalid_otp 1 warning",
        "+10 acme invalid_otp 1 warning",
        "+15 acme invalid_otp 1 critical",
        "+15 acme too_many_pn 1",
        "+15 beta invalid_otp 1",
        "+25 acme invalid_otp 1 critical",
        "+30 acme invalid_otp 1",
        "+45 acme invalid_otp 1 warning",
      ])
    #expect(
      log.report(RowSelection(by: [.code], sort: .flag), verdicts: verdicts).lines
        == ["invalid_otp 8 critical", "too_many_pn 1"])
    #expect(
      log.report(RowSelection(by: [.tenant, .category]), verdicts: verdicts).lines
        == ["acme otp 7 critical", "acme rate_quota 1", "beta otp 1"])
    #expect(
      log.report(RowSelection(by: [.window, .tenant, .code], top: 1), verdicts: verdicts).lines
        == ["untimed acme invalid_otp 1", "(other) (other) 8 critical"])
  }

  @Test
  func `verdicts on what the filters leave out flag nothing`() {
    var log = CountedLog()
    log.error("invalid_otp", minute: 0)
    log.error("too_many_pn", minute: 0, tenant: "beta")
    log.error("invalid_otp", minute: 0, tenant: "beta")
    let verdicts = [verdict(.critical, of: log.aggregate, tenant: "beta", code: 0, minute: 0)]
    func lines(_ key: ReportKey, _ pattern: String) -> [String] {
      let filters = [RowFilter(key: key, patterns: [pattern])]
      return log.report(RowSelection(by: [.level], filters: filters), verdicts: verdicts).lines
    }
    #expect(lines(.tenant, "acme") == ["recoverable 1"])
    #expect(lines(.tenant, "beta") == ["recoverable 2 critical"])
    #expect(lines(.code, "too_many_pn") == ["recoverable 1"])
  }

  @Test
  func `rows of a code and tenant share the counts of all windows`() {
    var log = CountedLog()
    log.error("invalid_otp", minute: 0, count: 2)
    log.error("invalid_otp", minute: 16, count: 3)
    log.error("too_many_pn", minute: 21)
    log.error("invalid_otp", minute: nil, count: 7)
    let rows = log.report(RowSelection(by: [.window, .code])).rows
    #expect(
      rows.map(\.history) == [
        [2, 0, 0, 3, 0], [2, 0, 0, 3, 0], [2, 0, 0, 3, 0], [0, 0, 0, 0, 1],
      ])
    #expect(log.report(RowSelection(by: [.code])).rows.map(\.history) == [[], []])
  }

  @Test
  func `a single window has no history, and a forged time does not stretch one`() {
    var log = CountedLog()
    log.error("invalid_otp", minute: 1)
    #expect(log.report(RowSelection()).rows.map(\.history) == [[]])
    log.error("invalid_otp", minute: 6)
    log.error("invalid_otp", minute: 60 * 24 * 365 * 3)
    #expect(log.report(RowSelection()).rows.map(\.history) == [[1, 1], [1, 1], [1, 1]])
  }

  @Test(arguments: [
    (2, 2, 1), (47, 47, 1), (48, 48, 1), (49, 25, 2), (96, 48, 2), (97, 33, 3),
  ])
  func `a long history has at most 48 points of equal runs of windows`(
    windows: Int, points: Int, run: Int
  ) throws {
    var log = CountedLog()
    for window in 0..<windows { log.error("invalid_otp", minute: Int64(window) * 5) }
    let history = try #require(log.report(RowSelection()).rows.first?.history)
    #expect(history.count == points)
    #expect(history.dropLast().allSatisfy { $0 == run })
    #expect(history.reduce(0, +) == windows)
  }

  @Test
  func `an action a code, the worst first, with tenants worst first`() throws {
    var log = CountedLog()
    log.error("invalid_otp", minute: 0, tenant: "acme", user: 1, count: 3)
    log.error("invalid_otp", minute: 20, tenant: "acme", user: 2, count: 3)
    log.error("invalid_otp", minute: 20, tenant: "beta", user: 1, count: 9)
    log.error("invalid_otp", minute: 40, tenant: "caro", user: 50, count: 99)
    log.error("tenant_not_found", minute: 3, tenant: "beta")
    log.error("too_many_pn", minute: 3, tenant: "beta", count: 4)
    let aggregate = log.aggregate
    func acme(_ severity: Severity, _ minute: Int64, _ count: Int, _ rule: String) -> Verdict {
      verdict(
        severity, of: aggregate, tenant: "acme", code: 0, minute: minute, count: count, rule: rule)
    }
    let verdicts = [
      acme(.critical, 0, 3, "critical:count>=3/15m"),
      acme(.critical, 15, 3, "critical:count>=3/15m"),
      acme(.warning, 0, 3, "warning:count>=1/15m"),
      verdict(
        .critical, of: aggregate, tenant: "beta", code: 0, minute: 15, count: 9,
        rule: "critical:count>=3/15m"),
      verdict(
        .critical, of: aggregate, tenant: "beta", code: 0, minute: 15, count: 9,
        rule: "critical:users>=9/15m"),
      verdict(
        .warning, of: aggregate, tenant: "caro", code: 0, minute: 30, count: 99,
        rule: "warning:count>=1/15m"),
      verdict(.warning, of: aggregate, tenant: "beta", code: 1, minute: 0, count: 4),
      verdict(.critical, of: aggregate, tenant: "beta", code: 2, minute: 0, count: 1),
    ]
    // Rows that are left out need action all the same.
    let selection = RowSelection(filters: [RowFilter(key: .tenant, patterns: ["nobody"])])
    let report = log.report(selection, verdicts: verdicts)
    #expect(
      report.actions.map { report.text($0.code) }
        == ["invalid_otp", "tenant_not_found", "too_many_pn"])
    #expect(report.actions.map(\.severity) == [.critical, .critical, .warning])
    let first = try #require(report.actions.first)
    #expect(first.rule == "critical:count>=3/15m")
    #expect(first.count == 15)
    // Users 1 ... 3, 2 ... 4 and 1 ... 9.
    #expect(first.users == UserCount(count: 9, isEstimate: false))
    #expect(first.tenants.map(report.text) == ["beta", "acme", "caro"])
    #expect(first.start == CountedLog.eight)
    #expect(first.end == CountedLog.eight + 1_800)
  }
}
