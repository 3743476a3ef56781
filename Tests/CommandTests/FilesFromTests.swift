import Testing

struct FilesFromTests {
  @Test func `an empty list is no input, and not standard input`() throws {
    try withTool { tool in
      let outcome = try tool.run("echo garbage | mfa-logstat -o csv --files-from /dev/null")
      #expect(outcome == Tool.Outcome(output: OutputTests.header, errors: "", status: 0))
    }
  }

  @Test(arguments: ["list", "-"])
  func `a list names one file a line`(list: String) throws {
    try withTool { tool in
      try tool.write("a.log\r\n\nb c.log\n", to: "list")
      let outcome = try tool.run("mfa-logstat -o csv --files-from \(list) <list")
      #expect(
        outcome.errors == """
          mfa-logstat: a.log: cannot be opened: no such file
          mfa-logstat: b c.log: cannot be opened: no such file

          """)
      #expect(outcome.status == 66)
    }
  }

  @Test func `a list that is not there is 66`() throws {
    try withTool { tool in
      let outcome = try tool.run("mfa-logstat --files-from missing")
      #expect(
        outcome.errors
          == "mfa-logstat: missing: the list of files cannot be read: No such file or directory\n")
      #expect(outcome.status == 66)
    }
  }

  @Test func `standard input cannot be the list and an input`() throws {
    try withTool { tool in
      let outcome = try tool.run("mfa-logstat --files-from - -")
      #expect(outcome.status == 64)
    }
  }
}
