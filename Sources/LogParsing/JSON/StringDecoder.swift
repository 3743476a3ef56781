import CByteScan

/// Turns the inside of a JSON string into the bytes that it means.
enum StringDecoder {
  /// Appends what the string means, in valid UTF-8, to `text`.
  ///
  /// Invalid UTF-8 becomes U+FFFD, one for each maximal subpart; so does each lone surrogate.
  ///
  /// `start` is the byte behind the opening quote of a string whose grammar was checked.
  static func append(_ start: Bytes, count: Int, to text: inout [UInt8]) {
    var place = unsafe start
    let end = unsafe start + count
    while unsafe place < end {
      let byte = unsafe place[0]
      if byte == UInt8(ascii: "\\") {
        unsafe place = unsafe appendEscape(place, to: &text)
      } else if byte < 0x80 {
        let stop = unsafe min(logstat_skip_plain(place), end)
        // A raw line feed or another control byte cannot stand in a checked string, but text behind a
        // header is decoded by this function too.
        let next = unsafe max(stop, place + 1)
        unsafe text.append(contentsOf: UnsafeBufferPointer(start: place, count: next - place))
        unsafe place = unsafe next
      } else {
        unsafe place += appendCharacter(place, limit: end - place, to: &text)
      }
    }
  }

  /// Writes what the string means, in valid UTF-8, and returns how many bytes that is.
  ///
  /// The same as `append`, for long texts: there is room for three times `count` and the padding of
  /// the scanners. Records inside strings (Docker's lines) have a quote to decode every few bytes, so
  /// these are decoded block by block.
  static func decode(_ start: Bytes, count: Int, to text: UnsafeMutablePointer<UInt8>) -> Int {
    var place = unsafe start
    let end = unsafe start + count
    var out = unsafe text
    while true {
      let blocks = unsafe logstat_copy_quoted(place, end, out)
      unsafe place += blocks.read
      unsafe out += blocks.written
      let plain = unsafe logstat_copy_plain(place, out)
      unsafe place += plain
      unsafe out += plain
      if unsafe place >= end { return unsafe out - text - (place - end) }
      let byte = unsafe place[0]
      if byte == UInt8(ascii: "\\"), unsafe place[1] != UInt8(ascii: "u") {
        unsafe out[0] = simpleEscape(place[1])
        unsafe out += 1
        unsafe place += 2
      } else {
        // Rare: a code unit in hexadecimal, a character of several bytes or none.
        var rest: [UInt8] = []
        if byte == UInt8(ascii: "\\") {
          unsafe place = unsafe appendEscape(place, to: &rest)
        } else {
          unsafe place += appendCharacter(place, limit: end - place, to: &rest)
        }
        for byte in rest {
          unsafe out[0] = byte
          unsafe out += 1
        }
      }
    }
  }

  @inline(__always)
  private static func simpleEscape(_ letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    default: letter
    }
  }

  /// Appends raw bytes as valid UTF-8: ill-formed parts become U+FFFD.
  static func appendRepaired(_ bytes: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) {
    guard let start = bytes.baseAddress else { return }
    var index = 0
    while index < bytes.count {
      if unsafe bytes[index] < 0x80 {
        unsafe text.append(bytes[index])
        index += 1
      } else {
        unsafe index += appendCharacter(start + index, limit: bytes.count - index, to: &text)
      }
    }
  }

  /// Appends one character or, for an ill-formed one, U+FFFD; returns how many bytes it took.
  private static func appendCharacter(_ place: Bytes, limit: Int, to text: inout [UInt8]) -> Int {
    // The bytes behind the end are a quote or a zero and end any character.
    let count = unsafe UTF8Scan.characterLength(place)
    if count > 0, count <= limit {
      unsafe text.append(contentsOf: UnsafeBufferPointer(start: place, count: count))
      return count
    }
    appendReplacement(to: &text)
    return unsafe UTF8Scan.maximalSubpart(place, count: limit)
  }

  private static func appendEscape(_ backslash: Bytes, to text: inout [UInt8]) -> Bytes {
    switch unsafe backslash[1] {
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      guard let unit = unsafe StringScan.codeUnit(backslash) else { return unsafe backslash + 2 }
      if unit & 0xFC00 == 0xD800, let low = unsafe StringScan.codeUnit(backslash + 6),
        low & 0xFC00 == 0xDC00
      {
        append(scalar: 0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF, to: &text)
        return unsafe backslash + 12
      }
      if unit & 0xF800 == 0xD800 {
        appendReplacement(to: &text)
      } else {
        append(scalar: unit, to: &text)
      }
      return unsafe backslash + 6
    default:
      unsafe text.append(backslash[1])
    }
    return unsafe backslash + 2
  }

  private static func append(scalar: UInt32, to text: inout [UInt8]) {
    func continuation(_ shift: UInt32) -> UInt8 {
      0x80 | UInt8(truncatingIfNeeded: scalar >> shift & 0x3F)
    }
    switch scalar {
    case ..<0x80:
      text.append(UInt8(truncatingIfNeeded: scalar))
    case ..<0x800:
      text.append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
      text.append(continuation(0))
    case ..<0x10000:
      text.append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
      text.append(continuation(6))
      text.append(continuation(0))
    default:
      text.append(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
      text.append(continuation(12))
      text.append(continuation(6))
      text.append(continuation(0))
    }
  }

  /// Appends U+FFFD.
  private static func appendReplacement(to text: inout [UInt8]) {
    text.append(0xEF)
    text.append(0xBF)
    text.append(0xBD)
  }
}
