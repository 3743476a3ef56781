import LogAlerting
import LogModel
import LogTestSupport
import Testing

struct ThresholdRulesTests {
  private func rules(_ policies: [Int: String]) throws -> ThresholdRules {
    ThresholdRules(
      rules: try policies.keys.sorted().flatMap { index in
        try PolicyParser.rules(in: policies[index] ?? "", catalogueIndex: index)
      })
  }

  @Test func `requests are merged for each code and window`() throws {
    let rules = try rules([
      3: "warning:users>=2/1h;critical:per_user>=5/15m;warning:count>=1/1h",
      1: "info;warning:count>=5/15m;critical:users>=50/15m",
      2: "info",
    ])
    #expect(
      rules.requests == [
        ObservationRequest(
          catalogueIndex: 1, windowSeconds: 900, needsUsers: true, needsPerUser: false),
        ObservationRequest(
          catalogueIndex: 3, windowSeconds: 900, needsUsers: false, needsPerUser: true),
        ObservationRequest(
          catalogueIndex: 3, windowSeconds: 3_600, needsUsers: true, needsPerUser: false),
      ])
  }

  @Test func `an observation brings every verdict that holds, the worst first`() throws {
    let rules = try rules([0: "warning:count>=5/15m;critical:count>=50/15m"])
    #expect(rules.verdicts(for: [.counted(4)]).isEmpty)
    #expect(
      rules.verdicts(for: [.counted(5)]).map(\.rule) == ["warning:count>=5/15m"])
    let both = rules.verdicts(for: [.counted(50)])
    #expect(both.map(\.rule) == ["critical:count>=50/15m", "warning:count>=5/15m"])
    #expect(both.map(\.severity) == [.critical, .warning])
    #expect(both.map(\.observation) == [.counted(50), .counted(50)])
  }

  @Test func `verdicts of one severity stand in the order of window, tenant and code`() throws {
    let rules = try rules([
      0: "warning:count>=1/15m;critical:count>=9/15m", 1: "warning:count>=1/15m",
    ])
    let start: Int64 = 1_773_475_200
    let expected = [
      Observation.counted(9, tenant: 5, start: start + 900),
      .counted(1, tenant: 9, start: start),
      .counted(2, tenant: 0, start: start + 900),
      .counted(3, tenant: 0, code: 1, start: start + 900),
      .counted(9, tenant: 5, start: start + 900),
    ]
    let observations = [expected[3], expected[2], expected[0], expected[1]]
    #expect(rules.verdicts(for: observations).map(\.observation) == expected)
  }

  @Test(arguments: UInt64(0)..<16)
  func `verdicts do not depend on the order of the observations`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var observations: [Observation] = []
    for request in ThresholdRules(BuiltInRules.set).requests {
      for tenant in 0..<3 {
        observations.append(
          .counted(
            .random(in: 1...200, using: &random), users: .random(in: 1...100, using: &random),
            perUser: .random(in: 1...20, using: &random), of: 200, tenant: tenant,
            code: request.catalogueIndex, start: 0, seconds: request.windowSeconds))
      }
    }
    let verdicts = ThresholdRules(BuiltInRules.set).verdicts(for: observations)
    #expect(!verdicts.isEmpty)
    #expect(
      ThresholdRules(BuiltInRules.set).verdicts(for: observations.shuffled(using: &random))
        == verdicts)
  }

  @Test(arguments: [
    ("too_many_pn_per_tenant", Observation.counted(1, seconds: 300), "critical:count>=1/5m"),
    ("tenant_not_found", .counted(1), "critical:count>=1/15m"),
    ("pn_endpoint_disabled", .counted(3, users: 3), "warning:users>=3/15m"),
    ("pn_endpoint_disabled", .counted(12, users: 12), "critical:users>=10/15m"),
    (
      "invalid_otp", .counted(10, users: 1, perUser: 10, seconds: 3_600),
      "warning:per_user>=10/1h"
    ),
    (
      "error_sending_sms", .counted(20, users: 20, of: 80),
      "critical:count>=20&share>=0.25/15m"
    ),
  ])
  func `the built-in rules judge by the catalogue`(
    code: String, observation: Observation, rule: String
  ) throws {
    var observation = observation
    observation.catalogueIndex = try #require(CodeCatalogue.index(of: code))
    #expect(ThresholdRules(BuiltInRules.set).verdicts(for: [observation]).first?.rule == rule)
  }

  @Test(arguments: [
    ("invalid_otp", Observation.counted(19, users: 19, of: 19)),
    ("invalid_otp", .counted(10, users: 1, perUser: 9, seconds: 3_600)),
    ("pn_endpoint_disabled", .counted(50, users: 2)),
    ("error_sending_sms", .counted(20, users: 20, of: 401)),
    ("too_many_pn", .counted(5, users: 2)),
  ])
  func `the built-in rules leave everyday mistakes alone`(
    code: String, observation: Observation
  ) throws {
    var observation = observation
    observation.catalogueIndex = try #require(CodeCatalogue.index(of: code))
    #expect(ThresholdRules(BuiltInRules.set).verdicts(for: [observation]).isEmpty)
  }

  @Test func `every code of the catalogue has a built-in rule`() {
    #expect(Set(ThresholdRules(BuiltInRules.set).rules.map(\.catalogueIndex)) == Set(0..<33))
    #expect(
      ThresholdRules(BuiltInRules.set).requests.allSatisfy {
        (1..<86_400).contains($0.windowSeconds)
      })
  }
}
