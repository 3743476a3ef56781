import LogModel
import Yams

extension RuleFileReader {
  private static let silenceKeys = [
    "tenant", "code", "from", "until", "weekly", "zone", "comment",
  ]

  /// Reads one silence; nil when its parts could not be read.
  mutating func readSilence(_ node: Node) -> Silence? {
    guard
      let entries = nodes.entries(
        of: node, key: "silences", known: RuleFileReader.silenceKeys)
    else { return nil }
    let place = Place(node)
    var match = RuleMatch()
    for key in [ReportKey.tenant, .code] {
      guard let value = entries[key.name] else { continue }
      match[key] = readSilenced(value, of: key)
    }
    let comment = entries["comment"].flatMap { nodes.text(of: $0, key: "comment") }
    guard let zone = readZone(entries), let span = readSpan(entries, zone: zone) else { return nil }
    return Silence(
      match: match, span: span, comment: comment,
      place: RulePlace(file: file, line: place.line, column: place.column))
  }

  private mutating func readSilenced(_ node: Node, of key: ReportKey) -> PatternList {
    if node.sequence?.isEmpty ?? false { nodes.complain(.emptyList(key: key.name), at: node) }
    var list = PatternList(included: [])
    for (text, node) in nodes.texts(of: node, key: key.name) where !list.add(text) {
      nodes.complain(.emptyValue(key: key.name), at: node)
    }
    return list
  }

  /// UTC, or the zone of the run, unless it is given; nil for one that is not known.
  private mutating func readZone(_ entries: NodeReader.Entries) -> TimeZoneRules? {
    guard let node = entries["zone"] else { return context.localZone }
    guard let name = nodes.text(of: node, key: "zone") else { return nil }
    guard let zone = context.zone(name) else {
      nodes.complain(.unknownZone(name), at: node)
      return nil
    }
    return zone
  }

  private mutating func readSpan(
    _ entries: NodeReader.Entries, zone: TimeZoneRules
  ) -> Silence.Span? {
    if let days = entries["weekly"] { return readWeekly(days, entries, zone: zone) }
    let from = readTime("from", entries, zone: zone)
    let until = readTime("until", entries, zone: zone)
    guard let from, let until else { return nil }
    guard from < until else {
      if let node = entries["until"] { nodes.complain(.endsBeforeItStarts, at: node) }
      return nil
    }
    return .once(from: from, until: until)
  }

  private mutating func readTime(
    _ key: String, _ entries: NodeReader.Entries, zone: TimeZoneRules
  ) -> Int64? {
    guard let node = entries[key] else {
      if entries.key(key) == nil { nodes.complain(.missingKey(key), at: entries.node) }
      return nil
    }
    guard let text = nodes.text(of: node, key: key) else { return nil }
    guard let time = CalendarText.time(text, zone: zone) else {
      nodes.complain(.notATime(text, key: key), at: node)
      return nil
    }
    return time.seconds
  }

  /// `weekly: [sat, sun]` with `from: "22:00"` and `until: "06:00"`; whole days without them.
  private mutating func readWeekly(
    _ node: Node, _ entries: NodeReader.Entries, zone: TimeZoneRules
  ) -> Silence.Span? {
    if node.sequence?.isEmpty ?? false { nodes.complain(.emptyList(key: "weekly"), at: node) }
    var days: Set<Int> = []
    for (text, node) in nodes.texts(of: node, key: "weekly") {
      guard let day = RuleFault.WordList.weekday.words.firstIndex(of: text) else {
        nodes.complain(.unknownWord(text, of: .weekday), at: node)
        continue
      }
      if !days.insert(day).inserted { nodes.complain(.repeated(text, key: "weekly"), at: node) }
    }
    let from = entries["from"] == nil ? 0 : readClock("from", entries)
    let until = entries["until"] == nil ? 86_400 : readClock("until", entries)
    guard let from, let until, !days.isEmpty else { return nil }
    return .weekly(days: days, from: from, until: until, zone: zone)
  }

  private mutating func readClock(_ key: String, _ entries: NodeReader.Entries) -> Int64? {
    guard let node = entries[key], let text = nodes.text(of: node, key: key) else { return nil }
    guard let second = CalendarText.secondOfDay(text) else {
      nodes.complain(.notAClock(text, key: key), at: node)
      return nil
    }
    return second
  }
}
