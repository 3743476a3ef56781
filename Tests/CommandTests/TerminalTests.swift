import Foundation
import Testing

struct TerminalTests {
  /// Runs a command whose standard output is a terminal, and gives what stands there.
  private func shown(_ command: String, environment: [String: String] = [:]) throws -> String {
    try withTool { tool in
      var tool = tool
      tool.environment = environment
      let screen = try Screen()
      let process = tool.process("\(command); printf END")
      process.standardOutput = screen.own
      process.standardError = FileHandle.nullDevice
      try process.run()
      let text = screen.read(until: "END")
      process.waitUntilExit()
      return text
    }
  }

  @Test(arguments: [
    ([:], "", true),
    (["TERM": "dumb"], "", false),
    (["TERM": "dumb", "CLICOLOR_FORCE": "1"], "", true),
    (["CLICOLOR_FORCE": "0"], "", true),
    (["NO_COLOR": ""], "", true),  // empty is not set
    (["NO_COLOR": "1"], "", false),
    (["NO_COLOR": "1", "CLICOLOR_FORCE": "1"], "", false),
    (["NO_COLOR": "1"], "--color always", true),
    (["NO_COLOR": "1", "MFA_LOGSTAT_COLOR": "always"], "", true),
    (["CLICOLOR_FORCE": "1"], "--color never", false),
    (["NO_COLOR": "1"], "--color auto", false),
  ])
  func `the first that speaks decides about colour on a terminal`(
    environment: [String: String], option: String, isColoured: Bool
  ) throws {
    let text = try shown("mfa-logstat explain \(option) invalid_otp", environment: environment)
    #expect(text.contains("invalid_otp"))
    #expect(text.contains("\u{1b}[") == isColoured)
  }

  @Test func `off a terminal there is colour only on demand`() throws {
    try withTool { tool in
      let plain = try tool.run("mfa-logstat explain invalid_otp").output
      #expect(!plain.contains("\u{1b}"))
      let forced = try tool.run("CLICOLOR_FORCE=1 mfa-logstat explain invalid_otp").output
      #expect(forced.contains("\u{1b}["))
      let asked = try tool.run("mfa-logstat explain --color always invalid_otp").output
      #expect(asked.contains("\u{1b}["))
    }
  }

  @Test(arguments: [
    ([:], "", 100), (["COLUMNS": "70"], "", 70), (["COLUMNS": "0"], "", 100),
    (["COLUMNS": "wide"], "", 100), (["COLUMNS": "70"], "--width 90", 90),
  ])
  func `the list fills the width`(
    environment: [String: String], option: String, width: Int
  ) throws {
    let text = try shown("mfa-logstat explain --color never \(option)", environment: environment)
    #expect(text.split(separator: "\r\n").dropLast().map(\.count).max() == width)
  }

  @Test func `off a terminal nothing is cut`() throws {
    try withTool { tool in
      let whole = try tool.run("mfa-logstat explain").output
      let narrow = try tool.run("COLUMNS=60 mfa-logstat explain").output
      #expect(whole == narrow)
      #expect(whole.split(separator: "\n").contains { $0.count > 100 })
    }
  }

  @Test func `without input on a terminal the usage is told`() throws {
    try withTool { tool in
      let screen = try Screen()
      let process = tool.process("exec mfa-logstat")
      let errors = Pipe()
      process.standardInput = screen.own
      process.standardError = errors
      try process.run()
      try errors.fileHandleForWriting.close()
      let text = try errors.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      #expect(process.terminationStatus == 64)
      #expect(
        String(decoding: text, as: UTF8.self) == """
          mfa-logstat: no input: name log files, or pipe a log into it
          mfa-logstat: usage: mfa-logstat [options] FILE...
          mfa-logstat: see mfa-logstat --help

          """)
    }
  }
}
