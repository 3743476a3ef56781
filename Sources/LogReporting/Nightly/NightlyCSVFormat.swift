import LogModel

/// The rows of the period as `stat` tells them.
package struct NightlyCSVFormat: NightlyFormat {
  package static let name = "csv"
  package static let summary = "the rows of the period, as stat tells them"

  package init() {}

  package func write(_ report: NightlyReport, options: RenderOptions, to sink: inout TextSink) {
    CSVFormat().write(report.table, options: options, to: &sink)
  }
}
