import LogModel

/// The whole report as one JSON object; every source and every row stands on a line of its own.
package struct JSONFormat: ReportFormat {
  package static let name = "json"
  package static let summary = "one object with ledger, sources and rows"

  package init() {}

  package func write(_ report: Report, options: RenderOptions, to sink: inout TextSink) {
    var json = ReportJSON(report)
    json.writeHead(to: &sink)
    json.writeRows(to: &sink)
  }
}
