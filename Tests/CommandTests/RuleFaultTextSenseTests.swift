import LogAlerting
import LogModel
import Testing
import mfa_logstat

struct RuleFaultTextSenseTests {
  /// What is told of a rule file, a line each.
  private func lines(_ text: String) -> [String] {
    RuleFile.read(text, file: "rules.yaml", context: RuleContext()).faults.map {
      RuleFaultText.line(for: $0, file: "rules.yaml")
    }
  }

  /// What is told of one rule that stands in a file of its own; `place` counts from its own text on.
  private func lines(ofRule rule: String) -> [String] {
    lines("version: 1\nrules:\n" + rule + "\n")
  }

  @Test(arguments: [
    (
      "- {name: a, warning: {share: 1.5}}",
      #"rules.yaml:3:30: a share of "1.5" is never reached; write a number above 0 and up to 1: 0.15"#
    ),
    (
      "- {name: a, match: {code: invalid_opt}, warning: {count: 5}}",
      #"rules.yaml:3:27: "invalid_opt" is not a known code, so the rule never fires; did you mean "invalid_otp"?"#
    ),
    (
      "- {name: a, match: {code: null}, warning: {count: 5}}",
      #"rules.yaml:3:27: "null" is not a known code, so the rule never fires; for a code of your own add "kind: other" to the match"#
    ),
    (
      "- {name: a, match: {code: device_account_conflict}, warning: {count: 5}}",
      #"rules.yaml:3:27: "device_account_conflict" is counted as "enrollment_conflict", so the rule never fires; write that"#
    ),
    (
      "- {name: a, match: {method: totp}, warning: {count: 5}}",
      #"rules.yaml:3:29: "totp" is counted as "otp", so the rule never fires; write that"#
    ),
    (
      #"- {name: a, match: {code: ["too_many_*", "!too_*"]}, warning: {count: 5}}"#,
      "rules.yaml:3:27: what is left out of code leaves nothing, so the rule never fires"
    ),
    (
      #"- {name: a, match: {tenant: "!*"}, warning: {count: 5}}"#,
      "rules.yaml:3:29: what is left out of tenant leaves nothing, so the rule never fires"
    ),
    (
      #"- {name: a, match: {level: ["!*able", "!unknown"]}, warning: {count: 5}}"#,
      "rules.yaml:3:28: what is left out of level leaves nothing, so the rule never fires"
    ),
    (
      "- {name: a, match: {code: invalid_otp, level: unrecoverable}, warning: {count: 5}}",
      "rules.yaml:3:20: no code fits all of this match, so the rule never fires"
    ),
    (
      "- {name: a, match: {kind: provider, category: push}, warning: {count: 5}}",
      "rules.yaml:3:20: no code fits all of this match, so the rule never fires"
    ),
    (
      "- {name: a, window: 90s, warning: {count: 5}}",
      #"rules.yaml:3:21: window is "90s", but rules count in whole minutes"#
    ),
    (
      "- {name: a, window: 7m, warning: {count: 5}}",
      #"rules.yaml:3:21: window is "7m", which does not divide a day; take 1m 5m 10m 15m 30m 1h 6h 1d"#
    ),
    (
      "- {name: a, for: 20m, warning: {count: 5}}",
      #"rules.yaml:3:18: for is "20m", not a multiple of the window, which is "15m""#
    ),
    (
      "- {name: a, keep_firing: 90s, window: 5m, warning: {count: 5}}",
      #"rules.yaml:3:26: keep_firing is "90s", not a multiple of the window, which is "5m""#
    ),
    (
      "- {name: a, kind: flatline, learn: 90m}",
      #"rules.yaml:3:36: learn is "90m", not a multiple of the window, which is "1h""#
    ),
    (
      "- {name: a, warning: {count: 5}, critical: {count: 5}}",
      "rules.yaml:3:22: critical is reached whenever warning is, so the warning never shows; lower warning"
    ),
    (
      "- {name: a, warning: {count: 50, users: 2}, critical: {count: 5}}",
      "rules.yaml:3:22: critical is reached whenever warning is, so the warning never shows; lower warning"
    ),
    (
      "- {name: a, warning: {count: 5, per_user: 10}}",
      "rules.yaml:3:22: count says nothing here, as it is reached whenever per_user is; leave it out or raise it"
    ),
    (
      "- {name: a, warning: {count: 5, users: 5}}",
      "rules.yaml:3:22: count says nothing here, as it is reached whenever users is; leave it out or raise it"
    ),
    (
      "- {name: a, warning: {count: 5}}\n- {name: a, critical: {count: 6}}",
      #"rules.yaml:4:10: the name "a" is given twice; first at rules.yaml:3"#
    ),
    (
      "- {name: a, kind: flatline, by: [code]}",
      "rules.yaml:3:33: a flatline rule cannot tell apart by code"
    ),
    (
      "- {name: a, kind: flatline, match: {code: invalid_otp}}",
      "rules.yaml:3:43: a flatline rule looks at all records of a tenant and cannot choose by code"
    ),
    (
      "- {name: a, kind: new_code, by: [tenant]}",
      #"rules.yaml:3:33: a new_code rule needs "code" in by"#
    ),
  ])
  func `what can never fire is told with the reason`(rule: String, line: String) {
    #expect(lines(ofRule: rule) == [line])
  }

