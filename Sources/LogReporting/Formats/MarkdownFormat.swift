import LogModel

/// A report for a ticket, a wiki or a chat: GitHub-flavoured Markdown.
///
/// Nothing from a log starts a line, and every name stands in a code span.
package struct MarkdownFormat: ReportFormat {
  package static let name = "md"
  package static let summary = "GitHub-flavoured Markdown for tickets and wikis"

  private let entries: [CatalogueEntry]

  package init() { self.init(entries: CodeCatalogue.entries) }

  /// - Parameter entries: What is known about codes.
  package init(entries: [CatalogueEntry]) { self.entries = entries }

  package func write(_ report: Report, options: RenderOptions, to sink: inout TextSink) {
    // The same on a terminal of any width and colour.
    let context = HumanContext(
      report, options: RenderOptions(isASCII: options.isASCII), entries: entries, nameStyle: .code)
    let summary = SummaryText(context: context)
    sink.append("# MFA errors, \(prose(summary.span ?? "no record has a time"))\n\n")
    sink.append(prose(summary.figures.joined(separator: context.separator)) + "\n")
    for warning in summary.warnings { sink.append("\n> \(warning)\n") }
    if !report.actions.isEmpty { writeActions(context, to: &sink) }
    sink.append("\n## Rows\n\n")
    if let calm = summary.calm {
      sink.append(prose(calm) + "\n")
    } else {
      writeRows(context, to: &sink)
    }
    sink.append("\n## Ledger\n\n")
    sink.append("- \(prose(LedgerText.lines(report.ledger).joined(separator: " ")))\n")
    sink.append("- \(prose(LedgerText.records(report.ledger).joined(separator: " ")))\n")
    for aside in LedgerText.asides(report.ledger) { sink.append("- \(prose(aside))\n") }
  }

  private func writeActions(_ context: HumanContext, to sink: inout TextSink) {
    let actions = context.report.actions
    sink.append("\n## Needs action\n\n")
    for action in actions.prefix(ActionText.most) {
      let text = ActionText(context: context, action: action)
      sink.append("- **\(action.severity.name)** \(context.names.text(action.code))")
      if let level = text.level { sink.append(", \(level.name)") }
      if let meaning = text.meaning { sink.append(": \(prose(meaning))") }
      let tenants = text.tenants(width: context.proseWidth * 2).joined(separator: ", ")
      sink.append("\n  - \(tenants)\n")
      sink.append("  - \(prose(text.figures.joined(separator: context.separator)))\n")
      if let advice = text.advice { sink.append("  - \(prose(advice))\n") }
    }
    let more = actions.count - ActionText.most
    if more > 0 { sink.append("- and \(HumanNumber.counted(more, "more code"))\n") }
  }

  private func writeRows(_ context: HumanContext, to sink: inout TextSink) {
    let cells = TableCells(context)
    let columns = TableColumn.columns(of: context.report).filter { column in
      switch column {
      case .trend, .firstSeen, .lastSeen: false
      default: true
      }
    }
    var line = "|"
    for column in columns { line += " \(cells.title(column, isShort: false).lowercased()) |" }
    line += "\n|"
    for column in columns { line += column.isNumber ? " --: |" : " --- |" }
    sink.append(line + "\n")
    for index in TableOrder.indices(context.report) {
      let row = context.report.rows[index]
      line = "|"
      for column in columns {
        if column == .example, let example = row.example {
          line += " \(MarkdownText.code(example.text, isASCII: context.options.isASCII)) |"
        } else {
          // Numbers and our own words only: names have been made into code spans.
          line += " \(escaped(cells.text(column, of: row, isShort: false), column)) |"
        }
      }
      sink.append(line + "\n")
    }
  }

  /// The few signs in our own cells that are markup: `~1,020`, `<0.1%`.
  private func escaped(_ text: String, _ column: TableColumn) -> String {
    column.isNumber ? prose(text) : text
  }

  private func prose(_ text: String) -> String { MarkdownText.prose(text) }
}
