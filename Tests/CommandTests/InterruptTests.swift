import Foundation
import Glibc
import Testing

struct InterruptTests {
  static let cases: [(signal: Int32, status: Int32)] = [(SIGINT, 130), (SIGTERM, 143)]
  /// Two records, and a line that has not ended.
  static let begun = """
    {"date":"2026-03-14T08:00:00Z","type":"gd_auth_failed","tenant_name":"acme"}
    {"date":"2026-03-14T08:00:01Z","type":"gd_auth_succeed","tenant_name":"acme"}
    {"date":"2026-03-14T08:00:02Z","type":"gd_auth_failed","tenant_name":"acme"}
    """
  /// The promise is a second; a machine that is busy with other tests gets some more.
  static let patience = Duration.seconds(3)

  /// The numbers of the ledger in a JSON report, by their names.
  private func ledger(in report: String) throws -> [String: Int] {
    let root = try JSONSerialization.jsonObject(with: Data(report.utf8)) as? [String: Any]
    return try #require(root?["ledger"] as? [String: Int])
  }

  @Test(.timeLimit(.minutes(15)), arguments: InterruptTests.cases)
  func `a signal ends the wait for a quiet pipe and tells what was counted`(
    signal: Int32, status: Int32
  ) throws {
    try withTool { tool in
      let live = try LiveTool(tool, "mfa-logstat -o json", input: Data(InterruptTests.begun.utf8))
      live.waitUntilInputIsTaken()
      let (output, actual, time) = try live.end(by: signal)
      #expect(actual == status)
      #expect(time < InterruptTests.patience)
      #expect(output.contains(#""complete":false"#))
      #expect(output.contains(#"{"name":"-","lines":2,"bytes":"#))
      #expect(output.contains(#""problem":null"#))
      let ledger = try ledger(in: output)
      #expect(ledger["lines"] == 2 && ledger["parsed"] == 2 && ledger["malformed"] == 0)
      #expect(ledger["records"] == 2 && ledger["error"] == 1 && ledger["normal"] == 1)
      try live.input.fileHandleForWriting.close()
    }
  }

  @Test(.timeLimit(.minutes(15)))
  func `a compressed stream that is interrupted is no damaged one`() throws {
    try withTool { tool in
      try tool.write(InterruptTests.begun, to: "log")
      // A flush and no end: all lines are there, and the member goes on.
      _ = try tool.run("gzip -c log | head -c -8 > begun.gz")
      let begun = try Data(contentsOf: tool.folder.appendingPathComponent("begun.gz"))
      let live = try LiveTool(tool, "mfa-logstat -o json", input: begun)
      live.waitUntilInputIsTaken()
      let (output, status, _) = try live.end(by: SIGINT)
      #expect(status == 130)
      #expect(output.contains(#"{"name":"-","lines":2,"#))
      #expect(output.contains(#""problem":null"#))
      try live.input.fileHandleForWriting.close()
    }
  }

  @Test(
    .timeLimit(.minutes(15)), arguments: ["mfa-logstat -v -o json", "mfa-logstat -v -o json pipe"])
  func `a signal ends the wait for the first byte and for a writer`(command: String) throws {
    try withTool { tool in
      _ = try tool.run("mkfifo pipe")
      let live = try LiveTool(tool, command)
      live.wait(forError: "verbose: true")
      let (output, status, time) = try live.end(by: SIGTERM)
      #expect(status == 143)
      #expect(time < InterruptTests.patience)
      #expect(output.contains(#""complete":false"#))
      #expect(try ledger(in: output)["lines"] == 0)
      try live.input.fileHandleForWriting.close()
    }
  }

