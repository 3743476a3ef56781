import LogModel
import Yams

extension RuleFileReader {
  /// Reads one rule; nil when its parts could not be read.
  mutating func readRule(_ node: Node) -> Rule? {
    guard let entries = nodes.entries(of: node, key: "rules", known: RuleKindName.allKeys) else {
      return nil
    }
    let kind = readKind(entries)
    var draft = RuleDraft(
      rule: Rule(name: readName(entries), kind: .threshold(RuleThresholds())),
      place: Place(node))
    let place = draft.place
    draft.rule.place = RulePlace(file: file, line: place.line, column: place.column)
    var faults = nodes.faults.count
    if let match = entries["match"] { readMatch(match, into: &draft) }
    if nodes.faults.count > faults { draft.torn.insert(.match) }
    readBy(entries, of: kind, into: &draft)
    faults = nodes.faults.count
    readTimes(entries, of: kind, into: &draft)
    if nodes.faults.count > faults { draft.torn.insert(.window) }
    if let node = entries["runbook"] {
      draft.rule.runbook = nodes.text(of: node, key: "runbook")
    }
    guard let kind else { return draft.rule }
    complainOfForeignKeys(entries, of: kind)
    faults = nodes.faults.count
    readPolicy(entries, of: kind, into: &draft)
    if nodes.faults.count > faults { draft.torn.insert(.policy) }
    result.faults += RuleChecks.faults(of: draft, context: context)
    return draft.rule
  }

  /// The kind that is named, or that a key shows; nil for a word that is none.
  private mutating func readKind(_ entries: NodeReader.Entries) -> RuleKindName? {
    if let node = entries["kind"] {
      return nodes.word(of: node, key: "kind", .ruleKind).flatMap(RuleKindName.init(rawValue:))
    }
    let implied = entries.pairs.lazy.compactMap { RuleKindName.implied(by: $0.name) }.first
    if implied == nil, entries["severity"] != nil || entries["learn"] != nil {
      nodes.complain(.missingKey("kind"), at: entries.node)
      return nil
    }
    return implied ?? .threshold
  }

  private mutating func complainOfForeignKeys(
    _ entries: NodeReader.Entries, of kind: RuleKindName
  ) {
    for (name, key, _) in entries.pairs
    where !RuleKindName.commonKeys.contains(name) && !kind.ownKeys.contains(name) {
      nodes.complain(
        .foreignKey(name, kind: kind.rawValue, owners: RuleKindName.owners(of: name)), at: key)
    }
  }

  private mutating func readMatch(_ node: Node, into draft: inout RuleDraft) {
    draft.written["match"] = RuleDraft.Written(text: nil, place: Place(node))
    let known = RuleMatch.keys.map(\.name)
    guard let entries = nodes.entries(of: node, key: "match", known: known) else { return }
    if node.mapping?.isEmpty ?? false { nodes.complain(.emptyList(key: "match"), at: node) }
    for key in RuleMatch.keys {
      guard let value = entries[key.name] else { continue }
      let place = Place(value)
      draft.written[key.name] = RuleDraft.Written(text: nil, place: place)
      draft.rule.match[key] = readPatterns(value, of: key, into: &draft)
    }
  }

  private mutating func readPatterns(
    _ node: Node, of key: ReportKey, into draft: inout RuleDraft
  ) -> PatternList {
    if node.sequence?.isEmpty ?? false { nodes.complain(.emptyList(key: key.name), at: node) }
    var list = PatternList(included: [])
    for (text, node) in nodes.texts(of: node, key: key.name) {
      draft.patterns[key, default: [:]][text] = Place(node)
      if !list.add(text) { nodes.complain(.emptyValue(key: key.name), at: node) }
    }
    return list
  }

  private mutating func readBy(
    _ entries: NodeReader.Entries, of kind: RuleKindName?, into draft: inout RuleDraft
  ) {
    if kind == .flatline { draft.rule.by = [.tenant] }
    guard let node = entries["by"] else { return }
    draft.written["by"] = RuleDraft.Written(text: nil, place: Place(node))
    var keys: Set<ReportKey> = []
    for (text, node) in nodes.texts(of: node, key: "by") {
      guard let key = RuleMatch.keys.first(where: { $0.name == text }) else {
        nodes.complain(.unknownWord(text, of: .seriesKey), at: node)
        continue
      }
      if !keys.insert(key).inserted { nodes.complain(.repeated(text, key: "by"), at: node) }
    }
    draft.rule.by = keys.sorted()
  }

  private mutating func readTimes(
    _ entries: NodeReader.Entries, of kind: RuleKindName?, into draft: inout RuleDraft
  ) {
    draft.rule.windowSeconds =
      readDuration("window", entries, into: &draft) ?? (kind ?? .threshold).windowSeconds
    draft.rule.keepFiringSeconds = draft.rule.windowSeconds
    if let seconds = readDuration("for", entries, canBeZero: true, into: &draft) {
      draft.rule.forSeconds = seconds
    }
    if let seconds = readDuration("keep_firing", entries, canBeZero: true, into: &draft) {
      draft.rule.keepFiringSeconds = seconds
    }
    if let seconds = readDuration("renotify", entries, into: &draft) {
      draft.rule.renotifySeconds = seconds
    }
  }

  /// A length of time, whose text and place are kept for what is told of it.
  mutating func readDuration(
    _ key: String, _ entries: NodeReader.Entries, canBeZero: Bool = false,
    into draft: inout RuleDraft
  ) -> Int64? {
    guard let node = entries[key], let text = nodes.text(of: node, key: key) else { return nil }
    draft.written[key] = RuleDraft.Written(text: text, place: Place(node))
    if canBeZero, text == "0" { return 0 }
    guard let seconds = RuleDuration.seconds(text) else {
      nodes.complain(.notADuration(text, key: key), at: node)
      return nil
    }
    return seconds
  }
}

extension PatternList {
  /// Adds a pattern as it is written, `!` meaning that it is left out; false for `!` alone.
  mutating func add(_ text: String) -> Bool {
    guard text.hasPrefix("!") else {
      included.append(NamePattern(text))
      return true
    }
    excluded.append(NamePattern(String(text.dropFirst())))
    return text.utf8.count > 1
  }
}
