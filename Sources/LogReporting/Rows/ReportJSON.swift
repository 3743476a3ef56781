import LogModel

/// Writes the parts of a report that every JSON output of it has: head, books, sources and rows.
struct ReportJSON {
  private let report: Report
  private var rows: JSONRows

  init(_ report: Report) {
    self.report = report
    rows = JSONRows(report)
  }

  /// The members up to `sources`, behind the brace that opens the object.
  mutating func writeHead(to sink: inout TextSink) {
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
    line.append(UInt8(ascii: "]"))
    sink.append(line)
  }

  /// The member `rows` with the comma before it, and the brace that closes the object.
  mutating func writeRows(to sink: inout TextSink) {
    sink.append(",\n\"rows\":[")
    var line: [UInt8] = []
    for index in report.rows.indices {
      line.removeAll(keepingCapacity: true)
      line.append(contentsOf: (index == 0 ? "\n" : ",\n").utf8)
      rows.append(report.rows[index], to: &line)
      sink.append(line)
    }
    sink.append("]}\n")
  }
}
