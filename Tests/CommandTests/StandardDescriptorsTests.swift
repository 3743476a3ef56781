import Testing

struct StandardDescriptorsTests {
  @Test(arguments: ["mfa-logstat <&-", "mfa-logstat - <&-"])
  func `a closed standard input cannot be opened`(command: String) throws {
    try withTool { tool in
      let outcome = try tool.run(command)
      #expect(outcome.output == "")
      #expect(outcome.errors == "mfa-logstat: standard input: is closed\n")
      #expect(outcome.status == 66)
    }
  }

  @Test func `beside a closed standard input the rest is counted`() throws {
    try withTool { tool in
      let outcome = try tool.run("mfa-logstat -o csv - /dev/null <&-")
      #expect(outcome.output == OutputTests.header)
      #expect(outcome.status == 66)
    }
  }

  @Test func `a closed standard output cannot be written`() throws {
    try withTool { tool in
      let outcome = try tool.run("mfa-logstat -o csv /dev/null >&-")
      #expect(outcome.errors == "mfa-logstat: standard output: cannot be written: it is closed\n")
      #expect(outcome.status == 74)
    }
  }

  @Test func `with all three closed a file still holds its report and nothing else`() throws {
    try withTool { tool in
      let outcome = try tool.run("mfa-logstat -v -o csv:a.csv missing.log /dev/null <&- >&- 2>&-")
      #expect(outcome.status == 66)
      #expect(try tool.read("a.csv") == OutputTests.header)
    }
  }
}
