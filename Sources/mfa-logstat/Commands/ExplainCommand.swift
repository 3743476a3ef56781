import ArgumentParser
import LogModel
import LogReporting

/// Tells what codes mean, how the user can recover, who must act and how.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell what error codes mean, who must act and how; all codes without an argument.",
    usage: """
      mfa-logstat explain [<options>] [<code> ...]
      """,
    discussion: """
      Codes are those of the provider's list, other codes that its software writes, and event types \
      of its log. Levels come from the catalogue or from the configuration file.

      mfa-logstat explain                           all codes, one a line
      mfa-logstat explain too_many_sms invalid_otp  all that is known of two
      mfa-logstat explain -o json                   the catalogue for programs

      The exit status is 1 when a code is not known.
      """)

  @Argument(help: ArgumentHelp("Codes as the logs write them.", valueName: "code"))
  var codes: [String] = []

  @Option(
    name: [.customShort("o", allowingJoined: true), .long],
    help: ArgumentHelp(
      "Format, and the file it goes to. Formats: "
        + ExplainOutput.Format.allCases.map(\.rawValue).joined(separator: " ")
        + ". (default: \(ExplainOutput.Format.table.rawValue))",
      valueName: "format[:file]"))
  var output: String?

  @OptionGroup(title: "Display") var display: DisplayOptions

  func run() throws {
    let environment = Environment()
    let config = try ConfigFile.load(flag: display.config, environment: environment)
    try Settings.check(config, environment: environment)
    let settings = Settings(flags: display.layer, environment: environment, config: config)
    let look = try DisplaySettings(settings, environment: environment)
    let answer = ExplainAnswer(to: codes, levels: config.levels)
    try ExplainOutput(output, display: look).tell(answer).leave()
  }
}
