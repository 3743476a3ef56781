import Testing

struct DiagnosticPrinterTests {
  /// Eight lines that are no JSON, two of them hostile.
  static let bad = "no\n\u{1b}[31mred\nno\nno\nno\nno\nno\n<secret 123456>\n"

  @Test func `five of a kind are shown, the rest is counted, and nothing of the log is`() throws {
    try withTool { tool in
      try tool.write(DiagnosticPrinterTests.bad, to: "bad.log")
      let errors = try tool.run("mfa-logstat -o csv bad.log").errors
      let lines = errors.split(separator: "\n")
      #expect(lines.count >= 6)
      #expect(
        lines.prefix(5).map { $0.prefix(24) } == (1...5).map { "mfa-logstat: bad.log:\($0): " })
      #expect(
        lines.dropFirst(5).first
          == "mfa-logstat: and 3 more malformed lines; see them all with --rejects FILE")
      #expect(!errors.contains("secret") && !errors.contains("\u{1b}"))
    }
  }

  @Test func `quiet keeps what is fatal`() throws {
    try withTool { tool in
      try tool.write(DiagnosticPrinterTests.bad, to: "bad.log")
      let errors = try tool.run("mfa-logstat -q -o csv bad.log missing.log").errors
      #expect(!errors.contains("bad.log:1") && !errors.contains("more malformed lines"))
      #expect(errors.contains("mfa-logstat: missing.log: cannot be opened: no such file\n"))
    }
  }

  @Test func `a hostile file name is spelled`() throws {
    try withTool { tool in
      let outcome = try tool.run("mfa-logstat -o csv \"$(printf 'a\\033[31m\\nb.log')\"")
      #expect(
        outcome.errors == "mfa-logstat: a\\u{1b}[31m\\u{a}b.log: cannot be opened: no such file\n")
      #expect(outcome.status == 66)
    }
  }

  @Test func `statistics tell size, time, speed and memory`() throws {
    try withTool { tool in
      let errors = try tool.run("mfa-logstat --stats -o csv /dev/null").errors
      let form = #/mfa-logstat: 0 B in 0\.\d{3} s, 0 B/s, peak memory [0-9.]+ MB\n/#
      #expect(errors.wholeMatch(of: form) != nil)
    }
  }
}
