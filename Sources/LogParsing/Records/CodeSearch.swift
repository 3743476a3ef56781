import Glibc
import LogModel

/// Finds one of the 33 codes as a whole token in a text.
enum CodeSearch {
  /// The names of the 33 as bytes, by their index in the catalogue.
  static let names: [[UInt8]] = CodeCatalogue.entries.map { Array($0.code.utf8) }

  private static let longest = names.map(\.count).max() ?? 0

  /// The longest of the 33 that stands in the text as a whole token; of equally long ones the first in
  /// the order of the catalogue.
  ///
  /// A token ends where a byte is no letter, digit, `_` or `-`; so `too_many_pn` is not found in
  /// `too_many_pn_per_tenant`.
  ///
  /// - Complexity: O(n) in the length of the text.
  static func code(in text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let start = text.baseAddress, unsafe memchr(start, 0x5F, text.count) != nil else {
      return nil
    }
    var best: Int?
    var first = 0
    while first < text.count {
      guard unsafe isTokenByte(text[first]) else {
        first += 1
        continue
      }
      var end = first + 1
      while end < text.count, unsafe isTokenByte(text[end]) { end += 1 }
      if end - first <= longest,
        let index = unsafe CodeCatalogue.index(
          ofUTF8: UnsafeBufferPointer(rebasing: text[first..<end])),
        // An alias counts at a code's place, but is no word of the 33.
        names[index].count == end - first
      {
        if let known = best {
          let (length, longest) = (names[index].count, names[known].count)
          if length > longest || (length == longest && index < known) { best = index }
        } else {
          best = index
        }
      }
      first = end + 1
    }
    return best
  }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
