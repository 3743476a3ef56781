import ArgumentParser
import LogAlerting

/// Tries rules on past logs: how often they would have spoken, and whether they were right.
struct RulesBacktestCommand: ParsableCommand {
  enum Format: String, CaseIterable {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "backtest",
    abstract: "Try rules on past logs: alerts by day and rule, and what they found and missed.",
    discussion: """
      With --incidents, FILE is a CSV list of known trouble with the columns start, end, tenant and \
      code, where * is any and stars stand for any part of a name.

      mfa-logstat rules backtest --rules rules.yaml 2026-*.jsonl.gz
      mfa-logstat rules backtest --incidents known.csv -r /var/log/mfa
      """)

  @Argument(help: .inputs) var inputs: [String] = []

  @OptionGroup(title: "Rules") var rules: RuleOptions

  @Option(
    help: ArgumentHelp(
      "Compare with the known incidents in FILE: start,end,tenant,code.", valueName: "file"))
  var incidents: String?

  @Option(
    name: [.customShort("o", allowingJoined: true), .long],
    help: ArgumentHelp(
      "Format, and the file it goes to. Formats: "
        + Format.allCases.map(\.rawValue).joined(separator: " ")
        + ". (default: \(Format.text.rawValue))",
      valueName: "format[:file]"))
  var output: String?

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Counting") var records: RecordOptions
  @OptionGroup(title: "Display") var display: DisplayOptions
  @OptionGroup(title: "Limits") var limits: LimitOptions
  @OptionGroup(title: "Messages") var voice: VoiceOptions

  func run() throws {
    Interrupts.listen()
    var layer = display.layer
    rules.add(to: &layer)
    input.add(to: &layer)
    records.add(to: &layer)
    limits.add(to: &layer)
    voice.add(to: &layer)
    let setup = try RulesSetup(flags: layer, configFlag: display.config)
    let output = try WordOutput(output, standard: Format.text)
    try BacktestRun(setup, inputs: inputs, incidents: incidents).perform(output).leave()
  }
}
