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
    JSONBooks.append(report.ledger, to: &line)
    line.append(contentsOf: "},\n\"sources\":[".utf8)
    for (index, source) in report.sources.enumerated() {
      line.append(contentsOf: (index == 0 ? "\n" : ",\n").utf8)
      JSONBooks.append(source, to: &line)
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
}
