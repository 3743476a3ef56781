import Foundation
import LogTestSupport

/// Texts that have broken other tools.
enum NaughtyText {
  /// Payloads against terminals, spreadsheets, Markdown, build logs and readers of JSON and CSV.
  static let own = [
    "", " ", "-", "(other)", "'", "\"", "\"\"", ",", "a,b", "\t", "\n", "\r\n", "a\nb", "\\",
    "\\\\",
    "\\n", "\\u{1b}", "\u{0}", "\u{1B}[2J", "\u{1B}]0;title\u{7}", "\u{9B}31m", "\u{7F}",
    "\u{202E}gnp.exe", "\u{2066}x\u{2069}", "a\u{200B}b", "\u{FEFF}acme", "\u{2028}", "\u{2029}",
    "\u{85}", "\u{E0001}\u{E0061}", "\u{FE0F}", "\u{301}acute", "e\u{301}", "\u{E9}",
    "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(1)", "\u{FF1D}1", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
    "|", "a|b", "\\|", "`", "``", "`a`", "<script>alert(1)</script>", "<!--", "-->", "&lt;",
    "&#x41;",
    "[x](http://example.com)", "![x](http://example.com/x.png)", "http://example.com",
    "www.example.com", "a@example.com", "@everyone", "#1", "GH-1", "org/repo#1", ":smile:",
    "**bold**", "_it_", "~~gone~~", "# head", "- item", "1. item", "> quote", "---", "***",
    "::error::x", "##[error]x", "##vso[task.complete]", "{{ 7 * 7 }}", "{% raw %}", "${x}", "$(x)",
    "%0A", "%n%s", "null", "true", "0", "NaN", "1e400", "010", "\u{1F468}\u{200D}\u{1F469}",
    "\u{1F1E9}\u{1F1EA}", "\u{10FFFF}", "\u{FFFE}", "\u{FFFD}", "</table>", "]]>",
    String(repeating: "\u{301}", count: 200), String(repeating: "東", count: 341),
  ]

  /// The public list of naughty strings; nil where it is not at hand.
  static var published: [String]? {
    let file = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("shared/vectors/blns/blns.json")
    guard let data = try? Data(contentsOf: file) else { return nil }
    return try? JSONDecoder().decode([String].self, from: data)
  }

  static func random(using random: inout SplitMix64) -> String {
    let alphabet: [Unicode.Scalar] = [
      "a", "Z", "0", " ", "\\", "u", "{", "}", "1", "b", "'", "\"", "=", "-", "(", ",", "|", "`",
      "\n", "\t", "\u{1B}", "\u{85}", "\u{9B}", "\u{200B}", "\u{202E}", "\u{2028}", "\u{301}",
      "\u{E9}", "\u{6771}", "\u{FF1D}", "\u{FEFF}", "\u{1F600}", "\u{E0041}", "\u{10FFFF}",
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      text.append(alphabet[Int.random(in: alphabet.indices, using: &random)])
    }
    return String(text)
  }
}
