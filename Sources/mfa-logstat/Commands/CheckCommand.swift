import ArgumentParser

/// Judges a log by rules, and speaks by its exit status.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Judge a log by rules: says what is wrong, since when and who must act.",
    usage: """
      mfa-logstat check [<options>] [<input> ...]
      """,
    discussion: """
      mfa-logstat check auth.log                      silent when all is well
      mfa-logstat check -o nagios auth.log            one line for a monitoring plugin
      mfa-logstat check -o text -o prom:mfa.prom auth.log
      mfa-logstat check --state mfa.state auth.log    from cron: says only what is new
      mfa-logstat check --critical 'code=too_many_sms&users>=9/15m' auth.log
      mfa-logstat check --explain --code too_many_sms auth.log

      Exit status: 0 ok, 1 warning, 2 critical, 3 unknown: it could not judge.
      """)

  @Argument(help: .inputs) var inputs: [String] = []

  @OptionGroup(title: "Rules") var rules: RuleOptions
  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Counting") var records: RecordOptions
  @OptionGroup(title: "Verdict") var verdict: VerdictOptions
  @OptionGroup(title: "Memory") var state: StateOptions
  @OptionGroup(title: "Explanation") var question: QuestionOptions
  @OptionGroup(title: "Limits") var limits: LimitOptions
  @OptionGroup(title: "Messages") var voice: VoiceOptions

  @Option(help: .config) var config: String?

  func run() throws {
    Interrupts.listen()
    let environment = Environment()
    let config = try ConfigFile.load(flag: self.config, environment: environment)
    try Settings.check(config, environment: environment)
    let settings = Settings(flags: layer, environment: environment, config: config)
    let plan = try CheckPlan(
      settings, verdict: verdict, question: question, levels: config.levels,
      environment: environment)
    let list = try InputList(
      arguments: inputs, listFile: settings.value(.filesFrom)?.text,
      isOptional: plan.memory != nil)
    let printer = DiagnosticPrinter(voice: plan.voice)
    printer.tell(settings, config: config)
    try CheckAnswer(plan, inputs: list, printer: printer).perform().leave()
  }

  /// What was given on the command line; `--tenant` is a question where one is asked.
  var layer: SettingLayer {
    var layer = SettingLayer()
    rules.add(to: &layer)
    input.add(to: &layer)
    records.add(to: &layer)
    limits.add(to: &layer)
    voice.add(to: &layer)
    state.add(to: &layer)
    layer.add(verdict.exitOn, for: .exitOn)
    if !question.explain { layer.add(question.tenant, for: .tenant) }
    return layer
  }
}
