import Foundation
import LogTestSupport
import Testing

/// Hostile names from a log and from its file's name, through every format of the built tool.
@Suite(.enabled(if: BuiltTool.path != nil, "mfa-logstat is not built"))
struct NaughtyRunTests {
  private static let own = [
    "-", "(other)", "'", "\"", "a,b", "\t", "a\nb", "a\r\nb", "\\", "\\u{1b}", "\u{0}", "\u{1B}[2J",
    "\u{1B}]0;x\u{7}", "\u{9B}31m", "\u{7F}", "\u{202E}gnp.exe", "\u{2066}x\u{2069}", "a\u{200B}b",
    "\u{FEFF}x", "\u{2028}", "\u{85}", "\u{E0001}\u{E0061}", "e\u{301}", "\u{E9}", "\u{301}", "|",
    "=cmd|' /C calc'!A0", "\u{FF1D}1", "`", "<script>alert(1)</script>", "[x](http://example.com)",
    "::error::x", "{{ 7 * 7 }}", "null", "010", "\u{1F468}\u{200D}\u{1F469}", "\u{10FFFF}",
    "\u{FFFE}", " x ", String(repeating: "東", count: 60),
  ]

  /// Each once; an empty name names nothing.
  private static let names: [String] = {
    var names = own
    if let bytes = SharedFiles.bytes("vectors/blns/blns.json") {
      names += (try? JSONDecoder().decode([String].self, from: Data(bytes))) ?? []
    }
    var seen: Set<[UInt8]> = [[]]
    return names.filter { seen.insert(Array($0.utf8)).inserted }
  }()

  /// A line in which the name is all that a name can be.
  private static func line(_ name: String) throws -> String {
    let text = String(decoding: try JSONEncoder().encode(name), as: UTF8.self)
    return #"{"timestamp":"2026-03-14T08:00:00Z","tenant":\#(text),"errorCode":\#(text),"#
      + #""user_id":\#(text),"type":\#(text),"method":\#(text)}"# + "\nx\n"
  }

  /// Writes a file for every name, named so where the system can; gives their paths.
  private func writeFiles(_ folder: TemporaryFolder) throws -> [String] {
    let directory = folder.path + "/logs"
    try FileManager.default.createDirectory(
      atPath: directory, withIntermediateDirectories: true)
    return try NaughtyRunTests.names.enumerated().map { index, name in
      let bytes = Array(name.utf8)
      let canBeName =
        !bytes.contains(0) && !bytes.contains(0x2F) && bytes.count < 256
        && name != "." && name != ".."
      return try folder.write(
        try NaughtyRunTests.line(name).utf8, to: "logs/" + (canBeName ? name : "\(index)"))
    }
  }

  /// Format characters that are seen, for numbers stand in them (Prepended_Concatenation_Mark).
  private static let visible: Set<UInt32> = [
    0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD,
  ]

  private func expectNothingHidden(_ text: String, _ place: String) {
    let hidden = text.unicodeScalars.filter { scalar in
      let properties = scalar.properties
      let category = properties.generalCategory
      return category == .control || category == .lineSeparator || category == .paragraphSeparator
        || category == .format && !NaughtyRunTests.visible.contains(scalar.value)
        || properties.isDefaultIgnorableCodePoint
    }
    let allowed: Set<Unicode.Scalar> = place == "tsv" ? ["\n", "\t"] : ["\n"]
    #expect(Set(hidden).subtracting(allowed) == [], "\(place)")
  }

  @Test func `every format shows nothing hidden, and JSON gives every name back`() throws {
    let tool = try BuiltTool()
    let paths = try writeFiles(tool.folder)
    let formats = ["table", "csv", "tsv", "json", "ndjson", "md"]
    let outputs = formats.flatMap { ["-o", "\($0):\(tool.folder.path)/\($0).out"] }
    let outcome = try tool.run(
      outputs + ["--width", "80", "--examples", "-v"] + paths)
    // A bad line in each file: more than may be malformed.
    #expect(outcome.status == 65)
    expectNothingHidden(outcome.errors, "standard error")
    var texts: [String: [UInt8]] = [:]
    for format in formats {
      let file = URL(fileURLWithPath: "\(tool.folder.path)/\(format).out")
      texts[format] = [UInt8](try Data(contentsOf: file))
      let text = try #require(String(validating: texts[format] ?? [], as: UTF8.self))
      expectNothingHidden(text, format)
    }
    let expected = NaughtyRunTests.names.map { Array($0.utf8) }.sorted {
      $0.lexicographicallyPrecedes($1)
    }
    let report = try ToldJSON.report(texts["json"] ?? [])
    #expect(report.rows.map { Array(($0.tenant ?? "").utf8) } == expected)
    #expect(report.rows.map { Array(($0.code ?? "").utf8) } == expected)
    #expect(report.rows.allSatisfy { $0.count == 1 && $0.users == 1 })
    #expect(report.sources.map { Array($0.name.utf8) } == paths.map { Array($0.utf8) })
    let rows = try (texts["ndjson"] ?? []).split(separator: 0x0A).map {
      try JSONDecoder().decode(ToldJSON.Row.self, from: Data($0))
    }
    #expect(rows == report.rows)
  }

  @Test func `colour brings no sequence but our own`() throws {
    let tool = try BuiltTool()
    let paths = try writeFiles(tool.folder)
    let outcome = try tool.run(
      ["--color", "always", "--width", "80", "--examples"] + paths)
    #expect(outcome.status == 65)
    let text = String(decoding: outcome.output, as: UTF8.self)
    #expect(text.contains("\u{1B}["))
    expectNothingHidden(text.replacing(/\u{1B}\[(0|1|2|1;31|33|31|32|35)m/, with: ""), "colour")
  }
}
