import LogAlerting
import LogModel
import Testing
import mfa_logstat

struct RuleFaultTextTests {
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
    ("", #"rules.yaml:1:1: nothing in it; write "version: 1" and "rules:""#),
    ("# only a remark\n", #"rules.yaml:1:1: nothing in it; write "version: 1" and "rules:""#),
    ("- a\n", #"rules.yaml:1:1: a file of keys is wanted; begin with "version: 1""#),
    ("rules: []\n", #"rules.yaml:1:1: the key "version" is missing; begin with "version: 1""#),
    ("version: 1\n", #"rules.yaml:1:1: the key "rules" is missing"#),
    ("version: 2\nrules: []\n", #"rules.yaml:1:10: version is "2", but only 1 is known"#),
    ("version: 1\nrules:\n", "rules.yaml:2:7: rules takes a list; begin each element with \"- \""),
    (
      "version: 1\nrulse: []\nrules: []\n",
      #"rules.yaml:2:1: unknown key "rulse"; did you mean "rules"?"#
    ),
    (
      "version: 1\nrules: []\nextend: bulitin\n",
      #"rules.yaml:3:9: "bulitin" is not what can be extended; did you mean "builtin"?"#
    ),
    (
      "version: 1\nrules: []\ndrop: spike\n",
      #"rules.yaml:3:1: "drop" stands beside "extend: builtin" only"#
    ),
    (
      "version: 1\nextend: builtin\ndrop: [spik, zzz]\n",
      #"rules.yaml:3:8: no rule is called "spik"; did you mean "spike"?"#
    ),
    ("version: 1\nversion: 1\n", #"rules.yaml:1:1: the key "version" is given twice"#),
    (
      "version: 1\nrules: [\n",
      "rules.yaml:3:1: not YAML: did not find expected node content"
    ),
    (
      "version: 1\nrules: &a []\nsilences: *a\n",
      #"rules.yaml:2:8: anchors ("&a") are not read; write the value where it is wanted"#
    ),
  ])
  func `what is wrong with a file is told with its place`(text: String, line: String) {
    #expect(lines(text).first == line)
  }

  @Test(arguments: [
    ("- name: a", "rules.yaml:3:3: neither warning nor critical is given, so the rule never fires"),
    ("- warning: {count: 5}", #"rules.yaml:3:3: the key "name" is missing"#),
    ("- {name: , warning: {count: 5}}", "rules.yaml:3:10: name has no value"),
    ("- {name: [a], warning: {count: 5}}", "rules.yaml:3:10: name takes one word or text"),
    (
      #"- {name: "a\u0007", warning: {count: 5}}"#,
      #"rules.yaml:3:10: the name "a\u{7}" is too long or holds what cannot be printed"#
    ),
    ("- a", "rules.yaml:3:3: rules takes keys and values"),
    (
      "- {name: a, windw: 5m, warning: {count: 5}}",
      #"rules.yaml:3:13: unknown key "windw"; did you mean "window"?"#
    ),
    (
      "- {name: a, zzz: 5m, warning: {count: 5}}",
      #"rules.yaml:3:13: unknown key "zzz"; keys: name, kind, match, by, window, for, keep_firing, renotify, runbook, warning, critical, severity, false_alarms, min_count, min_users, min_ratio, learn"#
    ),
    (
      "- {name: a, kind: spiky}",
      #"rules.yaml:3:19: "spiky" is not a kind of rule; did you mean "spike"?"#
    ),
    (
      "- {name: a, severity: critical}",
      #"rules.yaml:3:3: the key "kind" is missing; kinds: threshold, spike, flatline, new_code"#
    ),
    (
      "- {name: a, kind: spike, severity: bad}",
      #"rules.yaml:3:36: "bad" is not a severity; severities: warning, critical"#
    ),
    (
      "- {name: a, warning: {count: 5}, min_ratio: 2}",
      #"rules.yaml:3:34: "min_ratio" is no key of a threshold rule, but of: spike"#
    ),
    (
      "- {name: a, match: {}, warning: {count: 5}}",
      "rules.yaml:3:20: match is empty, so nothing is meant; leave it out for all"
    ),
    (
      "- {name: a, match: acme, warning: {count: 5}}",
      "rules.yaml:3:20: match takes keys and values"
    ),
    (
      "- {name: a, match: {code: []}, warning: {count: 5}}",
      "rules.yaml:3:27: code is empty, so nothing is meant; leave it out for all"
    ),
    (
      "- {name: a, match: {code: {a: b}}, warning: {count: 5}}",
      "rules.yaml:3:27: code takes a word or a list of words: [one, two]"
    ),
    (
      "- {name: a, match: {codes: x}, warning: {count: 5}}",
      #"rules.yaml:3:21: unknown key "codes"; did you mean "code"?"#
    ),
    (
      "- {name: a, match: {code: *_per_tenant}, warning: {count: 5}}",
      #"rules.yaml:3:27: a pattern that begins with * stands between quotes: "*_per_tenant""#
    ),
    (
      "- {name: a, match: {code: [!too_many_sms, invalid_otp]}, warning: {count: 5}}",
      #"rules.yaml:3:28: what begins with ! stands between quotes: "!too_many_sms""#
    ),
    (
      "- {name: a, match: {code: \"!\"}, warning: {count: 5}}", "rules.yaml:3:27: code has no value"
    ),
    (
      "- {name: a, match: {level: bad}, warning: {count: 5}}",
      #"rules.yaml:3:28: "bad" is not a level; levels: recoverable, unrecoverable, unknown"#
    ),
    (
      "- {name: a, match: {kind: guardain}, warning: {count: 5}}",
      #"rules.yaml:3:27: "guardain" is not a kind of code; did you mean "guardian"?"#
    ),
    (
      "- {name: a, match: {category: x*}, warning: {count: 5}}",
      #"rules.yaml:3:31: "x*" is not a category; categories: auth_token, enrollment, feature_config, otp, push, rate_quota, recovery, request_validation, sms, tenant, transaction"#
    ),
    (
      "- {name: a, by: tenat, warning: {count: 5}}",
      #"rules.yaml:3:17: "tenat" is not a key; did you mean "tenant"?"#
    ),
    (
      "- {name: a, by: [code, code], warning: {count: 5}}",
      #"rules.yaml:3:24: "code" stands twice in by"#
    ),
    (
      "- {name: a, window: 5x, warning: {count: 5}}",
      #"rules.yaml:3:21: window is "5x", not a duration; write a number and a unit: 90s 5m 1h 1d"#
    ),
    (
      "- {name: a, warning: 5}",
      #"rules.yaml:3:22: "5" is not a metric; metrics: count, users, per_user, share"#
    ),
    (
      "- {name: a, warning: [count]}",
      "rules.yaml:3:22: warning takes numbers to reach: {count: 5, share: 0.05}"
    ),
    (
      "- {name: a, warning: {}}",
      "rules.yaml:3:22: warning is empty, so nothing is meant; leave it out for all"
    ),
    (
      "- {name: a, warning: {conut: 5}}",
      #"rules.yaml:3:23: unknown key "conut"; did you mean "count"?"#
    ),
    (
      "- {name: a, warning: {count: five}}",
      #"rules.yaml:3:30: count is "five", not a number; write digits: 20 or 0.15"#
    ),
    (
      "- {name: a, warning: {users: 0}}",
      #"rules.yaml:3:30: users is "0", not a whole number of at least 1"#
    ),
    (
      "- {name: a, warning: count>5}",
      #"rules.yaml:3:22: ">=" and a number are missing: count>=5"#
    ),
    (
      "- {name: a, warning: count>=5/15m}",
      "rules.yaml:3:22: the rule should end here; join conditions with & and end with a window: /15m"
    ),
    (
      "- {name: a, warning: count>=5&count>=6}", #"rules.yaml:3:22: "count" stands twice"#
    ),
    (
      "- {name: a, kind: spike, false_alarms: 1}",
      #"rules.yaml:3:40: false_alarms is "1", not a number in a time; write 1/week, 0.5/day, 3/30d"#
    ),
    (
      "- {name: a, kind: spike, min_ratio: 0.5}",
      #"rules.yaml:3:37: min_ratio is "0.5", which is no rise; write a number of at least 1"#
    ),
    (
      "- {name: a, kind: spike, min_ratio: twice}",
      #"rules.yaml:3:37: min_ratio is "twice", not a number; write digits: 20 or 0.15"#
    ),
    (
      "- {name: a, kind: spike, min_count: 1.5}",
      #"rules.yaml:3:37: min_count is "1.5", not a whole number of at least 1"#
    ),
  ])
  func `what cannot be read is told with its place`(rule: String, line: String) {
    #expect(lines(ofRule: rule) == [line])
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

  @Test(arguments: [
    (
      "",
      #"1: "" is neither a key nor a metric; there are: tenant, code, kind, level, category, method, by, count, users, per_user, share"#
    ),
    ("code=invalid_otp", "1: neither warning nor critical is given, so the rule never fires"),
    ("conut>=5", #"1: "conut" is neither a key nor a metric; did you mean "count"?"#),
    ("code", #"5: "=" and a name are missing: code=NAME"#),
    ("code=", "6: a name is missing"),
    ("code=a,,b", "8: a name is missing"),
    ("code=\"a&count>=5", "6: the second quote is missing"),
    (
      "count>=5&",
      #"10: "" is neither a key nor a metric; there are: tenant, code, kind, level, category, method, by, count, users, per_user, share"#
    ),
    ("count>=5&count>=6", #"10: "count" stands twice"#),
    ("code=invalid_otp&code=invalid_token&count>=5", #"18: "code" stands twice"#),
    ("count>=5/", #"10: "" is not a window below a day; write a number and a unit: 5m 15m 1h"#),
    ("count>=5/1d", #"10: "1d" is not a window below a day; write a number and a unit: 5m 15m 1h"#),
    (
      "count>=5/5m/5m",
      "12: the rule should end here; join conditions with & and end with a window: /15m"
    ),
    ("count>5", #"6: ">=" and a number are missing: count>=5"#),
    ("count>=x", #"8: "x" is not a number; write digits: 20 or 0.15"#),
    ("share>=2", #"8: a share of "2" is never reached; write a number above 0 and up to 1: 0.15"#),
    (
      "code=invalid_opt&count>=5",
      #"6: "invalid_opt" is not a known code, so the rule never fires; did you mean "invalid_otp"?"#
    ),
    (
      "count>=5/7m",
      #"10: window is "7m", which does not divide a day; take 1m 5m 10m 15m 30m 1h 6h 1d"#
    ),
    ("by=tenat&count>=5", #"4: "tenat" is neither a key nor a metric; did you mean "tenant"?"#),
  ])
  func `what is wrong with an expression is told with its place`(text: String, line: String) {
    do throws(RuleFault) {
      _ = try RuleExpression.rule(text, severity: .warning, context: RuleContext())
      Issue.record("\(text) was read")
    } catch {
      #expect("\(error.column): \(RuleFaultText.words(for: error.reason))" == line)
    }
  }

  @Test func `every list of words has a name`() {
    for list in RuleFault.WordList.allCases {
      let words = RuleFaultText.words(for: .unknownWord("qqqqqqqqqqqq", of: list))
      #expect(
        words.hasPrefix(list == .version ? "version is " : "\"qqqqqqqqqqqq\" is not "), "\(list)")
    }
  }
}
