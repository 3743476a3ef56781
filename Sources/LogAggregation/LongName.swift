/// Shortens names that are too long to be kept, so that different ones stay apart.
enum LongName {
  private static let keptBytes = 200

  /// The first 200 bytes (fewer where that would cut a character), `…#`, the length in bytes, `:` and
  /// the fixed hash of all bytes in 16 hexadecimal digits.
  ///
  /// A name that is not long could spell the same only by holding the hash of a long one.
  static func abbreviated(_ name: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var cut = keptBytes
    // Bytes 10xxxxxx carry on a character of UTF-8; a cut before one would tear it. In text that is
    // no UTF-8 there may be many of them, and then the cut does not matter.
    while cut > keptBytes - 4, unsafe name[cut] & 0xC0 == 0x80 { cut -= 1 }
    var short: [UInt8] = []
    unsafe short.append(contentsOf: name[..<cut])
    short.append(contentsOf: "\u{2026}#\(name.count):".utf8)
    let hash = unsafe ByteHash.fixed.hash(name)
    for shift in stride(from: UInt64(60), through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: hash >> shift & 0xF)
      short.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
    return short
  }
}
