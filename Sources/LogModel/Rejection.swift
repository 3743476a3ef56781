/// A line that did not count, and why.
package struct Rejection: Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// No JSON object or array begins in the line.
    case notJSON
    /// The grammar of RFC 8259 breaks here.
    case grammar
    /// The line ends inside a value (and no later line completes it).
    case unfinished
    /// Something other than blanks follows a value.
    case trailingText
    /// More than 1,024 objects and arrays inside each other.
    case tooDeep
    /// `null`, `true`, a number or a string by itself.
    case notAnObject
    /// An array in which no element is an object.
    case arrayWithoutObject
    /// A value over several lines that a later line broke; the lines before the break.
    case brokenCarry
    /// Longer than `--max-line`.
    case oversized
  }

  package var reason: Reason
  /// Counted from the first line of the batch, which is 0.
  package var line: Int
  /// Where in the line, in bytes from its start; the first byte is 1.
  package var column: Int
  /// How many lines from `line` on the rejection speaks of.
  package var lineCount: Int
  /// The first bytes of each line, raw, as many as `textLimit`; empty unless `--rejects` asks for them.
  ///
  /// Of a value over very many lines only those of the first lines are kept.
  package var texts: [[UInt8]]

  /// The most bytes that are kept of a line.
  package static let textLimit = 1_024

  package init(
    reason: Reason, line: Int, column: Int, lineCount: Int = 1, texts: [[UInt8]] = []
  ) {
    self.reason = reason
    self.line = line
    self.column = column
    self.lineCount = lineCount
    self.texts = texts
  }
}
