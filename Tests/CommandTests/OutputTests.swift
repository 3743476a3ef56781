import Foundation
import Testing

struct OutputTests {
  static let header =
    "window_start,window_end,tenant,code,kind,level,count,users,share,first_seen,last_seen,flag\n"

  @Test(arguments: [
    "mfa-logstat -o csv /dev/null >/dev/full",
    "mfa-logstat /dev/null >/dev/full",
    "mfa-logstat --help >/dev/full",
    "mfa-logstat --version >/dev/full",
    "mfa-logstat explain >/dev/full",
  ])
  func `a full disk is 74 and one line`(command: String) throws {
    try withTool { tool in
      let outcome = try tool.run(command)
      #expect(outcome.errors == "mfa-logstat: standard output: cannot be written: no space left\n")
      #expect(outcome.status == 74)
    }
  }

  @Test func `a full device given as file is 74, and the other outputs are written`() throws {
    try withTool { tool in
      let outcome = try tool.run("mfa-logstat -o json:/dev/full -o csv /dev/null")
      #expect(outcome.output == OutputTests.header)
      #expect(outcome.errors == "mfa-logstat: /dev/full: cannot be written: no space left\n")
      #expect(outcome.status == 74)
    }
  }

  @Test(arguments: ["mfa-logstat -o csv /dev/null", "mfa-logstat explain", "mfa-logstat --help"])
  func `a pipe that nobody reads is no error`(command: String) throws {
    try withTool { tool in
      let process = tool.process("exec \(command)")
      let (output, errors) = (Pipe(), Pipe())
      process.standardOutput = output
      process.standardError = errors
      try output.fileHandleForReading.close()
      try process.run()
      try errors.fileHandleForWriting.close()
      #expect(try errors.fileHandleForReading.readToEnd() ?? Data() == Data())
      process.waitUntilExit()
      #expect(process.terminationReason == .exit)
      #expect(process.terminationStatus == 0)
    }
  }

  @Test func `several formats are written in one pass`() throws {
    try withTool { tool in
      let outcome = try tool.run(
        "mfa-logstat -o csv:a.csv -o json:a.json -o tsv:- /dev/null; stat -c %a a.csv; umask")
      #expect(try tool.read("a.csv") == OutputTests.header)
      #expect(try tool.read("a.json").hasPrefix(#"{"schema":1,"#))
      #expect(outcome.output.hasPrefix("window_start\twindow_end\t"))
      #expect(try tool.names() == ["a.csv", "a.json"])
    }
  }

  @Test func `a new file has the mode of a redirection, an old one keeps its own`() throws {
    try withTool { tool in
      let outcome = try tool.run(
        """
        umask 027; echo old > old; chmod 604 old
        mfa-logstat -o csv:new -o tsv:old /dev/null; stat -c %a new old
        """)
      #expect(outcome == Tool.Outcome(output: "640\n604\n", errors: "", status: 0))
      #expect(try tool.read("old").hasPrefix("window_start\t"))
    }
  }

  @Test func `a link stays a link, and its target is replaced`() throws {
    try withTool { tool in
      let outcome = try tool.run(
        """
        mkdir d; echo old > d/real; ln -s d/real link
        mfa-logstat -o csv:link /dev/null; readlink link; ls -A . d
        """)
      #expect(outcome.output == "d/real\n.:\nd\nlink\n\nd:\nreal\n")
      #expect(try tool.read("d/real") == OutputTests.header)
    }
  }

  @Test func `a file that cannot be made is 73, and the rest is still told`() throws {
    try withTool { tool in
      let outcome = try tool.run("mkdir d; mfa-logstat -o csv:no/a.csv -o json:d -o csv /dev/null")
      #expect(outcome.output == OutputTests.header)
      #expect(
        outcome.errors == """
          mfa-logstat: no/a.csv: cannot be created: No such file or directory
          mfa-logstat: d: cannot be created: Is a directory

          """)
      #expect(outcome.status == 73)
      #expect(try tool.names() == ["d"])
    }
  }

  @Test func `a run that is refused leaves the old file alone`() throws {
    try withTool { tool in
      let outcome = try tool.run(
        "echo old > a.csv; mfa-logstat -o csv:a.csv -w 5x /dev/null; ls -A")
      #expect(outcome.output == "a.csv\n")
      #expect(try tool.read("a.csv") == "old\n")
    }
  }
}
