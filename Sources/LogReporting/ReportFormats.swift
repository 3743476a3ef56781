/// The formats that a report can be written in: a new one is a file in `Formats/` and a line here.
package enum ReportFormats {
  /// In the order of `--help`; the first is the default.
  package static let all: [any ReportFormat] = [
    TableFormat(),
    CSVFormat(),
    TSVFormat(),
    JSONFormat(),
    NDJSONFormat(),
    MarkdownFormat(),
  ]

  package static var names: [String] { all.map { $0.name } }

  /// The format of that name; nil when there is none.
  package static func named(_ name: String) -> (any ReportFormat)? {
    all.first { $0.name == name }
  }
}
