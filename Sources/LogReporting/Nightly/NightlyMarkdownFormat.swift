import LogModel

/// The night for a ticket, a wiki or a chat: GitHub-flavoured Markdown without HTML.
///
/// Nothing from a log starts a line, and every name stands in a code span.
package struct NightlyMarkdownFormat: NightlyFormat {
  package static let name = "md"
  package static let summary = "GitHub-flavoured Markdown for tickets and wikis"

  /// How many columns the names of an incident's tenants take; the first is always told.
  private static let placeColumns = 480
  private static let trendBars = 24

  package init() {}

  package func write(_ report: NightlyReport, options: RenderOptions, to sink: inout TextSink) {
    let voice = NightlyVoice(markup: .markdown, isASCII: options.isASCII)
    let words = NightlyWords(report: report, voice: voice)
    let verdict = NightlyVerdict(report: report, voice: voice)
    sink.append("**\(verdict.status): \(verdict.sentence(columns: .max))**\n\n")
    sink.append(voice.prose(words.period.parts.joined(separator: ", ")) + "\n")
    if let obstacles = words.obstacles { sink.append("\n> \(obstacles)\n") }
    writeIncidents(words, to: &sink)
    sink.append("\n## What changed\n")
    if let calm = words.calm {
      sink.append("\n\(calm)\n\n\(words.comparison)\n")
    } else {
      sink.append("\n\(words.errors)\n\n\(words.comparison)\n")
      if let unchanged = words.unchanged { sink.append("\n\(unchanged)\n") }
      writeTables(NightlyTables(report: report, voice: voice), to: &sink)
    }
    writeBooks(NightlyFeedWords(report: report, voice: voice), to: &sink)
  }

  private func writeIncidents(_ words: NightlyWords, to sink: inout TextSink) {
    let incidents = words.report.incidents
    sink.append("\n## What needs action\n\n")
    if let counts = words.incidentCounts {
      sink.append("\(counts).\n")
    } else {
      sink.append(words.obstacles == nil ? "Nothing.\n" : "Nothing that could be judged.\n")
    }
    for incident in incidents.prefix(NightlyWords.mostIncidents) {
      let facts = NightlyIncidentWords(
        incident: incident, report: words.report, voice: words.voice)
      let level = facts.level.map { ", \($0)" } ?? ""
      let title = facts.title(most: NightlyVoice.widestName)
      sink.append("\n### \(incident.severity.name.uppercased()): \(title)\(level)\n\n")
      for fact in facts.facts(columns: NightlyMarkdownFormat.placeColumns) {
        sink.append("- **\(fact.label):** \(fact.value)\n")
      }
    }
    for line in words.incidentRest { sink.append("\n\(line)\n") }
  }

  private func writeTables(_ tables: NightlyTables, to sink: inout TextSink) {
    let all: [(title: String?, table: NightlyTable)] = [
      (nil, tables.changes), ("Tenants", tables.tenants), ("Codes", tables.codes),
      ("Delivery", tables.methods),
    ]
    for (title, table) in all where !table.rows.isEmpty {
      if let title { sink.append("\n## \(title)\n") }
      sink.append("\n")
      write(table, isASCII: tables.voice.isASCII, to: &sink)
    }
  }

  private func write(_ table: NightlyTable, isASCII: Bool, to sink: inout TextSink) {
    let words = [table.nameTitle] + table.asideTitles
    let trend = table.hasTrend ? [NightlyTable.trendTitle] : []
    writeRow(words + table.titles + trend, to: &sink)
    let rules = table.titles.map { table.wordTitles.contains($0) ? "---" : "--:" }
    writeRow(words.map { _ in "---" } + rules + trend.map { _ in "---" }, to: &sink)
    for row in table.rows {
      let asides = row.asides.map { $0.joined(separator: ", ") }
      let bars = table.hasTrend ? [bars(row.bins, isASCII: isASCII)] : []
      writeRow([row.name] + asides + row.cells + bars, to: &sink)
    }
  }

  private func writeRow(_ cells: [String], to sink: inout TextSink) {
    sink.append("| " + cells.joined(separator: " | ") + " |\n")
  }

  /// Bars in a code span, so that they stand below each other; it would lose blanks at its ends.
  private func bars(_ bins: [Int], isASCII: Bool) -> String {
    let bars = Sparkline.text(bins, width: NightlyMarkdownFormat.trendBars, isASCII: isASCII)
    return bars.isEmpty ? "" : "`" + String(bars.map { $0 == " " ? "_" : $0 }) + "`"
  }

  private func writeBooks(_ words: NightlyFeedWords, to sink: inout TextSink) {
    sink.append("\n## Feed\n\n")
    for line in words.feed { sink.append("- \(line)\n") }
    sink.append("\n## Books\n\n")
    for equation in words.equations { sink.append("- \(equation.joined(separator: " "))\n") }
    for line in words.asides + words.problems { sink.append("- \(line)\n") }
    sink.append("\n## How it was made\n\n")
    for fact in words.origin { sink.append("- **\(fact.label):** \(fact.value)\n") }
  }
}
