import LogModel

/// The face of the product: what happened, what needs action, the rows worst first, the ledger.
package struct TableFormat: ReportFormat {
  package static let name = "table"
  package static let summary = "for people: what needs action, then the rows, worst first"

  private let entries: [CatalogueEntry]

  package init() { self.init(entries: CodeCatalogue.entries) }

  /// - Parameter entries: What is known about codes.
  package init(entries: [CatalogueEntry]) { self.entries = entries }

  package func write(_ report: Report, options: RenderOptions, to sink: inout TextSink) {
    let context = HumanContext(report, options: options, entries: entries)
    writeSummary(context, to: &sink)
    if !report.actions.isEmpty {
      sink.append("\n")
      writeActions(context, to: &sink)
    }
    sink.append("\n")
    if let calm = SummaryText(context: context).calm {
      let style: ANSIStyle = report.ledger.records.error == 0 ? .recoverable : .plain
      for line in TextWrap.lines(calm, width: context.proseWidth) {
        sink.append(context.styled(line, style) + "\n")
      }
    } else {
      TableBody(TableCells(context)).write(to: &sink)
    }
    sink.append("\n")
    writeLedger(context, to: &sink)
  }

  private func writeSummary(_ context: HumanContext, to sink: inout TextSink) {
    let summary = SummaryText(context: context)
    let title = ["MFA errors", summary.span ?? "no record has a time"]
    let titles = TextWrap.lines(
      of: title, separator: ", ", lineEnd: ",", width: context.proseWidth)
    for line in titles {
      sink.append(context.styled(line, .heading) + "\n")
    }
    let figures = TextWrap.lines(
      of: summary.figures, separator: context.separator, lineEnd: context.lineEnd,
      width: context.proseWidth)
    for line in figures { sink.append(line + "\n") }
    for warning in summary.warnings {
      for line in TextWrap.lines(warning, width: context.proseWidth) {
        sink.append(context.styled(line, .warning) + "\n")
      }
    }
  }

  private func writeActions(_ context: HumanContext, to sink: inout TextSink) {
    let actions = context.report.actions
    sink.append(context.styled("NEEDS ACTION", .heading) + "\n")
    for action in actions.prefix(ActionText.most) {
      sink.append("\n")
      write(action, context, to: &sink)
    }
    let more = actions.count - ActionText.most
    if more > 0 { sink.append("\nand \(HumanNumber.counted(more, "more code"))\n") }
  }

  private func write(_ action: RequiredAction, _ context: HumanContext, to sink: inout TextSink) {
    let text = ActionText(context: context, action: action)
    // As wide as the longer of the two words, and two blanks.
    let indent = String(repeating: " ", count: 10)
    let width = Swift.max(context.proseWidth - 10, 10)
    let word = action.severity.name.uppercased()
    let code = context.names.text(action.code)
    let level = text.level.map { ", \($0.name)" } ?? ""
    let shown =
      context.options.width == nil
      ? code
      : DisplayWidth.fitted(
        code, into: width - level.utf8.count, isASCII: context.options.isASCII)
    sink.append(context.styled(word, ANSIStyle(action.severity)))
    sink.append(String(repeating: " ", count: 10 - word.count))
    sink.append(context.styled(shown, .heading) + level + "\n")
    var lines: [String] = []
    if let meaning = text.meaning { lines = TextWrap.lines(meaning, width: width) }
    lines += TextWrap.lines(
      of: text.tenants(width: width * 2), separator: ", ", lineEnd: ",", width: width)
    let figures = TextWrap.lines(
      of: text.figures, separator: context.separator, lineEnd: context.lineEnd, width: width)
    // A long rule does not fit into a line by itself.
    lines += figures.flatMap { TextWrap.lines($0, width: width) }
    if let advice = text.advice { lines += TextWrap.lines(advice, width: width) }
    for line in lines { sink.append(indent + line + "\n") }
  }

  private func writeLedger(_ context: HumanContext, to sink: inout TextSink) {
    let ledger = context.report.ledger
    let head = "ledger: "
    let blanks = String(repeating: " ", count: head.utf8.count)
    let width = Swift.max(context.proseWidth - head.utf8.count - 2, 12)
    let asides = LedgerText.asides(ledger)
    let blocks = [
      TextWrap.lines(of: LedgerText.lines(ledger), separator: " ", lineEnd: "", width: width),
      TextWrap.lines(of: LedgerText.records(ledger), separator: " ", lineEnd: "", width: width),
      TextWrap.lines(of: asides, separator: ", ", lineEnd: ",", width: width),
    ]
    for (number, block) in blocks.enumerated() {
      for (index, line) in block.enumerated() {
        let indent = (number == 0 && index == 0 ? head : blanks) + (index == 0 ? "" : "  ")
        sink.append(context.styled(indent + line, .secondary) + "\n")
      }
    }
  }
}