  @Test(.timeLimit(.minutes(15)))
  func `a list of files that never ends is given up, too`() throws {
    try withTool { tool in
      try tool.write(InterruptTests.begun, to: "log")
      let live = try LiveTool(
        tool, "mfa-logstat -o json --files-from -", input: Data("log\n".utf8))
      live.waitUntilInputIsTaken()
      let (output, status, time) = try live.end(by: SIGINT)
      #expect(status == 130)
      #expect(time < InterruptTests.patience)
      #expect(output.contains(#""complete":false"#))
      #expect(try ledger(in: output)["lines"] == 0)
      try live.input.fileHandleForWriting.close()
    }
  }

  @Test(.timeLimit(.minutes(15)), arguments: [1, 3])
  func `a large file is left half-way, and the books balance`(jobs: Int) throws {
    try withTool { tool in
      try tool.write(InterruptTests.begun + "\n", to: "block")
      // 100 MB: 236 bytes, 5,000 times, 85 times.
      _ = try tool.run(
        """
        for i in $(seq 5000); do echo block; done | xargs cat > part
        for i in $(seq 85); do echo part; done | xargs cat > log
        """)
      var (output, status) = ("", Int32(0))
      // A fast machine may be done before the signal comes.
      for _ in 0..<5 where status == 0 {
        let live = try LiveTool(tool, "mfa-logstat -q -o json --jobs \(jobs) log")
        live.wait(forBytesRead: 10 << 20)
        let ended = try live.end(by: SIGINT)
        (output, status) = (ended.output, ended.status)
        #expect(ended.time < InterruptTests.patience)
      }
      #expect(status == 130)
      #expect(output.contains(#""complete":false"#))
      let ledger = try ledger(in: output)
      let lines = try #require(ledger["lines"])
      #expect(lines > 1_000 && lines < 85 * 15_000)
      #expect(ledger["parsed"] == lines && ledger["records"] == lines)
      // Of every three records two are errors.
      #expect(ledger["error"] == lines - lines / 3 - (lines % 3 == 2 ? 1 : 0))
    }
  }

  @Test(.timeLimit(.minutes(15)), arguments: [1, 2, 4])
  func `a compressed pipe that never ends is left half-way, and the books balance`(
    jobs: Int
  ) throws {
    try withTool { tool in
      try tool.write(InterruptTests.begun + "\n", to: "block")
      _ = try tool.run(
        "mkfifo pipe && for i in $(seq 1000); do echo block; done | xargs cat | gzip > part")
      let part = try Data(contentsOf: tool.folder.appendingPathComponent("part"))
      let pipe = tool.folder.appendingPathComponent("pipe").path
      // The tool closes its end early, which must not end the tests.
      _ = signal(SIGPIPE, SIG_IGN)
      Thread.detachNewThread {
        guard let writer = FileHandle(forWritingAtPath: pipe) else { return }
        while (try? writer.write(contentsOf: part)) != nil {}
      }
      let live = try LiveTool(tool, "mfa-logstat -q -o json --jobs \(jobs) pipe")
      // Of what is packed 1 to 160: a slow build has some megabytes to parse, and no more.
      live.wait(forBytesRead: 40_000)
      let (output, status, time) = try live.end(by: SIGINT)
      #expect(status == 130)
      #expect(time < InterruptTests.patience)
      #expect(output.contains(#""complete":false"#))
      let ledger = try ledger(in: output)
      let lines = try #require(ledger["lines"])
      #expect(lines > 1_000)
      #expect(ledger["parsed"] == lines && ledger["records"] == lines)
      #expect(ledger["error"] == lines - lines / 3 - (lines % 3 == 2 ? 1 : 0))
      try live.input.fileHandleForWriting.close()
    }
  }

  @Test(.timeLimit(.minutes(15)))
  func `a signal that the parent ignores stays ignored`() throws {
    try withTool { tool in
      let live = try LiveTool(tool, "sh -c 'trap \"\" INT; exec mfa-logstat -v -o json'")
      live.wait(forError: "verbose: true")
      kill(live.process.processIdentifier, SIGINT)
      try live.input.fileHandleForWriting.close()
      let (output, status, _) = try live.end(by: nil)
      #expect(status == 0)
      #expect(output.contains(#""complete":true"#))
    }
  }
}
