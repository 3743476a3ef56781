import LogModel

/// Cells between tabs: the cells of CSV without their quotes, which tabs make needless.
package struct TSVFormat: ReportFormat {
  package static let name = "tsv"
  package static let summary = "cells between tabs, never quoted, for cut and awk"

  package init() {}

  package func write(_ report: Report, options: RenderOptions, to sink: inout TextSink) {
    // Raw cells can hold tabs and line ends, which only quotes keep together.
    DelimitedRows(
      separator: UInt8(ascii: "\t"), quoting: options.rawCells ? .quotes : .none,
      rawCells: options.rawCells, jobs: options.jobs
    ).write(report, to: &sink)
  }
}
