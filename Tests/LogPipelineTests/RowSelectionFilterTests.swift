import LogModel
import LogPipeline
import Testing

struct RowSelectionFilterTests {
  @Test(arguments: [
    ("acme", "acme", true), ("acme", "Acme", false), ("acme", "acme-dev", false),
    ("acme*", "acme-dev", true), ("acme*", "acme", true), ("*dev", "acme-dev", true),
    ("*dev", "acme-dev-2", false), ("a*e*v", "acme-dev", true), ("a*x*v", "acme-dev", false),
    ("*", "", true), ("", "", true), ("", "a", false), ("**a", "ba", true), ("*ab", "aab", true),
    ("*a*b", "aabbab", true), ("caf\u{e9}", "cafe\u{301}", false), ("?", "a", false),
    ("a*", "*a", false),
  ])
  func `a star stands for any bytes and everything else for itself`(
    pattern: String, text: String, isMatch: Bool
  ) {
    let filter = RowFilter(key: .tenant, patterns: [pattern])
    #expect(filter.accepts(Array(text.utf8)[...]) == isMatch)
  }

  @Test
  func `one of the patterns is enough`() {
    let filter = RowFilter(key: .code, patterns: ["a*", "b"])
    #expect(filter.accepts(Array("b".utf8)[...]))
    #expect(filter.accepts(Array("ax".utf8)[...]))
    #expect(!filter.accepts(Array("c".utf8)[...]))
    #expect(!RowFilter(key: .code, patterns: []).accepts([]))
  }

  @Test
  func `many stars against a long text end soon`() {
    let pattern = String(repeating: "a*", count: 40) + "b"
    let text = Array(repeating: UInt8(ascii: "a"), count: 20_000)
    #expect(!RowFilter(key: .tenant, patterns: [pattern]).accepts(text[...]))
  }

  @Test
  func `what is counted apart is what rows show and filters ask`() {
    let selection = RowSelection(
      by: [.window, .code], filters: [RowFilter(key: .method, patterns: ["otp"])])
    #expect(selection.countedKeys == [.window, .code, .method])
  }
}
