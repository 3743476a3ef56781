import LogAlerting
import LogModel
import Testing

struct BacktestTests {
  private static let rules = RuleSet(rules: [
    Rule(name: "push", kind: .threshold(RuleThresholds()), windowSeconds: 300),
    Rule(name: "sms", kind: .threshold(RuleThresholds()), windowSeconds: 900, keepFiringSeconds: 0),
  ])

  private func alert(
    _ rule: String, _ severity: Severity = .critical, tenant: String? = "acme",
    code: String? = "c", series: String = "", at start: Int64
  ) -> CaseAlert {
    CaseAlert(
      rule: rule, severity: severity, tenant: tenant, code: code, series: series,
      seconds: start..<start + (rule == "push" ? 300 : 900))
  }

  private func episodes(_ alerts: [CaseAlert]) -> [String] {
    AlertEpisode.all(of: alerts, rules: BacktestTests.rules).map {
      "\($0.rule) \($0.severity.name) \($0.start)-\($0.end) known \($0.knownAt)"
    }
  }

  @Test func `windows of one series without a pause are one alert`() {
    #expect(
      episodes([
        alert("push", .warning, at: 300), alert("push", at: 600), alert("push", .warning, at: 900),
      ]) == ["push critical 300-1200 known 600"])
  }

  @Test func `a pause as long as keep_firing is none`() {
    #expect(
      episodes([alert("push", at: 0), alert("push", at: 600), alert("push", at: 1_500)])
        == ["push critical 0-900 known 300", "push critical 1500-1800 known 1800"])
    #expect(
      episodes([alert("sms", at: 0), alert("sms", at: 900), alert("sms", at: 2_700)])
        == ["sms critical 0-1800 known 900", "sms critical 2700-3600 known 3600"])
  }

  @Test(arguments: [
    CaseAlert(rule: "push", severity: .critical, tenant: "b", code: "c", seconds: 300..<600),
    CaseAlert(rule: "push", severity: .critical, tenant: "acme", code: "d", seconds: 300..<600),
    CaseAlert(rule: "push", severity: .critical, tenant: "acme", code: nil, seconds: 300..<600),
    CaseAlert(
      rule: "push", severity: .critical, tenant: "acme", code: "c", series: "method=otp",
      seconds: 300..<600),
  ])
  func `another series is another alert`(other: CaseAlert) {
    #expect(episodes([alert("push", at: 0), other]).count == 2)
  }

  @Test func `alerts are counted by day and rule`() {
    let alerts = AlertEpisode.all(
      of: [
        alert("sms", .warning, at: 0), alert("push", at: 0), alert("push", tenant: "b", at: 0),
        alert("push", .warning, at: 86_400),
      ], rules: BacktestTests.rules)
    let test = Backtest(alerts, rules: BacktestTests.rules, incidents: nil)
    #expect(
      test.days == [
        Backtest.Day(rule: "push", day: 0, warnings: 0, criticals: 2, falseAlerts: nil),
        Backtest.Day(rule: "sms", day: 0, warnings: 1, criticals: 0, falseAlerts: nil),
        Backtest.Day(rule: "push", day: 1, warnings: 1, criticals: 0, falseAlerts: nil),
      ])
    #expect(test.findings == nil)
    #expect(test.falseAlerts == nil)
  }

  @Test func `known incidents are found, and what is none is false`() throws {
    let (incidents, faults) = IncidentList.read(
      """
      start,end,tenant,code
      1970-01-01T00:12:00Z,1970-01-01T00:30:00Z,ac*,c
      1970-01-01T02:00:00Z,1970-01-01T03:00:00Z,*,*
      1970-01-01T00:00:00Z,1970-01-01T01:00:00Z,acme,other
      """)
    #expect(faults == [])
    let alerts = AlertEpisode.all(
      of: [
        alert("push", at: 600), alert("sms", at: 900), alert("push", tenant: "b", at: 600),
        alert("sms", tenant: nil, code: nil, at: 10_800),
      ], rules: BacktestTests.rules)
    let test = Backtest(alerts, rules: BacktestTests.rules, incidents: incidents)
    let findings = try #require(test.findings)
    #expect(findings.map { $0.alert?.rule } == ["push", nil, nil])
    // Known at 00:15 at the latest, three minutes after it began.
    #expect(findings.map(\.delaySeconds) == [180, nil, nil])
    #expect(test.falseAlerts?.map(\.start) == [600, 10_800])
    #expect(test.falseAlerts?.map(\.tenant) == ["b", nil])
    #expect(test.days.map(\.falseAlerts) == [1, 1])
  }
}
