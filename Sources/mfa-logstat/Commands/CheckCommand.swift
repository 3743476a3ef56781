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
      mfa-logstat check --critical 'code=too_many_sms&users>=9/15m' auth.log
      mfa-logstat check --explain --code too_many_sms auth.log

      Exit status: 0 ok, 1 warning, 2 critical, 3 unknown: it could not judge.
      """)

  @OptionGroup var options: CheckOptions

  func run() throws {
    Interrupts.listen()
    let environment = Environment()
    let config = try ConfigFile.load(flag: options.config, environment: environment)
    try Settings.check(config, environment: environment)
    let settings = Settings(flags: options.layer, environment: environment, config: config)
    let plan = try CheckPlan(
      settings, options: options, levels: config.levels, environment: environment)
    let inputs = try InputList(
      arguments: options.inputs, listFile: settings.value(.filesFrom)?.text)
    let printer = DiagnosticPrinter(voice: plan.voice)
    printer.tell(settings, config: config)
    try CheckAnswer(plan, inputs: inputs, printer: printer).perform().leave()
  }
}
