/// Tells well-formed UTF-8 from the rest (Unicode 16, table 3-7).
enum UTF8Scan {
  /// The length of the well-formed character that begins here; 0 when it is ill-formed.
  ///
  /// Its first byte is 0x80 or above. Reads up to three bytes ahead, and none behind a byte that ends the character.
  @inline(__always)
  static func characterLength(_ place: Bytes) -> Int {
    let first = unsafe place[0]
    switch first {
    case 0xC2...0xDF:
      return unsafe isContinuation(place[1]) ? 2 : 0
    case 0xE0...0xEF:
      let second = unsafe place[1]
      let isAllowed =
        switch first {
        case 0xE0: (0xA0...0xBF).contains(second)
        case 0xED: (0x80...0x9F).contains(second)
        default: isContinuation(second)
        }
      return unsafe isAllowed && isContinuation(place[2]) ? 3 : 0
    case 0xF0...0xF4:
      let second = unsafe place[1]
      let isAllowed =
        switch first {
        case 0xF0: (0x90...0xBF).contains(second)
        case 0xF4: (0x80...0x8F).contains(second)
        default: isContinuation(second)
        }
      return unsafe isAllowed && isContinuation(place[2]) && isContinuation(place[3]) ? 4 : 0
    default:
      return 0
    }
  }

  /// How many bytes of an ill-formed sequence one U+FFFD stands for: its maximal subpart, at least 1.
  ///
  /// `count` is how many bytes there are from here on; positive.
  static func maximalSubpart(_ place: Bytes, count: Int) -> Int {
    let first = unsafe place[0]
    guard count > 1, (0xE0...0xF4).contains(first) else { return 1 }
    let second = unsafe place[1]
    let isAllowed =
      switch first {
      case 0xE0: (0xA0...0xBF).contains(second)
      case 0xED: (0x80...0x9F).contains(second)
      case 0xF0: (0x90...0xBF).contains(second)
      case 0xF4: (0x80...0x8F).contains(second)
      default: isContinuation(second)
      }
    guard isAllowed else { return 1 }
    guard first >= 0xF0, count > 2, unsafe isContinuation(place[2]) else { return 2 }
    return 3
  }

  @inline(__always)
  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
