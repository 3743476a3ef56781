import LogAlerting
import LogModel
import Testing

struct RuleFileTests {
  private func read(_ text: String) -> RuleFile {
    RuleFile.read(text, file: "rules.yaml", context: RuleContext())
  }

  private func patterns(_ included: String..., excluded: [String] = []) -> PatternList {
    PatternList(
      included: included.map(NamePattern.init), excluded: excluded.map(NamePattern.init))
  }

  @Test func `a rule says everything`() {
    let file = read(
      """
      version: 1
      rules:
        - name: sms pumping
          match:
            code: ["too_many_sms*", "!too_many_sms_per_tenant"]
            tenant: "!test-*"
            method: sms
          by: [method, tenant]
          window: 1h
          warning: {users: 5, count: 20}
          critical: share>=0.25&count>=100
          for: 2h
          keep_firing: 0
          renotify: 1d
          runbook: https://wiki.example/sms
      """)
    #expect(file.faults == [])
    #expect(
      file.ruleSet.rules == [
        Rule(
          name: "sms pumping",
          kind: .threshold(
            RuleThresholds(
              warning: [
                RuleCondition(metric: .count, atLeast: DecimalThreshold(numerator: 20)),
                RuleCondition(metric: .users, atLeast: DecimalThreshold(numerator: 5)),
              ],
              critical: [
                RuleCondition(
                  metric: .share, atLeast: DecimalThreshold(numerator: 25, denominator: 100)),
                RuleCondition(metric: .count, atLeast: DecimalThreshold(numerator: 100)),
              ])),
          match: RuleMatch([
            .code: patterns("too_many_sms*", excluded: ["too_many_sms_per_tenant"]),
            .tenant: PatternList(included: [], excluded: [NamePattern("test-*")]),
            .method: patterns("sms"),
          ]),
          by: [.tenant, .method], windowSeconds: 3_600, forSeconds: 7_200, keepFiringSeconds: 0,
          renotifySeconds: 86_400, runbook: "https://wiki.example/sms",
          place: RulePlace(file: "rules.yaml", line: 3, column: 5))
      ])
  }

  @Test func `the other kinds are read with their own keys`() {
    let file = read(
      """
      version: 1
      rules:
        - {name: s, false_alarms: 3/30d, severity: critical, min_count: 10, min_users: 4, min_ratio: 2.5}
        - {name: f, kind: flatline, severity: critical, learn: 6h, min_count: 3}
        - {name: n, kind: new_code, learn: 14d, min_count: 2, min_users: 2}
      """)
    #expect(file.faults == [])
    #expect(
      file.set.rules.map(\.kind) == [
        .spike(
          SpikePolicy(
            severity: .critical, minCount: 10, minUsers: 4,
            minRatio: DecimalThreshold(numerator: 25, denominator: 10),
            falseAlarms: FalseAlarmBudget(
              alarms: DecimalThreshold(numerator: 3), periodSeconds: 2_592_000))),
        .flatline(FlatlinePolicy(severity: .critical, learnSeconds: 21_600, minCount: 3)),
        .newCode(
          NewCodePolicy(severity: .warning, learnSeconds: 1_209_600, minCount: 2, minUsers: 2)),
      ])
    #expect(file.set.rules.map(\.windowSeconds) == [300, 3_600, 3_600])
    #expect(file.set.rules.map(\.by) == [[.tenant, .code], [.tenant], [.tenant, .code]])
  }

  @Test func `text stays text, whatever YAML would take it for`() {
    let file = read(
      """
      version: 1
      rules:
        - name: 010
          match: {code: [010, 30007, "1e5*", no*, null*, ~*, 1.0*, true*], tenant: [no, 010, 0x1F, null]}
          warning: {count: 5}
      """)
    #expect(file.faults == [])
    #expect(file.set.rules.first?.name == "010")
    #expect(
      file.set.rules.first?.match[.code]
        == patterns("010", "30007", "1e5*", "no*", "null*", "~*", "1.0*", "true*"))
    #expect(file.set.rules.first?.match[.tenant] == patterns("no", "010", "0x1F", "null"))
  }

  @Test func `a code of one's own is a rule's when its kind is`() {
    let file = read(
      """
      version: 1
      rules:
        - {name: a, match: {code: [no, our_own], kind: other}, warning: {count: 5}}
        - {name: b, match: {code: gd_auth_failed, kind: event}, warning: {count: 5}}
      """)
    #expect(file.faults == [])
  }

  @Test func `a level that the user gave a code counts`() {
    let text = """
      version: 1
      rules:
        - {name: a, match: {code: [our_own, invalid_otp], level: unrecoverable}, warning: {count: 5}}
      """
    #expect(read(text).faults == [RuleFault(.unknownCode("our_own"), line: 3, column: 30)])
    let levels: [String: RecoveryLevel] = ["our_own": .unrecoverable]
    let file = RuleFile.read(text, file: "", context: RuleContext(levels: levels))
    #expect(file.faults == [])
  }

  @Test func `silences are once or weekly`() {
    let file = read(
      """
      version: 1
      silences:
        - {tenant: acme, from: 2026-01-01 10:00, until: "2026-01-01T14:00:00+02:00", comment: move}
        - {code: "too_many_*", weekly: [sun, sat], from: "22:00", until: "06:00", zone: UTC}
        - {weekly: mon}
      """)
    #expect(file.faults == [])
    #expect(
      file.set.silences == [
        Silence(
          match: RuleMatch([.tenant: patterns("acme")]),
          span: .once(from: 1_767_261_600, until: 1_767_268_800), comment: "move",
          place: RulePlace(file: "rules.yaml", line: 3, column: 5)),
        Silence(
          match: RuleMatch([.code: patterns("too_many_*")]),
          span: .weekly(days: [5, 6], from: 79_200, until: 21_600, zone: .utc),
          place: RulePlace(file: "rules.yaml", line: 4, column: 5)),
        Silence(
          match: RuleMatch(), span: .weekly(days: [0], from: 0, until: 86_400, zone: .utc),
          place: RulePlace(file: "rules.yaml", line: 5, column: 5)),
      ])
  }

  @Test func `a file takes the place of the built-in rules unless it extends them`() {
    let alone = read("version: 1\nrules:\n  - {name: a, warning: {count: 5}}\n")
    #expect(alone.ruleSet.rules.map(\.name) == ["a"])
    let beside = read(
      """
      version: 1
      extend: builtin
      drop: [spike*, invalid_otp_1h]
      rules:
        - {name: invalid_otp, match: {code: invalid_otp}, warning: {users: 40}}
      """)
    #expect(beside.faults == [])
    let names = beside.ruleSet.rules.map(\.name)
    #expect(names.count == BuiltInRules.set.rules.count - 3)
    #expect(names.last == "invalid_otp")
    #expect(names.filter { $0 == "invalid_otp" }.count == 1)
    #expect(!names.contains("spike"))
  }

  @Test(arguments: [
    String(repeating: "[", count: 500_000),
    String(repeating: "- ", count: 500_000),
    String(repeating: "{a: ", count: 250_000),
    "version: 1\nrules: " + String(repeating: "[", count: 2_000)
      + String(repeating: "]", count: 2_000),
  ])
  func `what is nested endlessly ends with one fault`(text: String) {
    #expect(read(text).faults.count == 1)
  }

  @Test func `a name that stands for ever more is refused at once`() {
    var text = "a: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...40 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "b\(level): &a\(level) [\(aliases)]\n"
    }
    text += "? *a40\n: 1\n? *a40\n: 2\n"
    #expect(
      read(text).faults == [RuleFault(.anchor("a0"), line: 1, column: 4)])
  }

  @Test func `an ampersand inside a value is no anchor`() {
    let file = read(
      """
      version: 1
      rules:
        - {name: "R & D: &x", runbook: "https://wiki.example/?a=1&b=2", warning: count>=5&share>=0.5}
      """)
    #expect(file.faults == [])
    #expect(file.set.rules.first?.name == "R & D: &x")
  }
}
