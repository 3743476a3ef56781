import LogModel

/// A way to write a report down; equal reports give equal bytes.
package protocol ReportFormat: Sendable {
  /// The word for it in `--output`.
  static var name: String { get }
  /// One line for `--help`.
  static var summary: String { get }

  init()

  /// Appends the whole report, ending in a line feed.
  func write(_ report: Report, options: RenderOptions, to sink: inout TextSink)
}

extension ReportFormat {
  package var name: String { Self.name }
  package var summary: String { Self.summary }
}
