/// Makes random valid JSON documents, with blanks, escapes and long characters in them.
package enum RandomJSON {
  /// A document of a few dozen values at most.
  package static func document(using random: inout SplitMix64) -> [UInt8] {
    Array(value(depth: 0, using: &random).utf8)
  }

  private static func value(depth: Int, using random: inout SplitMix64) -> String {
    switch Int.random(in: 0..<(depth < 4 ? 10 : 6), using: &random) {
    case 0: return "null"
    case 1: return Bool.random(using: &random) ? "true" : "false"
    case 2, 3: return number(using: &random)
    case 4, 5: return string(using: &random)
    case 6, 7:
      let elements = (0..<Int.random(in: 0..<5, using: &random)).map { _ in
        value(depth: depth + 1, using: &random)
      }
      return bracketed("[", elements, "]", using: &random)
    default:
      // Numbered keys: Foundation's order of equal keys is not what is judged here.
      let members = (0..<Int.random(in: 0..<5, using: &random)).map { index in
        let key = string(using: &random).dropLast() + "\(index)\""
        return key + blanks(using: &random) + ":" + blanks(using: &random)
          + value(depth: depth + 1, using: &random)
      }
      return bracketed("{", members, "}", using: &random)
    }
  }

  private static func bracketed(
    _ open: String, _ parts: [String], _ close: String, using random: inout SplitMix64
  ) -> String {
    let padded = parts.map { blanks(using: &random) + $0 + blanks(using: &random) }
    return open + (padded.isEmpty ? blanks(using: &random) : padded.joined(separator: ",")) + close
  }

  private static func blanks(using random: inout SplitMix64) -> String {
    ["", "", "", " ", "\t", "\n", "\r\n"].randomElement(using: &random) ?? ""
  }

  private static func number(using random: inout SplitMix64) -> String {
    let whole = Int.random(in: -2_000...2_000, using: &random)
    let fraction = ["", "", ".5", ".0625", ".125"].randomElement(using: &random) ?? ""
    let exponent = ["", "", "e2", "E-2", "e+10"].randomElement(using: &random) ?? ""
    return "\(whole)\(fraction)\(exponent)"
  }

  /// A string with its quotes.
  package static func string(using random: inout SplitMix64) -> String {
    let pieces = [
      "a", "Z", " ", "code", "é", "e\u{301}", "🔐", "{", "}", "[", "\u{7F}", "\u{2028}", "\\\"",
      "\\\\", "\\/", "\\b", "\\n", "\\u0041", "\\u00e9", "\\u0000", "\\ud83d\\udd10", "ملف",
    ]
    let count = Int.random(in: 0..<8, using: &random)
    return "\"" + (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      + "\""
  }
}
