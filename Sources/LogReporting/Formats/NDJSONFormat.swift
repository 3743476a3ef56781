import LogModel

/// One JSON object a line, one line a row.
package struct NDJSONFormat: ReportFormat {
  package static let name = "ndjson"
  package static let summary = "one JSON object a line for every row"

  package init() {}

  package func write(_ report: Report, options: RenderOptions, to sink: inout TextSink) {
    var rows = JSONRows(report)
    var line: [UInt8] = []
    for index in report.rows.indices {
      line.removeAll(keepingCapacity: true)
      rows.append(report.rows[index], to: &line)
      line.append(UInt8(ascii: "\n"))
      sink.append(line)
    }
  }
}
