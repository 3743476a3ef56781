import LogModel
import Testing
import mfa_logstat

struct DiagnosticTextTests {
  @Test(arguments: [
    (
      Diagnostic(.rejected(.grammar, column: 87), file: "auth.log.gz", line: 1_042),
      "auth.log.gz:1042: not JSON at byte 87"
    ),
    (
      Diagnostic(.problem(.unopenable(errno: 13)), file: "auth.log"),
      "auth.log: cannot be opened: permission denied"
    ),
    (
      Diagnostic(.problem(.isDirectory), file: "logs"),
      "logs: is a directory; use -r to read the files in it"
    ),
    (
      Diagnostic(.sameFile(as: "a.log"), file: "./a.log"),
      "./a.log: is the same file as a.log; counted once"
    ),
    (
      Diagnostic(.cutBytes(1), file: "-"),
      "standard input: 1 byte behind the last line feed not counted, as the input is cut there"
    ),
    (
      Diagnostic(.mostlyUntimed(1_234, of: 2_000)),
      "1,234 of 2,000 records have no time; name its field with --field time=PATH"
    ),
  ])
  func `a diagnostic says where, what, and what to do`(diagnostic: Diagnostic, text: String) {
    #expect(DiagnosticText.line(for: diagnostic) == text)
  }

  @Test func `a hostile file name is spelled`() {
    let diagnostic = Diagnostic(.noFiles, file: "a\u{1b}[2J\n\u{202e}b\\")
    #expect(
      DiagnosticText.line(for: diagnostic) == #"a\u{1b}[2J\u{a}\u{202e}b\\: holds no file to read"#)
  }

  @Test func `what is not shown is counted`() {
    #expect(DiagnosticText.more(3_214, of: .malformed) == "and 3,214 more malformed lines")
    #expect(DiagnosticText.more(1, of: .malformed) == "and 1 more malformed line")
  }

  @Test func `what makes the exit status another than 0 is fatal`() {
    #expect(DiagnosticText.isFatal(.problem(.isDirectory)))
    #expect(DiagnosticText.isFatal(.unbalanced))
    #expect(!DiagnosticText.isFatal(.rejected(.grammar, column: 1)))
    #expect(!DiagnosticText.isFatal(.mostlyUntenanted(1, of: 1)))
  }
}
