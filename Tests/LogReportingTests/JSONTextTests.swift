import LogReporting
import Testing

struct JSONTextTests {
  @Test(arguments: [
    ("acme", #""acme""#),
    ("a\"b\\c/d", #""a\"b\\c/d""#),
    ("\n\r\t\u{8}\u{0}\u{1B}", #""\n\r\t\u0008\u0000\u001b""#),
    ("\u{7F}\u{85}\u{9F}", #""\u007f\u0085\u009f""#),
    ("\u{202E}\u{200B}\u{2028}\u{FEFF}", #""\u202e\u200b\u2028\ufeff""#),
    ("\u{E0041}", #""\udb40\udc41""#),
    ("東京 😀 e\u{301}", "\"東京 😀 e\u{301}\""),
    ("", "\"\""),
  ])
  func `a string is lossless and nothing hidden stays raw`(text: String, json: String) {
    var bytes: [UInt8] = []
    JSONText.append(text, to: &bytes)
    #expect(bytes == Array(json.utf8))
  }
}
