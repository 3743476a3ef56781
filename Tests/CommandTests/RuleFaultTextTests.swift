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

  @Test func `every list of words has a name`() {
    for list in RuleFault.WordList.allCases {
      let words = RuleFaultText.words(for: .unknownWord("qqqqqqqqqqqq", of: list))
      #expect(
        words.hasPrefix(list == .version ? "version is " : "\"qqqqqqqqqqqq\" is not "), "\(list)")
    }
  }
}
