import LogModel

/// For a mail or a terminal: what happened, since when, how bad, who must act and how.
///
/// Nothing at all when all is well, or with memory when nothing is new, so that cron sends no mail.
package struct CheckTextFormat: CheckFormat {
  package static let name = "text"
  package static let summary = "for a mail; nothing when all is well"

  /// More incidents than this are only counted.
  package static let mostIncidents = 20
  private static let width = 78
  private static let indent = 10

  package init() {}

  package func write(_ report: CheckReport, to sink: inout TextSink) {
    if let transitions = report.transitions {
      write(AlertNewsText(transitions, in: report), to: &sink)
      return
    }
    guard report.status != .ok else { return }
    sink.append(SubjectLine(report: report, separator: ": ").text + "\n")
    for line in opening(report) { sink.append(line + "\n") }
    for incident in report.incidents.prefix(CheckTextFormat.mostIncidents) {
      let words = IncidentText(incident: incident, rules: report.rules)
      sink.append("\n" + block(words, report.zone))
    }
    let more = report.incidents.count - CheckTextFormat.mostIncidents
    if more > 0 {
      sink.append("\nAnd \(HumanNumber.counted(more, "more incident")); see all with -o json.\n")
    }
  }

  func opening(_ report: CheckReport) -> [String] {
    var sentences: [String] = []
    if let first = report.first, let last = report.last {
      let clock = LocalClock(zone: report.zone)
      sentences.append(
        "Log of "
          + clock.span(from: first.seconds, to: last.seconds, showsSeconds: false) + ".")
    }
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = report.incidents.count { $0.severity == severity }
      return count == 0
        ? nil : "\(HumanNumber.counted(count, "\(severity.name) incident"))"
    }
    let firing = report.transitions == nil ? "" : "Firing now: "
    if !counts.isEmpty {
      sentences.append(firing + counts.joined(separator: ", ") + ".")
    } else if report.transitions?.isEmpty == false {
      sentences.append("Nothing is firing now.")
    }
    if report.silencedCount > 0 {
      sentences.append("\(HumanNumber.counted(report.silencedCount, "alert")) silenced.")
    }
    if !report.obstacles.isEmpty {
      sentences.append("Not all could be judged: \(ObstacleText.words(for: report.obstacles)).")
    }
    return TextWrap.lines(ascii(sentences.joined(separator: " ")), width: CheckTextFormat.width)
  }

  private func block(_ words: IncidentText, _ zone: TimeZoneRules) -> String {
    "\(words.incident.severity.name.uppercased()) " + heading(words) + facts(words, zone)
  }

  func heading(_ words: IncidentText) -> String {
    words.title + (words.entry.map { ", \($0.level.name)" } ?? "") + "\n"
  }

  /// What is known of an incident, a fact a line; of one that is over, only what it was.
  func facts(_ words: IncidentText, _ zone: TimeZoneRules, isOver: Bool = false) -> String {
    let incident = words.incident
    var text = ""
    if let entry = words.entry, !isOver { add("what", entry.meaning, to: &text) }
    if !incident.tenants.isEmpty {
      let head =
        incident.isProviderWide
        ? "\(HumanNumber.counted(incident.tenants.count, "tenant")): " : ""
      add("where", head + words.tenants(most: 8).joined(separator: ", "), to: &text)
    }
    add("when", when(incident.seconds, zone), to: &text)
    add("how bad", words.howBad, to: &text)
    if isOver { return text }
    add("rule", rule(words), to: &text)
    if let entry = words.entry { add("to do", entry.advice, to: &text) }
    if let runbook = words.rule.runbook { add("runbook", runbook, to: &text) }
    return text
  }

  func when(_ span: Range<Int64>, _ zone: TimeZoneRules) -> String {
    let clock = LocalClock(zone: zone)
    let text = clock.span(from: span.lowerBound, to: span.upperBound, showsSeconds: false)
    return "\(text) (\(IncidentText.duration(span)))"
  }

  private func rule(_ words: IncidentText) -> String {
    let others = words.incident.rules.dropFirst().map {
      IncidentText.text(words.rules[$0].name)
    }
    let also = others.isEmpty ? "" : "; also \(others.prefix(8).joined(separator: ", "))"
    return "\(IncidentText.text(words.rule.name)): \(words.reason)\(also)"
  }

  /// Adds a fact, wrapped and with its label before the first line.
  func add(_ label: String, _ value: String, to text: inout String) {
    let lines = TextWrap.lines(
      ascii(value), width: CheckTextFormat.width - CheckTextFormat.indent)
    for (index, line) in lines.enumerated() {
      let head = index == 0 ? "  \(label)" : ""
      text += head + String(repeating: " ", count: CheckTextFormat.indent - head.utf8.count)
      // A text without a blank, such as the address of a runbook, is not broken.
      text += line.prefix(900) + "\n"
    }
  }

  private func ascii(_ text: String) -> String {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
      ? text : SafeText.escaped(text, isASCII: true)
  }
}
