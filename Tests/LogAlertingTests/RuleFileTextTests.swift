import LogAlerting
import LogModel
import Testing

struct RuleFileTextTests {
  @Test func `a set is written so that people can read it`() {
    let set = RuleSet(
      rules: [
        Rule(
          name: "push",
          kind: .threshold(
            RuleThresholds(critical: [
              RuleCondition(
                metric: .share, atLeast: DecimalThreshold(numerator: 5, denominator: 100))
            ])),
          match: RuleMatch([
            .code: PatternList(included: [NamePattern("no"), NamePattern("a\"b")]),
            .tenant: PatternList(included: [], excluded: [NamePattern("010")]),
          ]),
          by: [], windowSeconds: 300, forSeconds: 600, keepFiringSeconds: 0, runbook: "see: wiki"),
        Rule(
          name: "silent",
          kind: .flatline(FlatlinePolicy(severity: .critical, learnSeconds: 86_400)),
          by: [.tenant], windowSeconds: 3_600),
      ],
      silences: [
        Silence(
          match: RuleMatch([.tenant: PatternList(included: [NamePattern("acme")])]),
          span: .weekly(days: [6, 0], from: 79_200, until: 86_400, zone: .utc)),
        Silence(match: RuleMatch(), span: .once(from: 0, until: 60), comment: "no"),
      ])
    #expect(
      RuleFileText.text(of: set) == """
        version: 1

        rules:
          - name: push
            kind: threshold
            match: {tenant: "!010", code: ["no", "a\\"b"]}
            by: []
            window: 5m
            critical: {share: 0.05}
            for: 10m
            keep_firing: 0
            runbook: "see: wiki"

          - name: silent
            kind: flatline
            window: 1h
            severity: critical
            learn: 1d
            min_count: 1

        silences:
          - tenant: acme
            weekly: [mon, sun]
            from: "22:00"
            until: "24:00"
            zone: UTC

          - from: "1970-01-01T00:00:00Z"
            until: "1970-01-01T00:01:00Z"
            comment: "no"

        """)
  }

  @Test(arguments: [
    "name", "no", "~", "", " a", "a: b", "- a", "#", "a #b", "*", "!x", "&x", "[x", "{", "\"", "\\",
    "\u{7}", "\u{2028}", "é", "x\u{FEFF}", "010", "1e5", "'", "%", "@x", "`", "a\nb", "\u{85}",
  ])
  func `whatever a tenant is called, the file reads back`(name: String) {
    // A name that begins with ! or is empty cannot be written as a pattern.
    let runbook = name.isEmpty ? nil : name
    let pattern = name.isEmpty || name.hasPrefix("!") ? "x" : name
    let set = RuleSet(rules: [
      Rule(
        name: "rule",
        kind: .threshold(
          RuleThresholds(warning: [
            RuleCondition(metric: .count, atLeast: DecimalThreshold(numerator: 5))
          ])),
        match: RuleMatch([
          .tenant: PatternList(included: [NamePattern(pattern), NamePattern("other")])
        ]), runbook: runbook, place: RulePlace(file: "f", line: 4, column: 5))
    ])
    let file = RuleFile.read(
      RuleFileText.text(of: set), file: "f", context: RuleContext())
    #expect(file.faults == [])
    #expect(file.set == set)
  }
}
