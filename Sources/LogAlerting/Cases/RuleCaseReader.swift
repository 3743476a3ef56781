import LogModel
import Yams

/// Reads the nodes of a case file into cases.
struct RuleCaseReader {
  let file: String
  var result = RuleCaseFile()
  private var nodes = NodeReader()
  private var start = RuleCaseReader.standardStart
  private var names: [String: RulePlace] = [:]

  init(file: String) { self.file = file }

  /// A Monday.
  private static let standardStart =
    CivilDate(year: 2026, month: 1, day: 5)
    .map { $0.daysSinceEpoch * 86_400 } ?? 0

  private static let caseKeys = ["name", "start", "lines", "file", "series", "expect"]
  private static let seriesKeys = [
    "tenant", "code", "method", "start", "window", "errors", "normal", "users",
  ]
  private static let expectedKeys = [
    "rule", "severity", "tenant", "code", "window", "from", "until",
  ]

  mutating func read(_ root: Node?) {
    if let root {
      readRoot(root)
    } else {
      nodes.complain(.nothingInIt, at: Place(line: 1, column: 1))
    }
    result.faults = nodes.faults.enumerated().sorted { left, right in
      (left.element.line, left.element.column, left.offset)
        < (right.element.line, right.element.column, right.offset)
    }.map(\.element)
  }

  private mutating func readRoot(_ root: Node) {
    let known = ["version", "rules", "start", "cases"]
    guard let entries = nodes.entries(of: root, key: "", known: known) else { return }
    if let version = entries["version"] {
      _ = nodes.word(of: version, key: "version", .version)
    } else {
      nodes.complain(.missingKey("version"), at: root)
    }
    if let node = entries["rules"] {
      result.rules = nodes.texts(of: node, key: "rules").map { ($0.text, place(of: $0.node)) }
    }
    if let time = readTime("start", entries, from: start) { start = time }
    guard let cases = entries["cases"] else {
      return nodes.complain(.missingKey("cases"), at: root)
    }
    let elements = nodes.elements(of: cases, key: "cases")
    if cases.sequence?.isEmpty ?? false { nodes.complain(.emptyList(key: "cases"), at: cases) }
    for node in elements { readCase(node) }
  }

  private mutating func readCase(_ node: Node) {
    guard let entries = nodes.entries(of: node, key: "cases", known: RuleCaseReader.caseKeys) else {
      return
    }
    let start = readTime("start", entries, from: self.start) ?? self.start
    var theCase = RuleCase(
      name: readName(entries), place: place(of: node), files: [], series: [], expected: [])
    if let lines = entries["lines"] {
      theCase.lines = nodes.texts(of: lines, key: "lines").map(\.text).joined(separator: "\n")
    }
    if let file = entries["file"] {
      theCase.files = nodes.texts(of: file, key: "file").map(\.text)
    }
    if let series = entries["series"] {
      let elements = series.mapping == nil ? nodes.elements(of: series, key: "series") : [series]
      theCase.series = elements.compactMap { readSeries($0, start: start) }
    }
    if ["lines", "file", "series"].allSatisfy({ entries[$0] == nil }) {
      nodes.complain(.noRecords, at: node)
    }
    if let expect = entries["expect"] {
      theCase.expected = readExpected(expect, start: start)
    } else {
      nodes.complain(.missingKey("expect"), at: node)
    }
    result.cases.append(theCase)
  }

  private mutating func readName(_ entries: NodeReader.Entries) -> String {
    guard let node = entries["name"] else {
      nodes.complain(.missingKey("name"), at: entries.node)
      return ""
    }
    guard let name = nodes.text(of: node, key: "name") else { return "" }
    if let first = names.updateValue(place(of: node), forKey: name) {
      nodes.complain(.duplicateName(name, first: first), at: node)
    }
    return name
  }

  // MARK: Records

