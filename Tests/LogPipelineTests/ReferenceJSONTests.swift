import Foundation
import LogTestSupport
import Testing

struct ReferenceJSONTests {
  /// The document as a whole: one value with blanks around it.
  private func parse(_ bytes: [UInt8]) -> ReferenceJSON? {
    let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]
    guard let start = bytes.firstIndex(where: { !blanks.contains($0) }) else { return nil }
    let reading = ReferenceJSONParser.read(bytes, from: start)
    guard case .complete(let value) = reading.outcome,
      bytes[reading.end...].allSatisfy(blanks.contains)
    else { return nil }
    return value
  }

  private func parse(_ text: String) -> ReferenceJSON? { parse(Array(text.utf8)) }

  @Test func `every document of the suite is taken or refused as its name says`() {
    let folder = "vectors/json-nst/test_parsing"
    for name in SharedFiles.names(in: folder) where !name.hasPrefix("i_") {
      guard let bytes = SharedFiles.bytes("\(folder)/\(name)") else { continue }
      #expect((parse(bytes) != nil) == name.hasPrefix("y_"), "\(name)")
    }
  }

  @Test(arguments: [
    "{\"a\":1,}", "[1,]", "[01]", "[1.]", "[.5]", "[+1]", "[1e]", "[-]", "{\"a\" 1}", "{a:1}",
    "['a']", "[\"\u{01}\"]", "[\"\\x\"]", "[\"\\u12g4\"]", "[tru]", "[nulll]", "[1 2]", "[1", "\"a",
    "{\"a\":1}}", "\u{FEFF}[]", "[NaN]", "[1]x", "", " ",
  ])
  func `what breaks the grammar is refused`(text: String) {
    #expect(parse(text) == nil)
  }

  @Test(arguments: [
    (#""a\u0041\/\"\\\b\f\n\r\t""#, "aA/\"\\\u{8}\u{c}\n\r\t"),
    (#""\ud83d\udd10""#, "\u{1F510}"),
    (#""\ud83d""#, "\u{FFFD}"),
    (#""\udd10\ud83d""#, "\u{FFFD}\u{FFFD}"),
    (#""\ud83d\ud83d\udd10""#, "\u{FFFD}\u{1F510}"),
    (#""\ud83dx\udd10""#, "\u{FFFD}x\u{FFFD}"),
    (#""\u0000""#, "\u{0}"),
  ])
  func `escapes are decoded and lone surrogates replaced`(text: String, decoded: String) {
    #expect(parse(text) == .string(Array(decoded.utf8)))
  }

  @Test func `only replaced characters are noted as repairs`() {
    let repaired = ReferenceJSONParser.read(Array(#"["\ud800",1]"#.utf8), from: 0)
    #expect(repaired.repairs == [2])
    let clean = ReferenceJSONParser.read(Array(#"["\ud83d\udd10\ufffd"]"#.utf8), from: 0)
    #expect(clean.repairs == [])
  }

  @Test(arguments: UInt64(0)..<32)
  func `invalid UTF-8 is replaced as the standard library does it`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let starts: [UInt8] = [0xC0, 0xC3, 0xE0, 0xE2, 0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0x41]
    for _ in 0..<50 {
      let text = (0..<12).map { _ in
        Bool.random(using: &random)
          ? starts[Int.random(in: 0..<starts.count, using: &random)]
          : UInt8.random(in: 0x80...0xBF, using: &random)
      }
      let expected = Array(String(decoding: text, as: UTF8.self).utf8)
      #expect(parse([0x22] + text + [0x22]) == .string(expected))
    }
  }

  @Test func `1024 open containers are read and 1025 are not`() {
    func nested(_ depth: Int) -> [UInt8] {
      Array(repeating: UInt8(ascii: "["), count: depth)
        + Array(repeating: UInt8(ascii: "]"), count: depth)
    }
    #expect(parse(nested(1_024)) != nil)
    #expect(ReferenceJSONParser.read(nested(1_025), from: 0).outcome == .broken)
    #expect(ReferenceJSONParser.read(nested(1_025), from: 0).end == 1_024)
  }

  @Test func `of equal keys the last wins after unescaping`() {
    let object = parse(#"{"a":1,"\u0061":2,"A":3}"#)?.object
    #expect(object?["a"] == .number(Array("2".utf8)))
    #expect(object?.members.count == 3)
  }

  @Test func `the end tells where the next value starts`() {
    let reading = ReferenceJSONParser.read(Array(#"{"a":1}{"b":2}"#.utf8), from: 0)
    #expect(reading.end == 7)
  }

  @Test(arguments: [
    (#"{"a":"#, ReferenceJSONParser.Outcome.unfinished), (#"{"a":1"#, .unfinished),
    (#"{"a":"x"#, .broken), (#"{"a":tru"#, .broken), (#"[1."#, .broken), (#"["#, .unfinished),
  ])
  func `an input that ends between tokens is unfinished and inside one broken`(
    text: String, outcome: ReferenceJSONParser.Outcome
  ) {
    #expect(ReferenceJSONParser.read(Array(text.utf8), from: 0).outcome == outcome)
  }

  // MARK: Against Foundation

  @Test(arguments: UInt64(0)..<64)
  func `a valid document is read as Foundation reads it`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let document = RandomJSON.document(using: &random)
    let value = try #require(parse(document))
    let other = try JSONSerialization.jsonObject(
      with: Data(document), options: [.fragmentsAllowed])
    #expect(agrees(value, other), "\(String(decoding: document, as: UTF8.self))")
  }

  private func agrees(_ value: ReferenceJSON, _ other: Any) -> Bool {
    switch value {
    case .null: return other is NSNull
    case .bool(let bool): return (other as? Bool) == bool
    case .number(let text):
      return (other as? NSNumber)?.doubleValue == Double(String(decoding: text, as: UTF8.self))
    case .string(let bytes): return (other as? String).map { Array($0.utf8) } == bytes
    case .array(let elements):
      guard let others = other as? [Any], others.count == elements.count else { return false }
      return zip(elements, others).allSatisfy(agrees)
    case .object(let object):
      guard let others = other as? [String: Any] else { return false }
      return object.members.allSatisfy { member in
        let key = String(decoding: member.key, as: UTF8.self)
        guard let last = object[key], let same = others[key] else { return false }
        return agrees(last, same)
      }
    }
  }
}
