import LogAlerting
import LogModel
import Testing

struct ThresholdRuleTests {
  /// The only rule of a policy for the code 0.
  private func rule(_ policy: String) throws -> ThresholdRule {
    try #require(PolicyParser.rules(in: policy, catalogueIndex: 0).first)
  }

  @Test(arguments: [(4, false), (5, true), (6, true)])
  func `a count is reached by itself and by more`(count: Int, isBroken: Bool) throws {
    #expect(try rule("warning:count>=5/15m").isBroken(by: .counted(count)) == isBroken)
  }

  @Test(arguments: [(2, false), (3, true), (4, true)])
  func `distinct users are counted, not events`(users: Int, isBroken: Bool) throws {
    let observation = Observation.counted(100, users: users)
    #expect(try rule("warning:users>=3/15m").isBroken(by: observation) == isBroken)
  }

  @Test(arguments: [(2, false), (3, true), (4, true)])
  func `where no record names a user, events stand for users`(count: Int, isBroken: Bool) throws {
    #expect(try rule("warning:users>=3/15m").isBroken(by: .counted(count)) == isBroken)
  }

  @Test(arguments: [(9, false), (10, true), (11, true)])
  func `the events of one user are counted alone`(perUser: Int, isBroken: Bool) throws {
    let observation = Observation.counted(500, users: 100, perUser: perUser)
    #expect(try rule("warning:per_user>=10/15m").isBroken(by: observation) == isBroken)
  }

  @Test func `without users nobody has many events`() throws {
    #expect(try !rule("warning:per_user>=10/15m").isBroken(by: .counted(500)))
  }

  @Test(arguments: [
    (4, 50, false), (5, 50, true), (6, 50, true),
    (29, 290, true), (28, 281, false), (281, 2_810, true), (280, 2_801, false),
    (0, 0, false),
  ])
  func `a share is compared exactly`(count: Int, records: Int, isBroken: Bool) throws {
    let observation = Observation.counted(count, of: records)
    #expect(try rule("warning:share>=0.10/15m").isBroken(by: observation) == isBroken)
  }

  @Test(arguments: [
    (49, 490, false), (50, 501, false), (50, 500, true), (50, 499, true), (51, 500, true),
  ])
  func `all conditions must hold`(count: Int, records: Int, isBroken: Bool) throws {
    let observation = Observation.counted(count, of: records)
    #expect(
      try rule("warning:share>=0.10&count>=50/15m").isBroken(by: observation) == isBroken)
  }

  @Test func `a rule speaks of its own code and window length only`() throws {
    let rule = try rule("critical:count>=1/5m")
    #expect(rule.isBroken(by: .counted(1, seconds: 300)))
    #expect(!rule.isBroken(by: .counted(1, seconds: 900)))
    #expect(!rule.isBroken(by: .counted(1, code: 1, seconds: 300)))
  }

  @Test(arguments: [
    ("warning:count>=1&share>=0.5/5m", false, false), ("warning:users>=1/5m", true, false),
    ("warning:per_user>=1/5m", false, true), ("warning:per_user>=1&users>=1/5m", true, true),
  ])
  func `a rule asks for what it needs and no more`(
    policy: String, needsUsers: Bool, needsPerUser: Bool
  ) throws {
    #expect(
      try rule(policy).request
        == ObservationRequest(
          catalogueIndex: 0, windowSeconds: 300, needsUsers: needsUsers,
          needsPerUser: needsPerUser))
  }
}
