import LogModel

/// The key of a subject as one line of text: `code=too_many_sms`, several parts with `&` between them.
///
/// What is no letter, digit or one of `_-.` is written as `%` and two hexadecimal digits; a part that is
/// not known is a name without a value.
enum SubjectText {
  static func text(of key: SeriesKey) -> String {
    key.parts.map { part in
      part.text.map { "\(part.key.name)=\(escaped($0))" } ?? part.key.name
    }.joined(separator: "&")
  }

  /// Nil when it is no such text.
  static func key(of text: String) -> SeriesKey? {
    var parts: [SeriesKey.Part] = []
    for piece in text.utf8.split(separator: UInt8(ascii: "&")) {
      let cut = piece.firstIndex(of: UInt8(ascii: "="))
      let name = String(decoding: piece[..<(cut ?? piece.endIndex)], as: UTF8.self)
      guard let key = ReportKey.allCases.first(where: { $0.name == name }) else { return nil }
      guard let cut else {
        parts.append(SeriesKey.Part(key: key, text: nil))
        continue
      }
      guard let value = plain(Array(piece[piece.index(after: cut)...])) else { return nil }
      parts.append(SeriesKey.Part(key: key, text: value))
    }
    return SeriesKey(parts)
  }

  private static func escaped(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    for byte in bytes {
      if isPlain(byte) {
        text.append(byte)
      } else {
        text += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func plain(_ text: [UInt8]) -> [UInt8]? {
    var bytes: [UInt8] = []
    var rest = text[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap({ digits.firstIndex(of: $0) }),
        let low = rest.popFirst().flatMap({ digits.firstIndex(of: $0) })
      else { return nil }
      bytes.append(UInt8(high << 4 | low))
    }
    return bytes
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }

  private static let digits = Array("0123456789ABCDEF".utf8)
}
