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
    while unsafe place[0] &- UInt8(ascii: "0") < 10 { unsafe place += 1 }
    guard unsafe place > start else {
      unsafe context.pointee.brokeInToken = true
      return unsafe fail(place, context)
    }
    return unsafe place
  }
}
