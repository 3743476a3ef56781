import LogFuzzing
import LogModel
import LogTestSupport
import Testing

/// Documents of the public JSON test suite, each as the value of an unused key of a record.
struct JSONSuiteTests {
  /// What becomes of the line.
  enum Fate: Equatable {
    case counted
    /// Counted, and told to have something replaced by U+FFFD.
    case repaired
    case malformed
    /// No fate of a line of one record: a bug.
    case odd
  }

  /// A line of one record with a document in it, before its end or in its middle.
  private static func lines(around document: [UInt8]) -> [[UInt8]] {
    let start =
      #"{"timestamp":"2026-03-14T08:00:00Z","tenant":"t","errorCode":"invalid_otp","unused":"#
    return [Array("}\n".utf8), Array(#","also":[0]}"#.utf8)].map {
      Array(start.utf8) + document + $0
    }
  }

  private static func fate(_ result: ReferenceResult) -> Fate {
    let record = ReferenceRecord(
      recordClass: .error, time: EventTime(seconds: 1_773_475_200), tenant: Array("t".utf8),
      kind: .guardian, code: Array("invalid_otp".utf8), line: 1)
    var found = result.records
    for index in found.indices { found[index].method = nil }
    switch (result.lines, result.parsed, result.malformed, result.repaired, found) {
    case (1, 1, 0, 0, [record]): return .counted
    case (1, 1, 0, 1, [record]): return .repaired
    case (1, 0, 1, 0, []): return .malformed
    default: return .odd
    }
  }

  /// Expects the parser, at once and byte by byte, and the reference to agree on a document.
  private func expect(_ document: [UInt8], toBe fate: Fate, _ name: String) {
    for line in JSONSuiteTests.lines(around: document) {
      #expect(JSONSuiteTests.fate(ParsedLog.read(line)) == fate, "\(name)")
      #expect(JSONSuiteTests.fate(ParsedLog.read(line, pieces: { 1 })) == fate, "\(name), bytewise")
      #expect(JSONSuiteTests.fate(ReferenceReader.read(line)) == fate, "\(name), reference")
    }
  }

  /// The documents of the suite that fit on one line and whose names begin so.
  private static func documents(_ prefix: String) -> [(name: String, bytes: [UInt8])] {
    let folder = "vectors/json-nst/test_parsing"
    return SharedFiles.names(in: folder).filter { $0.hasPrefix(prefix) }.compactMap { name in
      guard var bytes = SharedFiles.bytes("\(folder)/\(name)") else { return nil }
      if bytes.last == 0x0A, prefix == "y_" { bytes.removeLast() }
      return bytes.contains(0x0A) ? nil : (String(name.dropLast(5)), bytes)
    }
  }

  @Test func `what every reader must accept leaves its record counted`() {
    for (name, bytes) in JSONSuiteTests.documents("y_") {
      expect(bytes, toBe: .counted, name)
    }
  }

  @Test func `what every reader must refuse makes its line malformed`() {
    for (name, bytes) in JSONSuiteTests.documents("n_") {
      expect(bytes, toBe: .malformed, name)
    }
  }

  /// Where the suite leaves it open: numbers of any size are read, what is wrong in a string is
  /// replaced, what is wrong outside of strings breaks the grammar.
  static let open: [String: Fate] = [
    "i_number_double_huge_neg_exp": .counted,
    "i_number_huge_exp": .counted,
    "i_number_neg_int_huge_exp": .counted,
    "i_number_pos_double_huge_exp": .counted,
    "i_number_real_neg_overflow": .counted,
    "i_number_real_pos_overflow": .counted,
    "i_number_real_underflow": .counted,
    "i_number_too_big_neg_int": .counted,
    "i_number_too_big_pos_int": .counted,
    "i_number_very_big_negative_int": .counted,
    "i_object_key_lone_2nd_surrogate": .repaired,
    "i_string_1st_surrogate_but_2nd_missing": .repaired,
    "i_string_1st_valid_surrogate_2nd_invalid": .repaired,
    "i_string_UTF-16LE_with_BOM": .malformed,
    "i_string_UTF-8_invalid_sequence": .repaired,
    "i_string_UTF8_surrogate_U+D800": .repaired,
    "i_string_incomplete_surrogate_and_escape_valid": .repaired,
    "i_string_incomplete_surrogate_pair": .repaired,
    "i_string_incomplete_surrogates_escape_valid": .repaired,
    "i_string_invalid_lonely_surrogate": .repaired,
    "i_string_invalid_surrogate": .repaired,
    "i_string_invalid_utf-8": .repaired,
    "i_string_inverted_surrogates_U+1D11E": .repaired,
    "i_string_iso_latin_1": .repaired,
    "i_string_lone_second_surrogate": .repaired,
    "i_string_lone_utf8_continuation_byte": .repaired,
    "i_string_not_in_unicode_range": .repaired,
    "i_string_overlong_sequence_2_bytes": .repaired,
    "i_string_overlong_sequence_6_bytes": .repaired,
    "i_string_overlong_sequence_6_bytes_null": .repaired,
    "i_string_truncated-utf-8": .repaired,
    "i_string_utf16BE_no_BOM": .malformed,
    "i_string_utf16LE_no_BOM": .malformed,
    "i_structure_500_nested_arrays": .counted,
    "i_structure_UTF-8_BOM_empty_object": .malformed,
  ]

  @Test func `what readers may do as they like is done as the table says`() {
    for (name, bytes) in JSONSuiteTests.documents("i_") {
      guard let fate = JSONSuiteTests.open[name] else {
        Issue.record("\(name) is not in the table")
        continue
      }
      expect(bytes, toBe: fate, name)
    }
  }

  @Test(arguments: [
    ("[]", Fate.counted), (" {\"a\" : [ ] , \"\":{}} ", .counted), ("-0.5E+10", .counted),
    ("\"\\u0041\\uD834\\uDD1E\\/\"", .counted), ("\"\u{7F}\u{10FFFF}\"", .counted),
    ("1e9999", .counted),
    ("\"\\uD834\"", .repaired), ("\"\\uDD1E\\uD834\"", .repaired), ("{\"\\uD800\":0}", .repaired),
    ("[1,]", .malformed), ("{\"a\":1,}", .malformed), ("{a:1}", .malformed), ("'a'", .malformed),
    ("01", .malformed), ("1.", .malformed), (".5", .malformed), ("+1", .malformed),
    ("1e", .malformed),
    ("NaN", .malformed), ("nul", .malformed), ("True", .malformed), ("", .malformed),
    ("\"\t\"", .malformed), ("\"\\x\"", .malformed), ("\"\\u12\"", .malformed), ("\"", .malformed),
    ("[", .malformed), ("]", .malformed), ("{}}", .malformed), ("[1]]", .malformed),
    ("{\"a\"}", .malformed), ("{\"a\":}", .malformed), ("{1:1}", .malformed), ("1 2", .malformed),
    ("\u{A0}1", .malformed), ("\u{C}1", .malformed), ("1//", .malformed),
    ("\u{FEFF}{}", .malformed),
  ])
  func `the grammar is checked in values that nobody needs`(document: String, fate: Fate) {
    expect(Array(document.utf8), toBe: fate, document)
  }

  @Test(
    arguments: [
      [0xFF], [0x80], [0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xC0, 0xAF],
      [0xF4, 0x90, 0x80, 0x80],
      [0xF0, 0x9F, 0x94],
    ] as [[UInt8]])
  func `bytes that are no UTF-8 are replaced in strings and break the grammar elsewhere`(
    bytes: [UInt8]
  ) {
    let quote = UInt8(ascii: "\"")
    expect([quote, 0x61] + bytes + [0x62, quote], toBe: .repaired, "\(bytes) in a string")
    expect([quote, 0x61, quote] + bytes, toBe: .malformed, "\(bytes) behind a string")
    expect(Array("[1".utf8) + bytes + Array("]".utf8), toBe: .malformed, "\(bytes) in an array")
  }
}
