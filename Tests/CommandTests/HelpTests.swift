import Testing
import mfa_logstat

struct HelpTests {
  /// The long options that a help text lists, at the start of a line or behind a short one.
  static func options(in text: String) -> Set<String> {
    var options: Set<String> = []
    for line in text.split(separator: "\n") where line.hasPrefix("  -") {
      for word in line.split(separator: " ").prefix(2) where word.hasPrefix("--") {
        options.insert(String(word))
      }
    }
    return options
  }

  @Test func `the root's help shows every option of the main job`() throws {
    try withTool { tool in
      let root = try tool.run("mfa-logstat --help")
      let main = try tool.run("mfa-logstat stat --help")
      #expect(root.status == 0)
      #expect(root.errors == "")
      #expect(HelpTests.options(in: root.output) == HelpTests.options(in: main.output))
      #expect(root.output.contains("EXAMPLES:"))
      #expect(root.output.contains("\n  explain "))
      let help = try tool.run("mfa-logstat help")
      #expect(help == root)
    }
  }

  @Test func `every option is a setting, and so a variable and a key of the file`() throws {
    try withTool { tool in
      let count = try tool.run("mfa-logstat --help").output
      let check = try tool.run("mfa-logstat check --help").output
      let settings = Setting.allCases.map { "--\($0.name)" }
      // A question is asked once.
      let others = ["--config", "--help", "--version", "--explain", "--code", "--at"]
      #expect(
        HelpTests.options(in: count).union(HelpTests.options(in: check)) == Set(settings + others))
    }
  }

  @Test func `what does not work yet is not shown`() throws {
    try withTool { tool in
      let text = try tool.run("mfa-logstat --help").output
      for word in ["\n  follow", "\n  merge"] {
        #expect(!text.contains(word), "\(word)")
      }
    }
  }

  @Test(arguments: [
    "mfa-logstat --help", "mfa-logstat -h", "mfa-logstat help", "mfa-logstat stat --help",
    "mfa-logstat help stat", "mfa-logstat explain --help", "mfa-logstat help explain",
    "mfa-logstat check --help", "mfa-logstat report --help",
  ])
  func `help fits 80 columns and is no failure`(command: String) throws {
    try withTool { tool in
      let help = try tool.run(command)
      #expect(help.errors == "" && help.status == 0)
      #expect(help.output.split(separator: "\n").count > 20)
      #expect(help.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
      #expect(help.output.contains("USAGE: mfa-logstat "))
    }
  }

  @Test func `all help about the main job is one text`() throws {
    try withTool { tool in
      let help = try tool.run("mfa-logstat --help")
      #expect(try tool.run("mfa-logstat stat --help") == help)
      #expect(try tool.run("mfa-logstat help stat") == help)
      for part in ["FORMATS:", "EXAMPLES:", "DEFAULTS:", "EXIT STATUS:", "SUBCOMMANDS:"] {
        #expect(help.output.contains("\n\(part)\n"))
      }
    }
  }

  @Test func `the version is one line`() throws {
    try withTool { tool in
      let version = try tool.run("mfa-logstat --version")
      #expect(
        version == Tool.Outcome(output: "mfa-logstat 0.1.0\n", errors: "", status: 0))
    }
  }
}
