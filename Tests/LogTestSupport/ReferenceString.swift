/// Decodes a JSON string: escapes, and U+FFFD for what is no Unicode text.
///
/// Invalid UTF-8 is replaced by maximal subparts (The Unicode Standard, section 3.9, "U+FFFD
/// Substitution of Maximal Subparts"), a surrogate without its other half by one U+FFFD.
struct ReferenceString {
  let bytes: [UInt8]
  /// Behind the opening quote; after `decode`, behind the closing one, or where it broke.
  var position: Int
  let limit: Int
  /// Where something was replaced.
  var repairs: [Int] = []

  static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  init(bytes: [UInt8], position: Int, limit: Int) {
    self.bytes = bytes
    self.position = position
    self.limit = limit
  }

  /// - Returns: nil when the string is broken or the input ends in it.
  mutating func decode() -> [UInt8]? {
    var text: [UInt8] = []
    while position < limit {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return text
      case UInt8(ascii: "\\"):
        position += 1
        guard let escaped = escape() else { return nil }
        text += escaped
      case 0..<0x20: return nil
      default: text += character()
      }
    }
    return nil
  }

  /// Bytes that are not in a JSON string, repaired in the same way.
  static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    var reader = ReferenceString(bytes: bytes, position: 0, limit: bytes.count)
    while reader.position < reader.limit { text += reader.character() }
    return text
  }

  private mutating func escape() -> [UInt8]? {
    guard position < limit else { return nil }
    let start = position - 1
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      position += 1
      return [byte]
    case UInt8(ascii: "b"):
      position += 1
      return [0x08]
    case UInt8(ascii: "f"):
      position += 1
      return [0x0C]
    case UInt8(ascii: "n"):
      position += 1
      return [0x0A]
    case UInt8(ascii: "r"):
      position += 1
      return [0x0D]
    case UInt8(ascii: "t"):
      position += 1
      return [0x09]
    case UInt8(ascii: "u"):
      position += 1
      guard let unit = fourHexDigits() else { return nil }
      return scalar(of: unit, at: start)
    default: return nil
    }
  }

  /// The text of one UTF-16 unit, with the other half of a pair when it follows.
  private mutating func scalar(of unit: UInt32, at start: Int) -> [UInt8] {
    if let scalar = Unicode.Scalar(unit) { return Array(String(Character(scalar)).utf8) }
    let isHigh = unit < 0xDC00
    if isHigh, position + 1 < limit, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "u")
    {
      var ahead = self
      ahead.position += 2
      if let low = ahead.fourHexDigits(), (0xDC00...0xDFFF).contains(low),
        let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) * 0x400 + (low - 0xDC00))
      {
        position = ahead.position
        return Array(String(Character(scalar)).utf8)
      }
    }
    repairs.append(start)
    return ReferenceString.replacement
  }

  private mutating func fourHexDigits() -> UInt32? {
    var number: UInt32 = 0
    for _ in 0..<4 {
      guard position < limit,
        let digit = Character(Unicode.Scalar(bytes[position])).hexDigitValue
      else { return nil }
      number = number * 16 + UInt32(digit)
      position += 1
    }
    return number
  }

  /// The character that starts here, or U+FFFD for the longest start of one.
  private mutating func character() -> [UInt8] {
    let lead = bytes[position]
    let start = position
    position += 1
    if lead < 0x80 { return [lead] }
    guard let tail = ReferenceString.tail(of: lead) else {
      repairs.append(start)
      return ReferenceString.replacement
    }
    for allowed in tail {
      guard position < limit, allowed.contains(bytes[position]) else {
        repairs.append(start)
        return ReferenceString.replacement
      }
      position += 1
    }
    return Array(bytes[start..<position])
  }

  /// The bytes that may follow a lead byte (The Unicode Standard, table 3-7).
  private static func tail(of lead: UInt8) -> [ClosedRange<UInt8>]? {
    let any: ClosedRange<UInt8> = 0x80...0xBF
    return switch lead {
    case 0xC2...0xDF: [any]
    case 0xE0: [0xA0...0xBF, any]
    case 0xED: [0x80...0x9F, any]
    case 0xE1...0xEF: [any, any]
    case 0xF0: [0x90...0xBF, any, any]
    case 0xF1...0xF3: [any, any, any]
    case 0xF4: [0x80...0x8F, any, any]
    default: nil
    }
  }
}
