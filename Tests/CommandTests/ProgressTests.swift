import Foundation
import Testing
import mfa_logstat

struct ProgressTests {
  @Test(arguments: [
    (0, 4_000_000_000, 2.0, "0 B of 4.0 GB  0 %  0 B/s"),
    (1_000_000_000, 4_000_000_000, 2.0, "1.0 GB of 4.0 GB  25 %  500 MB/s  6 s left"),
    (4_000_000_001, 4_000_000_000, 8.0, "4.0 GB of 4.0 GB  100 %  500 MB/s  0 s left"),
    (1_500, 0, 3.0, "1.5 kB  500 B/s"),
  ])
  func `the line tells done, total, part, speed and time left`(
    done: Int, total: Int, seconds: Double, text: String
  ) {
    #expect(ProgressText.line(done: done, total: total, seconds: seconds) == text)
  }

  /// Starts a command with standard error on a terminal and its report nowhere.
  private func start(_ command: String, _ tool: Tool, on screen: Screen, input: Any) throws
    -> Process
  {
    var tool = tool
    tool.environment = ["TERM": "xterm"]
    let process = tool.process("exec \(command) >/dev/null")
    process.standardInput = input
    process.standardError = screen.own
    try process.run()
    return process
  }

  @Test(.timeLimit(.minutes(15)))
  func `a slow pipe shows how much came, and the line is gone when the run is done`() throws {
    try withTool { tool in
      let screen = try Screen()
      let input = Pipe()
      let process = try start("mfa-logstat -o csv", tool, on: screen, input: input)
      try input.fileHandleForWriting.write(contentsOf: Data("{\"tenant\":\"a\"}\n".utf8))
      let progress = screen.read(until: "\u{1b}[K")
      #expect(progress.wholeMatch(of: /\r15 B  \d+ B\/s\x1b\[K/) != nil, "\(progress)")
      try input.fileHandleForWriting.close()
      process.waitUntilExit()
      try screen.own.write(contentsOf: Data("END".utf8))
      let rest = screen.read(until: "END")
      #expect(rest.contains("\r\u{1b}[Kmfa-logstat: ") && rest.hasSuffix("\r\nEND"))
    }
  }

  @Test(.timeLimit(.minutes(15)))
  func `files show done and total, speed and time left, and go when interrupted`() throws {
    try withTool { tool in
      // A few megabytes that hold many gigabytes: nobody is done with them in a second.
      _ = try tool.run(
        """
        yes '{"tenant":"acme","errorCode":"invalid_otp","time":"2026-03-14T08:00:00Z"}' \
          | head -n 270000 | gzip > part.gz
        for i in $(seq 500); do echo part.gz; done | xargs cat > big.gz; echo > small
        """)
      let screen = try Screen()
      let process = try start(
        "mfa-logstat -o csv small big.gz", tool, on: screen, input: FileHandle.nullDevice)
      let progress = screen.read(until: "left\u{1b}[K")
      let form = /\r\d[0-9.]* [kM]?B of \d[0-9.]* MB  \d+ %  \d[0-9.]* [kM]?B\/s  \d.* left\x1b\[K/
      #expect(progress.wholeMatch(of: form) != nil, "\(progress)")
      kill(process.processIdentifier, SIGINT)
      process.waitUntilExit()
      #expect(process.terminationStatus == 130)
      try screen.own.write(contentsOf: Data("END".utf8))
      // The line may have been drawn once more before it went.
      let rest = screen.read(until: "END")
      let farewell = "mfa-logstat: stopped before the end; what is told is partial\r\nEND"
      #expect(rest.hasSuffix("\r\u{1b}[K" + farewell), "\(rest)")
    }
  }

  @Test(
    .timeLimit(.minutes(15)), arguments: ["TERM=dumb mfa-logstat", "TERM=xterm mfa-logstat -q"])
  func `a terminal that cannot redraw and a quiet run show none`(command: String) throws {
    try withTool { tool in
      let screen = try Screen()
      let input = Pipe()
      let process = tool.process("\(command) --tenant a -o csv >/dev/null")
      process.standardInput = input
      process.standardError = screen.own
      try process.run()
      // Progress would come after a second; so long the pipe is fed.
      let start = ContinuousClock.now
      while start.duration(to: .now) < .seconds(1.3) {
        try input.fileHandleForWriting.write(
          contentsOf: Data(#"{"errorCode":"E1","time":"2026-03-14T08:00:00Z"}"#.utf8 + [10]))
      }
      try input.fileHandleForWriting.close()
      process.waitUntilExit()
      try screen.own.write(contentsOf: Data("END".utf8))
      #expect(screen.read(until: "END") == "END")
    }
  }
}
