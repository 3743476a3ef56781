import LogAlerting
import LogModel
import Testing

struct RuleMatchTests {
  @Test(arguments: [
    ("too_many_sms", true), ("too_many_pn", true), ("too_many_sms_per_tenant", false),
    ("invalid_otp", true), ("invalid_otp_format", false), ("Invalid_otp", false), ("", false),
  ])
  func `a name is accepted when it is meant and not left out`(name: String, isAccepted: Bool) {
    let match = RuleMatch([
      .code: PatternList(
        included: [NamePattern("too_many_*"), NamePattern("invalid_otp")],
        excluded: [NamePattern("*_per_tenant")])
    ])
    #expect(match.accepts(name, as: .code) == isAccepted)
    #expect(match.accepts(name, as: .tenant))
  }

  @Test(arguments: [
    ("*", "", true), ("*", "anything", true), ("", "", true), ("", "a", false), ("a*", "a", true),
    ("*a*b*", "xxaxxbxx", true), ("*a*b*", "xxbxxaxx", false), ("a*a", "a", false),
    ("a*a", "aa", true), ("**", "x", true), ("é*", "é", true), ("e\u{301}", "é", false),
  ])
  func `a star stands for any bytes`(pattern: String, name: String, isMatching: Bool) {
    #expect(NamePattern(pattern).matches(name) == isMatching)
  }

  @Test func `a pattern full of stars is no trap`() {
    let pattern = NamePattern(String(repeating: "*a", count: 200) + "b")
    #expect(!pattern.matches(String(repeating: "a", count: 20_000)))
  }
}
