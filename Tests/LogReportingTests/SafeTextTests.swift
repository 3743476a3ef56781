import LogModel
import LogReporting
import LogTestSupport
import Testing

struct SafeTextTests {
  @Test(arguments: [
    ("acme", "acme"),
    ("a\\b", "a\\\\b"),
    ("\u{1B}[31m", "\\u{1b}[31m"),
    ("a\r\n\tb\0", "a\\u{d}\\u{a}\\u{9}b\\u{0}"),
    ("\u{7F}\u{85}\u{9B}", "\\u{7f}\\u{85}\\u{9b}"),
    ("abc\u{202E}fed\u{2066}", "abc\\u{202e}fed\\u{2066}"),
    ("a\u{200B}b\u{200D}c\u{FEFF}", "a\\u{200b}b\\u{200d}c\\u{feff}"),
    ("\u{2028}\u{2029}", "\\u{2028}\\u{2029}"),
    ("x\u{E0041}\u{E007F}", "x\\u{e0041}\\u{e007f}"),
    ("\u{AD}\u{34F}\u{61C}\u{3164}", "\\u{ad}\\u{34f}\\u{61c}\\u{3164}"),
    ("東京 naïve e\u{301}", "東京 naïve e\u{301}"),
    ("\\u{1b}", "\\\\u{1b}"),
  ])
  func `what cannot be seen is spelled out and a backslash doubled`(text: String, safe: String) {
    #expect(Array(SafeText.escaped(text).utf8) == Array(safe.utf8))
  }

  @Test func `only ASCII is left where only ASCII is wanted`() {
    #expect(SafeText.escaped("Zürich 東\\", isASCII: true) == "Z\\u{fc}rich \\u{6771}\\\\")
  }

  @Test(arguments: [
    (Name.unknown, "-"),
    (.other, "(other)"),
    (.named("-"), "'-"),
    (.named("(other)"), "'(other)"),
    (.named("'-"), "''-"),
    (.named("=1+1"), "'=1+1"),
    (.named("+49"), "'+49"),
    (.named("@SUM(A1)"), "'@SUM(A1)"),
    (.named("\u{FF1D}1"), "'\u{FF1D}1"),
    (.named("\u{FF0B}1"), "'\u{FF0B}1"),
    (.named("\u{FF0D}1"), "'\u{FF0D}1"),
    (.named("\u{FF20}x"), "'\u{FF20}x"),
    (.named("\t=1"), "\\u{9}=1"),
    (.named("a=1"), "a=1"),
    (.named("=\u{301}"), "'=\u{301}"),
    (.named(""), ""),
  ])
  func `a cell starts no formula and is not taken for a label of ours`(name: Name, cell: String) {
    var bytes: [UInt8] = []
    SafeText.appendCell(name, to: &bytes)
    #expect(bytes == Array(cell.utf8))
  }

  /// The oracle is the property table of the standard library, by name and not by number.
  @Test func `every invisible scalar of Unicode is spelled out and no visible one`() {
    var wrong: [String] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), scalar != "\\" else { continue }
      let properties = scalar.properties
      let isHidden =
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: properties.isDefaultIgnorableCodePoint || (0xFFF9...0xFFFB).contains(value)
        }
      let isSpelled = SafeText.escaped(String(Character(scalar))).utf8.first == UInt8(ascii: "\\")
      if isSpelled != isHidden { wrong.append(String(value, radix: 16)) }
    }
    #expect(wrong == [])
  }

  @Test(arguments: UInt64(0)..<64)
  func `every text can be read back`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<50 {
      let text = NaughtyText.random(using: &random)
      #expect(Array(SpelledText.unescaped(SafeText.escaped(text)).utf8) == Array(text.utf8))
      let ascii = SafeText.escaped(text, isASCII: true)
      #expect(Array(SpelledText.unescaped(ascii).utf8) == Array(text.utf8))
      #expect(ascii.utf8.allSatisfy { (0x20...0x7E).contains($0) })
      var cell: [UInt8] = []
      SafeText.appendCell(text, to: &cell)
      #expect(
        Array(SpelledText.name(ofCell: String(decoding: cell, as: UTF8.self)).utf8)
          == Array(text.utf8))
    }
  }
}
