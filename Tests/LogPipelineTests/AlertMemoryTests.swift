import LogAggregation
import LogAlerting
import LogModel
import LogPipeline
import LogTestSupport
import Testing

/// What is told from run to run, from records on.
struct AlertMemoryTests {
  private static let eight = CountedLog.eight

  /// So many errors of a tenant in a quarter of an hour.
  private static func rule(_ least: UInt) -> Rule {
    Rule(
      name: "many",
      kind: .threshold(
        RuleThresholds(critical: [
          RuleCondition(metric: .count, atLeast: DecimalThreshold(numerator: least))
        ])))
  }

  /// Far more than usual, in windows of five minutes.
  private static let spike = Rule(
    name: "spike", kind: .spike(SpikePolicy(severity: .warning)), windowSeconds: 300)

  @Test func `an incident is told with the sums of all its tenants, and once`() throws {
    var log = CountedLog()
    var memory = AlertMemory()
    log.error("too_many_pn", minute: 1, tenant: "acme", user: 1, count: 5)
    log.error("too_many_pn", minute: 2, tenant: "beta", user: 3, count: 6)
    let first = log.step(&memory, rules: [Self.rule(5)])
    #expect(first.transitions.map(\.kind) == [.firing])
    let told = try #require(first.transitions.first)
    #expect(told.alert.count == 11)
    #expect(told.alert.users == UserCount(count: 8, isEstimate: false))
    #expect(told.alert.tenantCount == 2)
    #expect(told.alert.tenant == "beta")
    #expect(told.alert.seconds == Self.eight..<Self.eight + 900)
    #expect(told.at == Self.eight + 120)
    #expect(first.incidents.map(\.severity) == [.critical])

    log.error("too_many_pn", minute: 16, tenant: "caro", user: 1, count: 7)
    let second = log.step(&memory, rules: [Self.rule(5)])
    #expect(second.transitions.isEmpty)
    #expect(second.incidents.map(\.count) == [18])

    // It is over once the window from 08:30 to 08:45 is closed, which is at nine.
    log.normal(minute: 59)
    #expect(log.step(&memory, rules: [Self.rule(5)]).transitions.isEmpty)
    log.normal(minute: 60)
    let last = log.step(&memory, rules: [Self.rule(5)])
    #expect(last.transitions.map(\.kind) == [.resolved])
    #expect(last.transitions.map(\.alert.seconds) == [Self.eight..<Self.eight + 1_800])
    #expect(last.transitions.map(\.alert.peak.count) == [11])
    #expect(last.incidents.isEmpty)
  }

  /// Six hours with bursts now and then; records come up to a quarter of an hour late.
  private func records(_ seed: UInt64) -> [(minute: Int64, tenant: String, user: Int)] {
    var random = SplitMix64(seed: seed)
    var records: [(arrival: Int64, minute: Int64, tenant: String, user: Int)] = []
    for minute in 0..<Int64(360) {
      for tenant in ["acme", "beta", "caro"] {
        let isBurst = minute % 90 > 75 && (tenant == "acme" || seed.isMultiple(of: 2))
        for _ in 0..<Int.random(in: 0...(isBurst ? 12 : 1), using: &random) {
          records.append(
            (
              minute + Int64.random(in: 0...14, using: &random), minute, tenant,
              Int.random(in: 0..<50, using: &random)
            ))
        }
      }
    }
    return records.enumerated().sorted { left, right in
      (left.element.arrival, left.offset) < (right.element.arrival, right.offset)
    }.map { ($0.element.minute, $0.element.tenant, $0.element.user) }
  }

  private func facts(_ memory: AlertMemory) -> Set<RememberedAlert> {
    Set(
      memory.alerts.map { alert in
        var alert = alert
        alert.telling = AlertTelling(
          at: 0, renotifySeconds: 0, severity: .warning, isProviderWide: false)
        return alert
      })
  }

  @Test(arguments: UInt64(0)..<4)
  func `spikes and thresholds are the same in one run and in many`(seed: UInt64) {
    let rules = [Self.rule(60), Self.spike]
    var random = SplitMix64(seed: seed)
    var (log, whole) = (CountedLog(), CountedLog())
    log.plan.now = EventTime(seconds: Self.eight + 86_400)
    whole.plan.now = log.plan.now
    var (memory, memoryOfWhole) = (AlertMemory(), AlertMemory())
    var told: [AlertTransition] = []
    var next = 0
    for (place, record) in records(seed).enumerated() {
      log.error("invalid_otp", minute: record.minute, tenant: record.tenant, user: record.user)
      whole.error("invalid_otp", minute: record.minute, tenant: record.tenant, user: record.user)
      guard place >= next else { continue }
      next = place + Int.random(in: 10...80, using: &random)
      told += log.step(&memory, rules: rules).transitions
    }
    told += log.step(&memory, rules: rules).transitions
    let once = whole.step(&memoryOfWhole, rules: rules).transitions
    #expect(memory.watermark == memoryOfWhole.watermark)
    #expect(facts(memory).symmetricDifference(facts(memoryOfWhole)).isEmpty)
    for kind in [AlertTransition.Kind.firing, .resolved] {
      #expect(told.count { $0.kind == kind } == once.count { $0.kind == kind })
    }
    #expect(once.contains { $0.incident?.rules.contains(1) == true } && once.count > 4)
    #expect(!told.contains { $0.kind == .revised })
  }
}
