import LogModel

/// Makes foreign text fit for a screen, a spreadsheet and a web page, without merging two names.
///
/// The core doubles every backslash and spells each hidden scalar as `\u{1b}`, so what is shown can
/// be told apart and read back. A cell also never starts a formula.
package enum SafeText {
  /// The core as a `String`: `a\b` becomes `a\\b`, an escape character `\u{1b}`.
  ///
  /// With `isASCII` everything beyond ASCII is spelled, too.
  package static func escaped(_ text: String, isASCII: Bool = false) -> String {
    var bytes: [UInt8] = []
    append(text, isASCII: isASCII, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the core.
  package static func append(_ text: String, isASCII: Bool = false, to bytes: inout [UInt8]) {
    guard !text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != backslash }) else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    for scalar in text.unicodeScalars {
      if scalar == "\\" {
        bytes.append(backslash)
        bytes.append(backslash)
      } else if scalar.isHidden || (isASCII && !scalar.isASCII) {
        appendSpelled(scalar, to: &bytes)
      } else {
        bytes.append(scalar)
      }
    }
  }

  /// Appends a name as a cell: the core, and an apostrophe before what a spreadsheet takes for a
  /// formula or a reader for one of our own labels `-` and `(other)`, which stand bare.
  package static func appendCell(_ name: Name, isASCII: Bool = false, to bytes: inout [UInt8]) {
    switch name {
    case .unknown: bytes.append(contentsOf: unknownLabel.utf8)
    case .other: bytes.append(contentsOf: otherLabel.utf8)
    case .named(let text): appendCell(text, isASCII: isASCII, to: &bytes)
    }
  }

  /// Appends somebody's text as a cell.
  package static func appendCell(_ text: String, isASCII: Bool = false, to bytes: inout [UInt8]) {
    if let first = text.unicodeScalars.first, needsGuard(first) {
      bytes.append(UInt8(ascii: "'"))
    }
    append(text, isASCII: isASCII, to: &bytes)
  }

  /// Appends a scalar as `\u{1b}`.
  static func appendSpelled(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: "\\u{".utf8)
    bytes.appendHexadecimal(scalar.value)
    bytes.append(UInt8(ascii: "}"))
  }

  static let unknownLabel = "-"
  static let otherLabel = "(other)"

  private static let backslash = UInt8(ascii: "\\")

  /// Whether a cell that starts with it needs an apostrophe; the last four are full-width `= + - @`.
  private static func needsGuard(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "'", "(", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
  }
}

extension [UInt8] {
  /// Appends a number in lower-case hexadecimal, filled with zeros up to `width` digits.
  mutating func appendHexadecimal(_ number: UInt32, width: Int = 1) {
    let digits = Swift.max(width, (35 - number.leadingZeroBitCount) / 4)
    for place in stride(from: digits - 1, through: 0, by: -1) {
      let digit = UInt8(truncatingIfNeeded: number >> UInt32(place * 4)) & 0xF
      append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }

  /// Appends a scalar in UTF-8.
  mutating func append(_ scalar: Unicode.Scalar) {
    append(contentsOf: String(Character(scalar)).utf8)
  }
}
