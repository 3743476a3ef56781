import ArgumentParser

/// Tells what a day was like, compared with the days before.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Tell what a day was like, compared with the days before it.",
    usage: """
      mfa-logstat report [<options>] [<input> ...]
      """,
    discussion: """
      mfa-logstat report auth.log*                yesterday, as text for a mail
      mfa-logstat report -o html:mfa-%F.html --state mfa.state auth.log
      mfa-logstat report --since 2026-03-14 --until 2026-03-15 auth.log

      The report is of yesterday unless --since and --until say otherwise. It is \
      compared with the day before, the same day of the week and the median of four \
      weeks: from what --state remembers, else from what the input holds of them.
      """)

  @Argument(help: .inputs) var inputs: [String] = []

  @OptionGroup(title: "Rules") var rules: RuleOptions
  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Counting") var records: RecordOptions
  @OptionGroup(title: "Report") var output: ReportOutputOptions
  @OptionGroup(title: "Memory") var state: StateOptions
  @OptionGroup(title: "Limits") var limits: LimitOptions
  @OptionGroup(title: "Messages") var voice: VoiceOptions

  func run() throws {
    Interrupts.listen()
    let environment = Environment()
    let config = try ConfigFile.load(flag: output.config, environment: environment)
    try Settings.check(config, environment: environment)
    let settings = Settings(flags: layer, environment: environment, config: config)
    let plan = try ReportPlan(
      settings, outputs: output.output, levels: config.levels, environment: environment)
    let list = try InputList(
      arguments: inputs, listFile: settings.value(.filesFrom)?.text,
      isOptional: plan.memory != nil)
    let printer = DiagnosticPrinter(voice: plan.voice)
    printer.tell(settings, config: config)
    try ReportAnswer(plan, inputs: list, printer: printer).perform().leave()
  }

  /// What was given on the command line.
  var layer: SettingLayer {
    var layer = SettingLayer()
    rules.add(to: &layer)
    input.add(to: &layer)
    records.add(to: &layer)
    output.add(to: &layer)
    state.add(to: &layer)
    limits.add(to: &layer)
    voice.add(to: &layer)
    return layer
  }
}
