import LogModel

/// For a mail or a terminal, read at night: the verdict, what needs action, what changed, the rest.
///
/// The first 600 characters name the worst incident, its tenants, since when it is, who must act and
/// how. No line is wider than 72 columns, but for words that cannot be broken.
package struct NightlyTextFormat: NightlyFormat {
  package static let name = "text"
  package static let summary = "for a mail: 72 columns"

  private static let width = NightlyTextTable.width
  /// Of the values of facts: the longest label, two blanks before it and one behind.
  private static let indent = 10

  package init() {}

  package func write(_ report: NightlyReport, options: RenderOptions, to sink: inout TextSink) {
    let voice = NightlyVoice(markup: .plain, isASCII: options.isASCII)
    var text = TextPage(options: options, width: NightlyTextFormat.width)
    writeHead(report, voice, to: &text)
    writeIncidents(report, voice, to: &text)
    let words = NightlyWords(report: report, voice: voice)
    if let calm = words.calm {
      text.addHeading("WHAT CHANGED")
      text.add(calm)
      text.add(words.comparison)
    } else {
      writeTables(report, voice, to: &text)
    }
    writeBooks(report, voice, to: &text)
    sink.append(text.text)
  }

  private func writeHead(
    _ report: NightlyReport, _ voice: NightlyVoice, to text: inout TextPage
  ) {
    let verdict = NightlyVerdict(report: report, voice: voice)
    let room = NightlyTextFormat.width - verdict.status.utf8.count - 2
    let worst = report.incidents.first?.severity
    text.addLine(
      text.styled(verdict.status, ANSIStyle(worst)) + ": " + verdict.sentence(columns: room))
    let period = PeriodText(period: report.period, zone: report.zone)
    text.add(parts: period.parts, separator: ", ", lineEnd: ",")
    let words = NightlyWords(report: report, voice: voice)
    // Beside an incident the verdict says so, and the words can wait until it is told.
    if report.incidents.isEmpty, let obstacles = words.obstacles {
      text.addLine("")
      text.add(obstacles)
    }
  }

  private func writeIncidents(
    _ report: NightlyReport, _ voice: NightlyVoice, to text: inout TextPage
  ) {
    let words = NightlyWords(report: report, voice: voice)
    text.addHeading("WHAT NEEDS ACTION" + (words.incidentCounts.map { " (\($0))" } ?? ""))
    if report.incidents.isEmpty {
      text.add(report.obstacles.isEmpty ? "Nothing." : "Nothing that could be judged.")
    }
    for (index, incident) in report.incidents.prefix(NightlyWords.mostIncidents).enumerated() {
      if index > 0 { text.addLine("") }
      let facts = NightlyIncidentWords(incident: incident, report: report, voice: voice)
      let severity = incident.severity.name.uppercased()
      let level = facts.level.map { ", \($0)" } ?? ""
      text.addLine(
        text.styled(severity, ANSIStyle(incident.severity))
          + String(repeating: " ", count: NightlyTextFormat.indent - severity.utf8.count)
          + text.styled(facts.title(most: NightlyVoice.widestName), .heading) + level)
      // Two lines at most, so that who must act stands near the top.
      let columns = NightlyTextFormat.width * 3 / 2
      for fact in facts.facts(columns: columns) { add(fact, to: &text) }
    }
    if !words.incidentRest.isEmpty { text.addLine("") }
    for line in words.incidentRest { text.add(line) }
    if !report.incidents.isEmpty, let obstacles = words.obstacles {
      text.addLine("")
      text.add(obstacles)
    }
  }

  private func writeTables(
    _ report: NightlyReport, _ voice: NightlyVoice, to text: inout TextPage
  ) {
    let words = NightlyWords(report: report, voice: voice)
    let tables = NightlyTables(report: report, voice: voice)
    text.addHeading("WHAT CHANGED")
    text.add(words.errors)
    text.add(words.comparison)
    if let unchanged = words.unchanged { text.add(unchanged) }
    if !report.changes.isEmpty {
      text.addLine("")
      text.add(tables.changes)
    }
    if !report.tenants.isEmpty {
      text.addHeading("TENANTS, the most affected first")
      text.add(tables.tenants)
    }
    if !report.codes.isEmpty {
      text.addHeading("CODES, the most errors first")
      text.add(tables.codes)
    }
    if !report.methods.isEmpty {
      text.addHeading("DELIVERY")
      text.add(tables.methods)
    }
  }

  private func writeBooks(
    _ report: NightlyReport, _ voice: NightlyVoice, to text: inout TextPage
  ) {
    let words = NightlyFeedWords(report: report, voice: voice)
    text.addHeading("FEED")
    for line in words.feed { text.add(line, indent: 2) }
    text.addHeading("BOOKS")
    for equation in words.equations {
      text.add(parts: equation, separator: " ", lineEnd: "", indent: 2)
    }
    text.add(parts: words.asides, separator: ", ", lineEnd: ",", indent: 2)
    for line in words.problems { text.add(line, indent: 2) }
    text.addHeading("HOW IT WAS MADE")
    for fact in words.origin { add(fact, to: &text) }
  }

  private func add(_ fact: NightlyIncidentWords.Fact, to text: inout TextPage) {
    let head = "  " + fact.label
    let space = String(repeating: " ", count: NightlyTextFormat.indent - head.utf8.count)
    text.add(fact.value, indent: NightlyTextFormat.indent, head: head + space)
  }
}
