import ArgumentParser
import LogAlerting
import LogReporting

/// Shows the rules in force as a rule file.
struct RulesListCommand: ParsableCommand {
  enum Format: String, CaseIterable {
    case yaml
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Show the rules in force as a rule file: the built-in ones, or those of --rules.",
    discussion: """
      mfa-logstat rules list > rules.yaml          a file to start from
      mfa-logstat rules list --rules rules.yaml    what a file comes to, extensions included
      """)

  @OptionGroup(title: "Rules") var rules: RuleOptions

  @Option(
    name: [.customShort("o", allowingJoined: true), .long],
    help: ArgumentHelp(
      "Format, and the file it goes to. Formats: "
        + Format.allCases.map(\.rawValue).joined(separator: " ")
        + ". (default: \(Format.yaml.rawValue))",
      valueName: "format[:file]"))
  var output: String?

  @OptionGroup(title: "Display") var display: DisplayOptions

  func run() throws {
    var layer = display.layer
    rules.add(to: &layer)
    let setup = try RulesSetup(flags: layer, configFlag: display.config)
    let output = try WordOutput(output, standard: Format.yaml)
    let set = try setup.rules()
    let text =
      switch output.format {
      case .yaml: RuleFileText.text(of: set)
      case .json: RuleListJSON.text(of: set)
      }
    output.tell(text, printer: DiagnosticPrinter()).leave()
  }
}
