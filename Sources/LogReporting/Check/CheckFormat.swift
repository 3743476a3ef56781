import LogModel

/// A way to write down what `check` found; equal reports give equal bytes.
package protocol CheckFormat: Sendable {
  /// The word for it in `--output`.
  static var name: String { get }
  /// One line for `--help`.
  static var summary: String { get }

  init()

  /// Appends the whole report, ending in a line feed; `text` appends nothing when all is well, or
  /// nothing is new.
  func write(_ report: CheckReport, to sink: inout TextSink)
}

extension CheckFormat {
  package var name: String { Self.name }
  package var summary: String { Self.summary }
}
