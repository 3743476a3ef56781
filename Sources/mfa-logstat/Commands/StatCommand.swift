import ArgumentParser
import LogPipeline

/// Counts and tells: the main job, and the one that is done when no command is named.
struct StatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stat",
    abstract: "Count MFA error codes per time window and tenant, and tell which need action.")

  // Groups stand here and not in groups: the parser looks through the inner ones again for every outer one.
  @Argument(help: .inputs) var inputs: [String] = []

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Counting") var counting: CountingOptions
  @OptionGroup(title: "Counting") var records: RecordOptions
  @OptionGroup(title: "Rows") var rows: RowOptions
  @OptionGroup(title: "Rules") var rules: RuleOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Display") var display: DisplayOptions
  @OptionGroup(title: "Memory") var state: StateOptions
  @OptionGroup(title: "Limits") var limits: LimitOptions
  @OptionGroup(title: "Messages") var voice: VoiceOptions

  func run() throws {
    Interrupts.listen()
    let environment = Environment()
    let config = try ConfigFile.load(flag: display.config, environment: environment)
    let settings = Settings(flags: layer, environment: environment, config: config)
    try Settings.check(config, environment: environment)
    let plan = try StatPlan(settings, levels: config.levels, environment: environment).checked()
    let rules = try RuleSource(settings, levels: config.levels, zone: plan.run.zone).rules()
    let memory = try plan.memory(rules: rules)
    let list = try InputList(
      arguments: inputs, listFile: settings.value(.filesFrom)?.text, isOptional: memory != nil)
    let printer = DiagnosticPrinter(voice: plan.voice)
    printer.tell(settings, config: config)
    try StatRun(plan, rules: rules, memory: memory, inputs: list, printer: printer).perform()
      .leave()
  }

  /// What was given on the command line.
  var layer: SettingLayer {
    var layer = SettingLayer()
    input.add(to: &layer)
    counting.add(to: &layer)
    records.add(to: &layer)
    rows.add(to: &layer)
    rules.add(to: &layer)
    output.add(to: &layer)
    display.add(to: &layer)
    state.add(to: &layer)
    limits.add(to: &layer)
    voice.add(to: &layer)
    return layer
  }
}