  @Test(arguments: [
    ("- {tenant: acme, from: 2026-01-01}", #"rules.yaml:3:3: the key "until" is missing"#),
    (
      "- {from: 2026-01-02, until: 2026-01-01}",
      "rules.yaml:3:29: until is not after from, so nothing is ever silenced"
    ),
    (
      "- {from: noon, until: 2026-01-01}",
      #"rules.yaml:3:10: from is "noon", not a time; write 2026-08-01T10:00:00Z or 2026-08-01 10:00"#
    ),
    (
      "- {weekly: [sat, sunday]}",
      #"rules.yaml:3:18: "sunday" is not a day of the week; days: mon, tue, wed, thu, fri, sat, sun"#
    ),
    ("- {weekly: [sat, sat]}", #"rules.yaml:3:18: "sat" stands twice in weekly"#),
    (
      "- {weekly: []}",
      "rules.yaml:3:12: weekly is empty, so nothing is meant; leave it out for all"
    ),
    (
      "- {weekly: sat, from: 2pm}",
      #"rules.yaml:3:23: from is "2pm", not a time of the day; write "22:00""#
    ),
    (
      "- {weekly: sat, zone: Europe/Berln}",
      #"rules.yaml:3:23: zone is "Europe/Berln", which is not a time zone; write a name of the IANA database: UTC, Europe/Berlin; did you mean "Europe/Berlin"?"#
    ),
    (
      "- {tenants: acme, weekly: sat}",
      #"rules.yaml:3:4: unknown key "tenants"; did you mean "tenant"?"#
    ),
  ])
  func `what is wrong with a silence is told with its place`(silence: String, line: String) {
    #expect(lines("version: 1\nsilences:\n" + silence + "\n") == [line])
  }

  @Test func `ten mistakes are told with ten places`() {
    let text = """
      version: 2
      rulez: []
      rules:
        - name: one
          windw: 5m
          match: {code: invalid_opt, level: [recovrable], tenant: []}
          warning: {share: 1.5}
        - name: one
          window: 7m
          warning: count>=5&conut>=4
        - name: three
          match: {code: "too_many_*", level: recoverable, category: push}
          for: 20m
          warning: {count: 50}
          critical: {count: 50}
      """
    #expect(
      lines(text) == [
        #"rules.yaml:1:10: version is "2", but only 1 is known"#,
        #"rules.yaml:2:1: unknown key "rulez"; did you mean "rules"?"#,
        #"rules.yaml:5:5: unknown key "windw"; did you mean "window"?"#,
        #"rules.yaml:6:19: "invalid_opt" is not a known code, so the rule never fires; did you mean "invalid_otp"?"#,
        #"rules.yaml:6:40: "recovrable" is not a level; did you mean "recoverable"?"#,
        "rules.yaml:6:61: tenant is empty, so nothing is meant; leave it out for all",
        #"rules.yaml:7:22: a share of "1.5" is never reached; write a number above 0 and up to 1: 0.15"#,
        #"rules.yaml:8:11: the name "one" is given twice; first at rules.yaml:4"#,
        #"rules.yaml:9:13: window is "7m", which does not divide a day; take 1m 5m 10m 15m 30m 1h 6h 1d"#,
        #"rules.yaml:10:14: "conut" is not a metric; did you mean "count"?"#,
        "rules.yaml:12:12: no code fits all of this match, so the rule never fires",
        #"rules.yaml:13:10: for is "20m", not a multiple of the window, which is "15m""#,
        "rules.yaml:14:14: critical is reached whenever warning is, so the warning never shows; lower warning",
      ])
  }
}
