import CByteScan
import LogModel

extension Walker {
  /// Checks a number, `true`, `false` or `null`.
  static func atom(_ place: Bytes, _ context: Context) -> Bytes? {
    switch unsafe place[0] {
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return unsafe number(place, context)
    case UInt8(ascii: "t"): return unsafe word("true", place, context)
    case UInt8(ascii: "f"): return unsafe word("false", place, context)
    case UInt8(ascii: "n"): return unsafe word("null", place, context)
    default: return unsafe fail(place, context)
    }
  }

  @inline(__always)
  private static func word(_ word: StaticString, _ place: Bytes, _ context: Context) -> Bytes? {
    let letters = unsafe word.utf8Start
    for index in 1..<word.utf8CodeUnitCount where unsafe place[index] != letters[index] {
      unsafe context.pointee.brokeInToken = true
      return unsafe fail(place + index, context)
    }
    return unsafe place + word.utf8CodeUnitCount
  }

  /// RFC 8259, section 6: an optional minus, no leading zeros, then optional fraction and exponent.
  private static func number(_ start: Bytes, _ context: Context) -> Bytes? {
    var place = unsafe start
    if unsafe place[0] == UInt8(ascii: "-") { unsafe place += 1 }
    if unsafe place[0] == UInt8(ascii: "0") {
      unsafe place += 1
    } else {
      guard let end = unsafe digits(place, context) else { return nil }
      unsafe place = unsafe end
    }
    if unsafe place[0] == UInt8(ascii: ".") {
      guard let end = unsafe digits(place + 1, context) else { return nil }
      unsafe place = unsafe end
    }
    if unsafe place[0] | 0x20 == UInt8(ascii: "e") {
      unsafe place += 1
      if unsafe place[0] == UInt8(ascii: "+") || place[0] == UInt8(ascii: "-") {
        unsafe place += 1
      }
      guard let end = unsafe digits(place, context) else { return nil }
      unsafe place = unsafe end
    }
    return unsafe place
  }

  /// The byte behind one or more digits.
  @inline(__always)
  private static func digits(_ start: Bytes, _ context: Context) -> Bytes? {
    var place = unsafe start
    while true {
      // Eight at a time: digits become 0 to 9, whose sum with 0x76 has no high bit.
      let digits = unsafe logstat_load8(place) ^ 0x3030_3030_3030_3030
      let others =
        ((digits & 0x7F7F_7F7F_7F7F_7F7F) + 0x7676_7676_7676_7676 | digits) & 0x8080_8080_8080_8080
      if others != 0 {
        unsafe place += others.trailingZeroBitCount >> 3
        break
      }
      unsafe place += 8
    }
    guard unsafe place > start else {
      unsafe context.pointee.brokeInToken = true
      return unsafe fail(place, context)
    }
    return unsafe place
  }
}
