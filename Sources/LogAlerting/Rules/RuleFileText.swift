import LogModel

/// Writes rules as a rule file that reads back as the same rules.
package enum RuleFileText {
  /// The whole file; what is as it would be anyhow is left out, but for windows and severities.
  package static func text(of set: RuleSet) -> String {
    var text = "version: 1\n"
    if !set.rules.isEmpty || set.silences.isEmpty {
      text += set.rules.isEmpty ? "\nrules: []\n" : "\nrules:\n"
      text += set.rules.map(element).joined(separator: "\n")
    }
    if !set.silences.isEmpty {
      text += "\nsilences:\n" + set.silences.map(element).joined(separator: "\n")
    }
    return text
  }

  /// The rules, each with the place at which it stands in the text of a set of them.
  static func placed(_ rules: [Rule], file: String) -> [Rule] {
    // Two lines and a blank one between them come first; a blank line parts the rules.
    var line = 4
    return rules.map { rule in
      var placed = rule
      placed.place = RulePlace(file: file, line: line, column: 5)
      line += pairs(of: rule).count + 1
      return placed
    }
  }

  /// The keys of a rule and their values as YAML, in the order in which they are written.
  static func pairs(of rule: Rule) -> [(key: String, value: String)] {
    let usual = Rule(name: "", kind: rule.kind, windowSeconds: rule.windowSeconds)
    var pairs = [("name", scalar(rule.name)), ("kind", rule.kind.name.rawValue)]
    let keys = RuleMatch.keys.compactMap { key in
      rule.match[key].map { "\(key.name): \(list($0.texts))" }
    }
    if !keys.isEmpty { pairs.append(("match", "{\(keys.joined(separator: ", "))}")) }
    let usualBy: [ReportKey] = rule.kind.name == .flatline ? [.tenant] : [.tenant, .code]
    if rule.by != usualBy {
      pairs.append(("by", "[\(rule.by.map(\.name).joined(separator: ", "))]"))
    }
    pairs.append(("window", RuleDuration.text(rule.windowSeconds)))
    pairs += policy(of: rule.kind)
    if rule.forSeconds != usual.forSeconds { pairs.append(("for", duration(rule.forSeconds))) }
    if rule.keepFiringSeconds != usual.keepFiringSeconds {
      pairs.append(("keep_firing", duration(rule.keepFiringSeconds)))
    }
    if rule.renotifySeconds != usual.renotifySeconds {
      pairs.append(("renotify", duration(rule.renotifySeconds)))
    }
    if let runbook = rule.runbook { pairs.append(("runbook", scalar(runbook))) }
    return pairs
  }

  private static func policy(of kind: Rule.Kind) -> [(String, String)] {
    switch kind {
    case .threshold(let thresholds):
      return Severity.allCases.filter { !thresholds[$0].isEmpty }.map { severity in
        let parts = thresholds[severity].map { "\($0.metric.rawValue): \($0.atLeast.text)" }
        return (severity.name, "{\(parts.joined(separator: ", "))}")
      }
    case .spike(let policy):
      return [
        ("severity", policy.severity.name), ("false_alarms", policy.falseAlarms.text),
        ("min_count", "\(policy.minCount)"), ("min_users", "\(policy.minUsers)"),
        ("min_ratio", policy.minRatio.text),
      ]
    case .flatline(let policy):
      return [
        ("severity", policy.severity.name), ("learn", RuleDuration.text(policy.learnSeconds)),
        ("min_count", "\(policy.minCount)"),
      ]
    case .newCode(let policy):
      return [
        ("severity", policy.severity.name), ("learn", RuleDuration.text(policy.learnSeconds)),
        ("min_count", "\(policy.minCount)"), ("min_users", "\(policy.minUsers)"),
      ]
    }
  }

  private static func pairs(of silence: Silence) -> [(key: String, value: String)] {
    var pairs: [(key: String, value: String)] = []
    for key in [ReportKey.tenant, .code] {
      if let patterns = silence.match[key] { pairs.append((key.name, list(patterns.texts))) }
    }
    switch silence.span {
    case .once(let from, let until):
      pairs.append(("from", scalar(EventTime(seconds: from).description)))
      pairs.append(("until", scalar(EventTime(seconds: until).description)))
    case .weekly(let days, let from, let until, let zone):
      let words = days.sorted().map { RuleFault.WordList.weekday.words[$0] }
      pairs.append(("weekly", "[\(words.joined(separator: ", "))]"))
      pairs.append(("from", scalar(clock(from))))
      pairs.append(("until", scalar(clock(until))))
      pairs.append(("zone", scalar(zone.name)))
    }
    if let comment = silence.comment { pairs.append(("comment", scalar(comment))) }
    return pairs
  }

  private static func element(_ rule: Rule) -> String { element(pairs(of: rule)) }

  private static func element(_ silence: Silence) -> String { element(pairs(of: silence)) }

  private static func element(_ pairs: [(key: String, value: String)]) -> String {
    pairs.enumerated().map { number, pair in
      "\(number == 0 ? "  - " : "    ")\(pair.key): \(pair.value)\n"
    }.joined()
  }

  private static func duration(_ seconds: Int64) -> String {
    seconds == 0 ? "0" : RuleDuration.text(seconds)
  }

  private static func list(_ texts: [String]) -> String {
    texts.count == 1 ? scalar(texts[0]) : "[\(texts.map(scalar).joined(separator: ", "))]"
  }

  private static func clock(_ second: Int64) -> String {
    var text: [UInt8] = []
    text.appendDigits(second / 3_600, width: 2)
    text.append(UInt8(ascii: ":"))
    text.appendDigits(second / 60 % 60, width: 2)
    if second % 60 != 0 {
      text.append(UInt8(ascii: ":"))
      text.appendDigits(second % 60, width: 2)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// A plain word as it is; anything that a YAML reader could take for something else in quotes.
  private static func scalar(_ text: String) -> String {
    let isPlain =
      text.utf8.allSatisfy { isLetter($0) || $0 &- 0x30 < 10 || $0 == UInt8(ascii: "_") }
      && (text.utf8.first.map(isLetter) ?? false) && !guessedWords.contains(text.lowercased())
    return isPlain ? text : "\"\(escaped(text))\""
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// What YAML readers take for true, false or nothing.
  private static let guessedWords: Set<String> = [
    "yes", "no", "on", "off", "true", "false", "null", "y", "n",
  ]

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      case _
      where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        || [0x2028, 0x2029, 0xFEFF].contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
