import LogReporting
import Testing

struct PolicyTextTests {
  @Test func `a policy is said in words, rule by rule`() {
    #expect(
      PolicyText.rules("info;warning:users>=20&share>=0.15/15m;critical:per_user>=10/1h")
        == [
          "one alone is no alarm",
          "warning when 20 or more users and a share of 15% or more in 15 min",
          "critical when 10 or more errors of one user in 1 h",
        ])
  }

  @Test(arguments: [
    ("critical:count>=1/5m", "1 or more errors in 5 min"),
    ("share>=0.125/90s", "a share of 12.5% or more in 90 s"),
    ("warning:lag>=5/5m", "lag>=5/5m"),
    ("warning:count>5/5m", "count>5/5m"),
    ("warning:count>=5/5y", "count>=5/5y"),
    ("count>=5", "count>=5"),
    ("", ""),
  ])
  func `what is not of the notation stays as it is`(rule: String, words: String) {
    #expect(PolicyText.condition(rule) == words)
  }
}
