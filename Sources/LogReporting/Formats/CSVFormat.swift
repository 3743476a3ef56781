import LogModel

/// Comma-separated values after RFC 4180, with line feeds.
package struct CSVFormat: ReportFormat {
  package static let name = "csv"
  package static let summary = "RFC 4180 with a header; cells are safe in spreadsheets"

  package init() {}

  package func write(_ report: Report, options: RenderOptions, to sink: inout TextSink) {
    DelimitedRows(
      separator: UInt8(ascii: ","), quoting: .quotes, rawCells: options.rawCells, jobs: options.jobs
    ).write(report, to: &sink)
  }
}
