import CByteScan

/// Passes over JSON strings, checking every byte of them.
///
/// Plain bytes are skipped sixteen at a time; at an escape, a control byte or a multi-byte character
/// the exact rules are applied to that place only. Measured: the checks cost nothing that shows.
enum StringScan {
  /// The byte behind the closing quote; nil when the grammar breaks.
  ///
  /// `start` is the byte behind the opening quote; `isPlain` is set to false when the string must be
  /// decoded before use.
  @inline(__always)
  static func end(_ start: Bytes, _ context: Context, isPlain: inout Bool) -> Bytes? {
    let stop = unsafe logstat_skip_plain(start)
    if unsafe stop[0] == UInt8(ascii: "\"") { return unsafe stop + 1 }
    return unsafe codedEnd(stop, context, isPlain: &isPlain)
  }

  /// The same from the first byte on that is not plain.
  @inline(never)
  static func codedEnd(_ stop: Bytes, _ context: Context, isPlain: inout Bool) -> Bytes? {
    var place = unsafe stop
    while true {
      let byte = unsafe place[0]
      switch byte {
      case UInt8(ascii: "\""):
        return unsafe place + 1
      case UInt8(ascii: "\\"):
        isPlain = false
        if unsafe place[1] == UInt8(ascii: "\"") {
          unsafe place = unsafe logstat_skip_quoted(place)
          continue
        }
        guard let next = unsafe escapeEnd(place, context) else {
          unsafe context.pointee.brokeInToken = true
          return nil
        }
        unsafe place = unsafe next
      case 0x80...:
        let count = unsafe UTF8Scan.characterLength(place)
        if count == 0 {
          isPlain = false
          unsafe context.pointee.isRepaired = true
          unsafe place += 1
        } else {
          unsafe place += count
        }
      case ..<0x20:
        unsafe context.pointee.brokeInToken = true
        return unsafe Walker.fail(place, context)
      default:
        unsafe place = unsafe logstat_skip_plain(place)
      }
    }
  }

  /// The byte behind an escape sequence; a surrogate is taken with its partner.
  private static func escapeEnd(_ backslash: Bytes, _ context: Context) -> Bytes? {
    switch unsafe backslash[1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return unsafe backslash + 2
    case UInt8(ascii: "u"):
      var unit: UInt32 = 0
      for index in 2..<6 {
        guard let digit = unsafe hexDigit(backslash[index]) else {
          return unsafe Walker.fail(backslash + index, context)
        }
        unit = unit << 4 | digit
      }
      guard unit & 0xF800 == 0xD800 else { return unsafe backslash + 6 }
      if unit < 0xDC00, let low = unsafe codeUnit(backslash + 6), low & 0xFC00 == 0xDC00 {
        return unsafe backslash + 12
      }
      unsafe context.pointee.isRepaired = true
      return unsafe backslash + 6
    default:
      return unsafe Walker.fail(backslash + 1, context)
    }
  }

  /// The number of a `\uXXXX` that stands here; nil when none does.
  static func codeUnit(_ place: Bytes) -> UInt32? {
    guard unsafe place[0] == UInt8(ascii: "\\"), unsafe place[1] == UInt8(ascii: "u") else {
      return nil
    }
    var unit: UInt32 = 0
    for index in 2..<6 {
      guard let digit = unsafe hexDigit(place[index]) else { return nil }
      unit = unit << 4 | digit
    }
    return unit
  }

  @inline(__always)
  static func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
