import LogModel

/// A way to write down what a day was like; equal reports give equal bytes.
package protocol NightlyFormat: Sendable {
  /// The word for it in `--output`.
  static var name: String { get }
  /// One line for `--help`.
  static var summary: String { get }

  init()

  /// Appends the whole report, ending in a line feed.
  func write(_ report: NightlyReport, options: RenderOptions, to sink: inout TextSink)
}

extension NightlyFormat {
  package var name: String { Self.name }
  package var summary: String { Self.summary }
}
