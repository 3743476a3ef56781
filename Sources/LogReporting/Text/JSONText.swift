/// Writes strings as JSON, lossless and with nothing hidden left raw (RFC 8259 section 7).
package enum JSONText {
  /// Appends `text` with its quotes; hidden scalars beyond the basic plane become surrogate pairs.
  package static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(quote)
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != quote && $0 != backslash }) {
      bytes.append(contentsOf: text.utf8)
    } else {
      for scalar in text.unicodeScalars { append(scalar, to: &bytes) }
    }
    bytes.append(quote)
  }

  private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    switch scalar {
    case "\"": bytes.append(contentsOf: [backslash, quote])
    case "\\": bytes.append(contentsOf: [backslash, backslash])
    case "\n": bytes.append(contentsOf: [backslash, UInt8(ascii: "n")])
    case "\r": bytes.append(contentsOf: [backslash, UInt8(ascii: "r")])
    case "\t": bytes.append(contentsOf: [backslash, UInt8(ascii: "t")])
    default:
      guard scalar.isHidden else {
        bytes.append(scalar)
        return
      }
      for unit in UTF16.encode(scalar) ?? UTF16.EncodedScalar() {
        bytes.append(contentsOf: [backslash, UInt8(ascii: "u")])
        bytes.appendHexadecimal(UInt32(unit), width: 4)
      }
    }
  }

  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")
}
