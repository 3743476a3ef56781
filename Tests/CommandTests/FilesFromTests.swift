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
          == "mfa-logstat: --files-from: missing: cannot be opened: no such file\n")
      #expect(outcome.status == 66)
    }
  }

  @Test(arguments: [
    "mfa-logstat --files-from - - </dev/null", "echo - | mfa-logstat --files-from -",
  ])
  func `standard input cannot be the list and an input`(command: String) throws {
    try withTool { tool in
      let outcome = try tool.run(command)
      #expect(outcome.output == "")
      #expect(
        outcome.errors == """
          mfa-logstat: standard input cannot be both an input and the list of --files-from; put the \
          list into a file

          """)
      #expect(outcome.status == 64)
    }
  }

  @Test(arguments: ["a\n\nb c.log\r\n", "a\0b c.log\0"])
  func `names end with a line feed or with a zero, and name what is counted`(list: String) throws {
    try withTool { tool in
      try tool.write(
        #"{"tenant":"one","errorCode":"invalid_otp","time":"2026-03-14T08:00:00Z"}"# + "\n", to: "a"
      )
      try tool.write(
        #"{"tenant":"two","errorCode":"invalid_otp","time":"2026-03-14T08:00:00Z"}"# + "\n",
        to: "b c.log")
      try tool.write(list, to: "list")
      let outcome = try tool.run("mfa-logstat -o csv --by tenant --files-from list | cut -d, -f1,2")
      #expect(outcome.output == "tenant,count\none,1\ntwo,1\n")
    }
  }

  @Test func `a list that is damaged is no list`() throws {
    try withTool { tool in
      let outcome = try tool.run(
        "printf 'a\\nb\\n' | gzip | head -c 21 > list; mfa-logstat --files-from list")
      #expect(outcome.output == "")
      #expect(
        outcome.errors
          == "mfa-logstat: --files-from: list: truncated gzip at byte 21\n")
      #expect(outcome.status == 66)
    }
  }
}
