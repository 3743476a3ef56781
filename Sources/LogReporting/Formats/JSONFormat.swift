import LogModel

/// The whole report as one JSON object; every source and every row stands on a line of its own.
package struct JSONFormat: ReportFormat {
  package static let name = "json"
  package static let summary = "one object with ledger, sources and rows"

  package init() {}

  package func write(_ report: Report, options: RenderOptions, to sink: inout TextSink) {
    var rows = JSONRows(report)
    var line: [UInt8] = Array("{\"schema\":1,\"window_seconds\":".utf8)
    line.appendDecimal(Int(report.windows.length))
    line.append(contentsOf: ",\"tz\":".utf8)
    JSONText.append(report.zone.name, to: &line)
    line.append(contentsOf: ",\"first\":".utf8)
    rows.append(report.first, to: &line)
    line.append(contentsOf: ",\"last\":".utf8)
    rows.append(report.last, to: &line)
    line.append(contentsOf: ",\"complete\":\(report.isComplete),\"ledger\":{".utf8)
    append(report.ledger, to: &line)
    line.append(contentsOf: "},\n\"sources\":[".utf8)
    for (index, source) in report.sources.enumerated() {
      line.append(contentsOf: (index == 0 ? "\n" : ",\n").utf8)
      append(source, to: &line)
    }
    line.append(contentsOf: "],\n\"rows\":[".utf8)
    sink.append(line)
    for index in report.rows.indices {
      line.removeAll(keepingCapacity: true)
      line.append(contentsOf: (index == 0 ? "\n" : ",\n").utf8)
      rows.append(report.rows[index], to: &line)
      sink.append(line)
    }
    sink.append("]}\n")
  }

  private func append(_ ledger: Ledger, to line: inout [UInt8]) {
    let (lines, records) = (ledger.lines, ledger.records)
    let numbers = [
      ("lines", lines.lines), ("blank", lines.blank), ("malformed", lines.malformed),
      ("oversized", lines.oversized), ("parsed", lines.parsed), ("records", records.records),
      ("error", records.error), ("normal", records.normal), ("other", records.other),
      ("filtered", records.filtered), ("duplicate", records.duplicate),
      ("untimed", records.untimed), ("untenanted", records.untenanted),
      ("repaired", lines.repaired),
    ]
    for (index, (name, number)) in numbers.enumerated() {
      line.append(contentsOf: "\(index == 0 ? "" : ",")\"\(name)\":".utf8)
      line.appendDecimal(number)
    }
  }

  private func append(_ source: SourceSummary, to line: inout [UInt8]) {
    line.append(contentsOf: "{\"name\":".utf8)
    JSONText.append(source.name, to: &line)
    line.append(contentsOf: ",\"lines\":".utf8)
    line.appendDecimal(source.lines.lines)
    line.append(contentsOf: ",\"bytes\":".utf8)
    line.appendDecimal(source.bytes)
    line.append(contentsOf: ",\"problem\":".utf8)
    if let problem = source.problem {
      JSONText.append(ProblemText.text(problem), to: &line)
    } else {
      line.append(contentsOf: "null".utf8)
    }
    line.append(UInt8(ascii: "}"))
  }
}
