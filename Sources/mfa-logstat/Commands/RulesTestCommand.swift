import ArgumentParser

/// Tries rules on cases: records, and the alerts that must come of them.
struct RulesTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Try rules on cases: records, and the alerts that must come of them.",
    discussion: """
      A case file names rules (or none, for the built-in ones) and cases. Each case has records, as \
      lines, files or short series (10x3 0 0 40), and the alerts that must come of them, or none. All \
      that is missing and all that is too much is told. The exit status is 0 when all is as expected, \
      1 when it is not, and 66 when a file cannot be read.

      mfa-logstat rules test cases.yaml
      mfa-logstat rules test cases.yaml --coverage --junit report.xml
      """)

  @Argument(help: ArgumentHelp("Case files.", valueName: "file"))
  var files: [String]

  @Flag(
    help: """
      Fail when a rule has no case that lets it fire, or none in which it could fire and is silent.
      """)
  var coverage = false

  @Option(
    help: ArgumentHelp("Write the outcome into FILE as JUnit's XML, too.", valueName: "file"))
  var junit: String?

  @OptionGroup(title: "Display") var display: DisplayOptions

  func run() throws {
    let setup = try RulesSetup(flags: display.layer, configFlag: display.config)
    CaseFileRun(setup: setup, wantsCoverage: coverage, junit: junit).run(files).leave()
  }
}
