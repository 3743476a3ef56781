import LogAlerting
import LogModel
import Testing

struct CaseCoverageTests {
  private static let rules = RuleSet(rules: [
    rule("push", code: "too_many_pn"), rule("sms", code: "too_many_sms"),
    Rule(
      name: "still", kind: .flatline(FlatlinePolicy(severity: .warning, learnSeconds: 86_400)),
      by: [.tenant], windowSeconds: 3_600),
  ])

  private static func rule(_ name: String, code: String) -> Rule {
    Rule(
      name: name, kind: .threshold(RuleThresholds()),
      match: RuleMatch([.code: PatternList(included: [NamePattern(code)])]))
  }

  private func alert(_ rule: String) -> CaseAlert {
    CaseAlert(rule: rule, severity: .warning, tenant: nil, code: nil, seconds: 0..<300)
  }

  @Test func `a rule is covered when it fired, and was silent where it could have fired`() {
    var coverage = CaseCoverage()
    coverage.add(
      rows: [[.code: "too_many_pn", .tenant: "acme"]], alerts: [alert("push")],
      rules: CaseCoverageTests.rules)
    #expect(coverage.withoutAlert(CaseCoverageTests.rules).map(\.name) == ["sms", "still"])
    #expect(coverage.withoutSilence(CaseCoverageTests.rules).map(\.name) == ["push", "sms"])
    coverage.add(
      rows: [[.code: "too_many_pn"], [.code: "too_many_sms"]], alerts: [alert("sms")],
      rules: CaseCoverageTests.rules)
    #expect(coverage.withoutAlert(CaseCoverageTests.rules).map(\.name) == ["still"])
    #expect(coverage.withoutSilence(CaseCoverageTests.rules).map(\.name) == ["sms"])
  }
}
