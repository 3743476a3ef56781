import LogAlerting
import LogModel
import Testing

struct CaseComparisonTests {
  private static let rules = RuleSet(rules: [
    Rule(name: "push", kind: .threshold(RuleThresholds()), windowSeconds: 300),
    Rule(name: "sms", kind: .threshold(RuleThresholds()), windowSeconds: 900),
  ])

  private func theCase(_ expect: String) throws -> RuleCase {
    let file = RuleCaseFile.read(
      """
      version: 1
      start: 1970-01-01
      cases:
        - {name: a, series: {tenant: t, normal: 1}, expect: \(expect)}
      """, file: "f")
    #expect(file.faults == [])
    return try #require(file.cases.first)
  }

  private func alert(
    _ rule: String, _ severity: Severity = .critical, tenant: String? = "acme",
    code: String? = "c", at start: Int64
  ) -> CaseAlert {
    CaseAlert(
      rule: rule, severity: severity, tenant: tenant, code: code,
      seconds: start..<start + (rule == "push" ? 300 : 900))
  }

  private func differences(_ expect: String, _ alerts: [CaseAlert]) throws -> [String] {
    let comparison = CaseComparison(
      try theCase(expect), alerts: alerts, rules: CaseComparisonTests.rules)
    #expect(comparison.isPassed == comparison.differences.isEmpty)
    return comparison.differences.map { difference in
      switch difference {
      case .missing(let expected, let start):
        "- \(expected.rule) \(start.map(String.init) ?? "any")"
      case .unexpected(let alert): "+ \(alert.rule) \(alert.seconds.lowerBound)"
      }
    }
  }

  @Test func `nothing came and nothing was expected`() throws {
    #expect(try differences("none", []) == [])
  }

  @Test func `what came and was not expected is told`() throws {
    #expect(
      try differences("none", [alert("sms", at: 900), alert("push", at: 600)])
        == ["+ push 600", "+ sms 900"])
  }

  @Test func `what is left out of an expectation may be anything`() throws {
    let alerts = [alert("push", at: 300), alert("push", .warning, tenant: nil, at: 600)]
    #expect(try differences("[{rule: push}]", alerts) == [])
    #expect(try differences("[{rule: push}]", []) == ["- push any"])
  }

  @Test(arguments: [
    "{rule: push, severity: warning}", "{rule: push, tenant: beta}", "{rule: push, code: d}",
  ])
  func `what is said must hold`(expected: String) throws {
    #expect(
      try differences("[\(expected)]", [alert("push", at: 300)]) == ["- push any", "+ push 300"])
  }

  @Test func `one window is one window`() throws {
    #expect(
      try differences(
        "[{rule: push, window: +5m}]", [alert("push", at: 300), alert("push", at: 600)])
        == ["+ push 600"])
    #expect(try differences("[{rule: push, window: +5m}]", []) == ["- push 300"])
  }

  @Test func `from and until are every window between them`() throws {
    #expect(
      try differences(
        "[{rule: push, from: +5m, until: +20m}]",
        [alert("push", at: 0), alert("push", at: 300), alert("push", at: 900)])
        == ["+ push 0", "- push 600"])
  }
}
