import ArgumentParser

/// Looks rule files over and tells everything that is wrong with them.
struct RulesCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Look rule files over: what cannot be read, and what can never fire.",
    discussion: """
      Everything that is wrong is told at once, with its place. The exit status is 0 when all is well, \
      1 when something is wrong with a file, and 66 when one cannot be read.
      """)

  @Argument(help: ArgumentHelp("Rule files; - is standard input.", valueName: "file"))
  var files: [String]

  @OptionGroup(title: "Display") var display: DisplayOptions

  func run() throws {
    let setup = try RulesSetup(flags: display.layer, configFlag: display.config)
    RuleFileCheck(context: setup.context).check(files).leave()
  }
}
