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
      Diagnostic(.problem(.unopenable(errno: 2)), file: ""),
      "\"\": cannot be opened: no such file"
    ),
    (
      Diagnostic(.tooManyMalformed(4, of: 18, limit: .share(12_500_000))),
      "4 of 18 lines are malformed, which is more than 12.5% (--max-malformed); "
        + "see them all with --rejects FILE"
    ),
    (
      Diagnostic(.tooManyMalformed(1, of: 1, limit: .nothing)),
      "1 of 1 line is malformed, and --strict allows none; see them all with --rejects FILE"
    ),
    (
      Diagnostic(.nothingRecognised(records: 0)),
      "no line holds a record; are these MFA logs, one JSON object a line?"
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
      DiagnosticText.line(for: diagnostic)
        == #"a\u{1b}[2J\u{a}\u{202e}b\\: holds no file to read; hidden files are left out"#)
  }

  @Test func `what is not shown is counted`() {
    #expect(DiagnosticText.more(3_214, of: .oversized) == "and 3,214 more lines over --max-line")
    #expect(DiagnosticText.more(1, of: .oversized) == "and 1 more line over --max-line")
    #expect(
      DiagnosticText.more(2, of: .malformed)
        == "and 2 more malformed lines; see them all with --rejects FILE")
  }

  @Test func `what makes the exit status another than 0 is fatal`() {
    #expect(DiagnosticText.isFatal(.problem(.isDirectory)))
    #expect(DiagnosticText.isFatal(.unbalanced))
    #expect(!DiagnosticText.isFatal(.rejected(.grammar, column: 1)))
    #expect(!DiagnosticText.isFatal(.mostlyUntenanted(1, of: 1)))
  }
}
