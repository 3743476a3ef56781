import LogModel

/// Writes foreign names so that no renderer of Markdown sees more in them than letters.
///
/// A name stands in a code span, in which there is no markup, link, mention or emoji. What could
/// end the span or the cell, or be taken for HTML, a template or a command of a build log, is
/// spelled like a hidden scalar: as backslashes are doubled, the text can still be read back.
package enum MarkdownText {
  static func appendCode(_ name: Name, isASCII: Bool, to bytes: inout [UInt8]) {
    switch name {
    case .unknown: bytes.append(contentsOf: SafeText.unknownLabel.utf8)
    case .other: bytes.append(contentsOf: SafeText.otherLabel.utf8)
    case .named(let text): bytes.append(contentsOf: code(text, isASCII: isASCII).utf8)
    }
  }

  /// A text as a code span.
  package static func code(_ text: String, isASCII: Bool) -> String {
    var cell: [UInt8] = []
    SafeText.appendCell(text, isASCII: isASCII, to: &cell)
    var bytes: [UInt8] = [UInt8(ascii: "`")]
    for (index, byte) in cell.enumerated() {
      let next = index + 1 < cell.count ? cell[index + 1] : 0
      if spelled.contains(byte) || isTemplate(byte, next) {
        SafeText.appendSpelled(Unicode.Scalar(byte), to: &bytes)
      } else {
        bytes.append(byte)
      }
    }
    // An empty span would be two plain backticks.
    if cell.isEmpty { bytes.append(UInt8(ascii: " ")) }
    bytes.append(UInt8(ascii: "`"))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Our own prose with what Markdown would read as markup behind backslashes.
  package static func prose(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\`*_[]<>&|#~".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }

  /// Whether two bytes start a placeholder of the common template languages.
  private static func isTemplate(_ byte: UInt8, _ next: UInt8) -> Bool {
    byte == UInt8(ascii: "{") && (next == byte || next == UInt8(ascii: "%"))
  }

  private static let spelled = Array("`|<>&#@".utf8)
}