  private mutating func readSeries(_ node: Node, start: Int64) -> CaseSeries? {
    guard let entries = nodes.entries(of: node, key: "series", known: RuleCaseReader.seriesKeys)
    else { return nil }
    var series = CaseSeries(
      tenants: ["-"], start: readTime("start", entries, from: start) ?? start, stepSeconds: 300,
      errors: [], normal: [])
    if let node = entries["tenant"] {
      series.tenants = nodes.texts(of: node, key: "tenant").map(\.text)
    } else {
      nodes.complain(.missingKey("tenant"), at: node)
    }
    series.code = entries["code"].flatMap { nodes.text(of: $0, key: "code") }
    series.method = entries["method"].flatMap { nodes.text(of: $0, key: "method") }
    if let seconds = readDuration("window", entries) { series.stepSeconds = seconds }
    series.errors = readCounts("errors", entries) ?? []
    series.normal = readCounts("normal", entries) ?? []
    // One number stands for all steps.
    if series.normal.count == 1, series.errors.count > 1 {
      series.normal = Array(repeating: series.normal[0], count: series.errors.count)
    }
    if entries["errors"] == nil, entries["normal"] == nil {
      nodes.complain(.missingKey("errors"), at: node)
    }
    if entries["errors"] != nil, entries["code"] == nil {
      nodes.complain(.missingKey("code"), at: node)
    }
    if let node = entries["users"], let text = nodes.text(of: node, key: "users") {
      series.users = SeriesNotation.counts(text).flatMap { $0.count == 1 ? $0[0] : nil }
      if series.users == nil { nodes.complain(.notANumber(text, key: "users"), at: node) }
    }
    return series
  }

  private mutating func readCounts(_ key: String, _ entries: NodeReader.Entries) -> [Int]? {
    guard let node = entries[key], let text = nodes.text(of: node, key: key) else { return nil }
    let counts = SeriesNotation.counts(text)
    if counts == nil { nodes.complain(.notASeries(text, key: key), at: node) }
    return counts
  }

  private mutating func readDuration(_ key: String, _ entries: NodeReader.Entries) -> Int64? {
    guard let node = entries[key], let text = nodes.text(of: node, key: key) else { return nil }
    let seconds = RuleDuration.seconds(text)
    if seconds == nil { nodes.complain(.notADuration(text, key: key), at: node) }
    return seconds
  }

  /// `2026-01-05T00:15:00Z`, `00:15` on the day of `start`, or `+15m` from it.
  private mutating func readTime(
    _ key: String, _ entries: NodeReader.Entries, from start: Int64
  ) -> Int64? {
    guard let node = entries[key], let text = nodes.text(of: node, key: key) else { return nil }
    if text.hasPrefix("+") {
      if text == "+0" { return start }
      if let seconds = RuleDuration.seconds(String(text.dropFirst())) { return start + seconds }
    }
    if let clock = CalendarText.secondOfDay(text) {
      return start.flooredQuotient(by: 86_400) * 86_400 + clock
    }
    if let time = CalendarText.time(text, zone: .utc) { return time.seconds }
    nodes.complain(.notATime(text, key: key), at: node)
    return nil
  }

  // MARK: Alerts

  private mutating func readExpected(_ node: Node, start: Int64) -> [ExpectedAlert] {
    if node.scalar?.string == "none" { return [] }
    guard let sequence = node.sequence else {
      nodes.complain(.wrongForm(key: "expect", wanted: .alerts), at: node)
      return []
    }
    return sequence.compactMap { readAlert($0, start: start) }
  }

  private mutating func readAlert(_ node: Node, start: Int64) -> ExpectedAlert? {
    guard
      let entries = nodes.entries(of: node, key: "expect", known: RuleCaseReader.expectedKeys)
    else { return nil }
    if entries["rule"] == nil { nodes.complain(.missingKey("rule"), at: node) }
    var alert = ExpectedAlert(
      rule: entries["rule"].flatMap { nodes.text(of: $0, key: "rule") } ?? "",
      place: place(of: entries["rule"] ?? node))
    if let word = entries["severity"].flatMap({ nodes.word(of: $0, key: "severity", .severity) }) {
      alert.severity = Severity.allCases.first { $0.name == word }
    }
    alert.tenant = entries["tenant"].flatMap { nodes.text(of: $0, key: "tenant") }
    alert.code = entries["code"].flatMap { nodes.text(of: $0, key: "code") }
    if let window = readTime("window", entries, from: start) { alert.span = window..<window + 1 }
    let from = readTime("from", entries, from: start)
    let until = readTime("until", entries, from: start)
    if let from, let until {
      if from < until {
        alert.span = from..<until
      } else {
        nodes.complain(.endsBeforeItStarts, at: entries["until"] ?? node)
      }
    } else if (entries["from"] == nil) != (entries["until"] == nil) {
      nodes.complain(.missingKey(entries["from"] == nil ? "from" : "until"), at: node)
    }
    return alert
  }

  private func place(of node: Node) -> RulePlace {
    let place = Place(node)
    return RulePlace(file: file, line: place.line, column: place.column)
  }
}
