import LogAggregation
import LogAlerting
import LogModel
import LogPipeline
import Testing

/// Flags, histories and actions: what a report says beside counts.
struct ReportBuilderJudgementTests {
  @Test
  func `a row bears the worst verdict of the rule windows that overlap its own`() {
    var log = CountedLog()
    for minute in [0, 10, 15, 25, 30, 45] as [Int64] { log.error("invalid_otp", minute: minute) }
    log.error("invalid_otp", minute: nil)
    log.error("too_many_pn", minute: 15)
    log.error("invalid_otp", minute: 15, tenant: "beta")
    let rules = [
      RuleText.rule("tenant=acme&code=invalid_otp&count>=1/30m", .warning),
      RuleText.rule("tenant=acme&code=invalid_otp&count>=1/15m", .critical),
      RuleText.rule("tenant=acme&code=invalid_otp&count>=01/15m", .warning),
    ]
    func isTold(_ alert: Alert) -> Bool {
      alert.seconds.lowerBound == CountedLog.eight + [0, 900, 2_700][alert.rule]
    }
    #expect(
      log.report(RowSelection(by: [.window, .tenant, .code]), rules: rules, keeping: isTold).lines
        == [
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
      log.report(RowSelection(by: [.code], sort: .flag), rules: rules, keeping: isTold).lines
        == ["invalid_otp 8 critical", "too_many_pn 1"])
    #expect(
      log.report(RowSelection(by: [.tenant, .category]), rules: rules, keeping: isTold).lines
        == ["acme otp 7 critical", "acme rate_quota 1", "beta otp 1"])
    #expect(
      log.report(
        RowSelection(by: [.window, .tenant, .code], top: 1), rules: rules, keeping: isTold
      ).lines
        == ["untimed acme invalid_otp 1", "(other) (other) 8 critical"])
  }

  @Test
  func `alerts on what the filters leave out flag nothing`() {
    var log = CountedLog()
    log.error("invalid_otp", minute: 0)
    log.error("too_many_pn", minute: 0, tenant: "beta")
    log.error("invalid_otp", minute: 0, tenant: "beta")
    let rules = [RuleText.rule("tenant=beta&code=invalid_otp&count>=1/15m", .critical)]
    func lines(_ key: ReportKey, _ pattern: String) -> [String] {
      let filters = [RowFilter(key: key, patterns: [pattern])]
      return log.report(RowSelection(by: [.level], filters: filters), rules: rules).lines
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
    let rules = [
      RuleText.rule("tenant=acme,beta&code=invalid_otp&count>=3/15m", .critical),
      RuleText.rule("tenant=beta&code=invalid_otp&users>=9/15m", .critical),
      RuleText.rule("tenant=acme,caro&code=invalid_otp&count>=1/15m", .warning),
      RuleText.rule("code=too_many_pn&count>=1/15m", .warning),
      RuleText.rule("code=tenant_not_found&count>=1/15m", .critical),
    ]
    // Rows that are left out need action all the same.
    let selection = RowSelection(filters: [RowFilter(key: .tenant, patterns: ["nobody"])])
    let report = log.report(selection, rules: rules)
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
