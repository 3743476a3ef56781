import LogAlerting
import LogModel
import LogReporting

/// Rules for programs: one object a rule, all of its values written out.
enum RuleListJSON {
  static func text(of set: RuleSet) -> String {
    let rules = set.rules.map { "    " + object(of: $0) }.joined(separator: ",\n")
    let silences = set.silences.map { "    " + object(of: $0) }.joined(separator: ",\n")
    return "{\"schema\":1,\n  \"rules\":[\(block(rules))],\n  \"silences\":[\(block(silences))]}\n"
  }

  private static func block(_ lines: String) -> String { lines.isEmpty ? "" : "\n\(lines)\n  " }

  private static func object(of rule: Rule) -> String {
    var members = [
      ("name", quoted(rule.name)), ("kind", quoted(rule.kind.name.rawValue)),
      ("match", object(of: rule.match)),
      ("by", array(rule.by.map(\.name))), ("window_seconds", "\(rule.windowSeconds)"),
    ]
    switch rule.kind {
    case .threshold(let thresholds):
      for severity in Severity.allCases {
        members.append((severity.name, conditions(thresholds[severity])))
      }
    case .spike(let policy):
      members += [
        ("severity", quoted(policy.severity.name)),
        ("false_alarms", quoted(policy.falseAlarms.text)), ("min_count", "\(policy.minCount)"),
        ("min_users", "\(policy.minUsers)"), ("min_ratio", policy.minRatio.text),
      ]
    case .flatline(let policy):
      members += [
        ("severity", quoted(policy.severity.name)), ("learn_seconds", "\(policy.learnSeconds)"),
        ("min_count", "\(policy.minCount)"),
      ]
    case .newCode(let policy):
      members += [
        ("severity", quoted(policy.severity.name)), ("learn_seconds", "\(policy.learnSeconds)"),
        ("min_count", "\(policy.minCount)"), ("min_users", "\(policy.minUsers)"),
      ]
    }
    members += [
      ("for_seconds", "\(rule.forSeconds)"), ("keep_firing_seconds", "\(rule.keepFiringSeconds)"),
      ("renotify_seconds", "\(rule.renotifySeconds)"),
      ("runbook", rule.runbook.map(quoted) ?? "null"), ("place", place(rule.place)),
    ]
    return object(members)
  }

  private static func object(of silence: Silence) -> String {
    var members = [("match", object(of: silence.match))]
    switch silence.span {
    case .once(let from, let until):
      members.append(("from", quoted(EventTime(seconds: from).description)))
      members.append(("until", quoted(EventTime(seconds: until).description)))
    case .weekly(let days, let from, let until, let zone):
      members.append(
        ("weekly", array(days.sorted().map { RuleFault.WordList.weekday.words[$0] })))
      members.append(("from_second", "\(from)"))
      members.append(("until_second", "\(until)"))
      members.append(("zone", quoted(zone.name)))
    }
    members.append(("comment", silence.comment.map(quoted) ?? "null"))
    members.append(("place", place(silence.place)))
    return object(members)
  }

  private static func object(of match: RuleMatch) -> String {
    object(
      RuleMatch.keys.compactMap { key in match[key].map { (key.name, array($0.texts)) } })
  }

  /// Null when the rule never has this severity.
  private static func conditions(_ conditions: [RuleCondition]) -> String {
    conditions.isEmpty
      ? "null" : object(conditions.map { ($0.metric.rawValue, $0.atLeast.text) })
  }

  private static func place(_ place: RulePlace?) -> String {
    place.map { quoted("\($0.file):\($0.line):\($0.column)") } ?? "null"
  }

  private static func object(_ members: [(String, String)]) -> String {
    "{\(members.map { "\(quoted($0.0)):\($0.1)" }.joined(separator: ","))}"
  }

  private static func array(_ texts: [String]) -> String {
    "[\(texts.map(quoted).joined(separator: ","))]"
  }

  private static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    JSONText.append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
