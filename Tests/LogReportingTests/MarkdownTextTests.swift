import LogReporting
import Testing

struct MarkdownTextTests {
  @Test(arguments: [
    ("acme_corp", "`acme_corp`"),
    ("a|b", "`a\\u{7c}b`"),
    ("`x`", "`\\u{60}x\\u{60}`"),
    ("<b>&amp;", "`\\u{3c}b\\u{3e}\\u{26}amp;`"),
    ("@all #1", "`'\\u{40}all \\u{23}1`"),
    ("{{x}} {% y %}", "`\\u{7b}{x}} \\u{7b}% y %}`"),
    ("a\nb\\", "`a\\u{a}b\\\\`"),
    ("", "` `"),
  ])
  func `a name is a code span with nothing in it that ends it`(name: String, code: String) {
    #expect(MarkdownText.code(name, isASCII: false) == code)
  }

  @Test func `prose of ours is no markup`() {
    #expect(MarkdownText.prose("~5 <a_b>") == "\\~5 \\<a\\_b\\>")
  }
}
