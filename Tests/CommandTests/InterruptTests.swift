import Foundation
import Testing

struct InterruptTests {
  static let cases: [(signal: Int32, status: Int32)] = [(SIGINT, 130), (SIGTERM, 143)]

  /// A process that reads a pipe which stays open, and has told that it is about to.
  private struct Reader {
    let process: Process
    let input = Pipe()
    let output = Pipe()
    let errors = Pipe()

    init(_ tool: Tool, _ command: String) throws {
      process = tool.process("exec \(command)")
      process.standardInput = input
      process.standardOutput = output
      process.standardError = errors
      try process.run()
      try output.fileHandleForWriting.close()
      try errors.fileHandleForWriting.close()
      var told = ""
      while !told.contains("verbose: true") {
        let data = errors.fileHandleForReading.availableData
        guard !data.isEmpty else { break }
        told += String(decoding: data, as: UTF8.self)
      }
    }

    /// The whole standard output, and the exit status.
    func end() throws -> (output: String, status: Int32) {
      let data = try output.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      return (String(decoding: data, as: UTF8.self), process.terminationStatus)
    }
  }

  @Test(.timeLimit(.minutes(1)), arguments: InterruptTests.cases)
  func `the first signal ends the run with what was counted so far`(
    signal: Int32, status: Int32
  ) throws {
    try withTool { tool in
      let reader = try Reader(tool, "mfa-logstat -v -o json")
      reader.input.fileHandleForWriting.write(Data("{}\n".utf8))
      kill(reader.process.processIdentifier, signal)
      let (output, actual) = try reader.end()
      #expect(actual == status)
      #expect(output.hasPrefix(#"{"schema":1,"#))
      #expect(output.contains(#""complete":false"#))
      try reader.input.fileHandleForWriting.close()
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `a signal that the parent ignores stays ignored`() throws {
    try withTool { tool in
      let reader = try Reader(tool, "sh -c 'trap \"\" INT; exec mfa-logstat -v -o json'")
      kill(reader.process.processIdentifier, SIGINT)
      try reader.input.fileHandleForWriting.close()
      let (output, status) = try reader.end()
      #expect(status == 0)
      #expect(output.contains(#""complete":true"#))
    }
  }
}
