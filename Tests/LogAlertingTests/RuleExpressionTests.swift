import LogAlerting
import LogModel
import Testing

struct RuleExpressionTests {
  private func rule(_ text: String) throws -> Rule {
    try RuleExpression.rule(text, severity: .critical, context: RuleContext())
  }

  @Test func `an expression is a rule in one line`() throws {
    #expect(
      try rule("code=too_many_pn*&count>=5/15m")
        == Rule(
          name: "code=too_many_pn*&count>=5/15m",
          kind: .threshold(
            RuleThresholds(critical: [
              RuleCondition(metric: .count, atLeast: DecimalThreshold(numerator: 5))
            ])),
          match: RuleMatch([.code: PatternList(included: [NamePattern("too_many_pn*")])]),
          windowSeconds: 900))
  }

  @Test func `terms stand in any order, and the window may be left out`() throws {
    let rule = try rule("share>=0.25&by=tenant&level=unrecoverable&count>=20")
    #expect(rule.by == [.tenant])
    #expect(rule.windowSeconds == 900)
    #expect(rule.notation(.critical) == "critical:share>=0.25&count>=20/15m")
    #expect(rule.notation(.warning) == "warning:/15m")
  }

  @Test func `lists, exclusions and quotes`() throws {
    let rule = try rule(#"tenant="a&b/c",!"x,y",zeta&code=invalid_*,!invalid_otp&users>=3/1h"#)
    #expect(rule.match[.tenant]?.texts == ["a&b/c", "zeta", "!x,y"])
    #expect(rule.match[.code]?.texts == ["invalid_*", "!invalid_otp"])
    #expect(rule.windowSeconds == 3_600)
    #expect(rule.keepFiringSeconds == 3_600)
  }
}
