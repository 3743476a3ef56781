import LogInput
import Testing

struct InputSourceTests {
  @Test func `a file is named as its path is written and opened by its bytes`() {
    let source = InputSource(path: [0x61, 0xFF, 0x2E])
    #expect(source.name == "a\u{FFFD}.")
    #expect(source.place == .file(path: "a\u{FFFD}."))
    #expect(source.path == [0x61, 0xFF, 0x2E])
  }

  @Test func `names that differ only in normal form are different files`() {
    let composed = InputSource(name: "\u{E9}", place: .file(path: "\u{E9}"))
    let decomposed = InputSource(name: "e\u{301}", place: .file(path: "e\u{301}"))
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed]).count == 2)
  }

  @Test func `standard input is called by a dash`() {
    #expect(InputSource.standardInput.name == "-")
    #expect(InputSource.standardInput.place == .standardInput)
    #expect(InputSource.standardInput.path == [])
  }
}
