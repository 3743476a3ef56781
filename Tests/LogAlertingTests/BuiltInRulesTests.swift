import LogAlerting
import LogModel
import Testing

struct BuiltInRulesTests {
  @Test func `the built-in rules are a file without a fault`() {
    let file = RuleFile.read(BuiltInRules.text, file: "builtin", context: RuleContext())
    #expect(file.faults == [])
    #expect(file.set == BuiltInRules.set)
  }

  @Test func `every code has its rules, one looks for outages and two for spikes`() {
    let names = BuiltInRules.set.rules.map(\.name)
    #expect(names.count == 42)
    #expect(Set(names).count == 42)
    #expect(Set(names).isSuperset(of: CodeCatalogue.entries.map(\.code)))
    #expect(
      Set(names).subtracting(CodeCatalogue.entries.map(\.code)) == [
        "invalid_otp_1h", "invalid_otp_30m", "feature_disabled_by_admin_15m",
        "method_not_found_15m", "pn_endpoint_disabled_1h", "too_many_pn_5m", "delivery_outage",
        "spike_unrecoverable", "spike",
      ])
  }

  @Test func `the spike rules may be wrong once a week each`() {
    let rules = BuiltInRules.set.rules.suffix(2)
    #expect(
      rules.map(\.kind) == [
        .spike(SpikePolicy(severity: .critical)), .spike(SpikePolicy(severity: .warning)),
      ])
    #expect(
      rules.map(\.match) == [
        RuleMatch([.level: PatternList(included: [NamePattern("unrecoverable")])]), RuleMatch(),
      ])
    #expect(SpikePolicy(severity: .warning).falseAlarms.text == "1/week")
    #expect(SpikePolicy(severity: .warning).falseAlarms.level(windowSeconds: 300) == 1.0 / 2_016)
  }

  @Test(arguments: [
    "warning:count>=5&share>=0.001/15m;critical:count>=50&share>=0.01/15m", "critical:count>=1/5m",
    "info;warning:users>=20&share>=0.15/15m;critical:users>=100&share>=0.30/15m",
  ])
  func `a rule tells itself in the notation of the catalogue`(policy: String) throws {
    let entry = try #require(CodeCatalogue.entries.first { $0.defaultPolicy.hasPrefix(policy) })
    let rule = try #require(BuiltInRules.set.rules.first { $0.name == entry.code })
    let notation = rule.severities.map(rule.notation).joined(separator: ";")
    #expect(policy.hasSuffix(notation))
  }
}
