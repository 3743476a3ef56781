import ArgumentParser
import LogPipeline

/// Counts and tells: the main job, and the one that is done when no command is named.
struct StatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stat",
    abstract: "Count MFA error codes per time window and tenant, and tell which need action.")

  @OptionGroup var options: StatOptions

  func run() throws {
    Interrupts.listen()
    let environment = Environment()
    let config = try ConfigFile.load(flag: options.display.config, environment: environment)
    let settings = Settings(flags: options.layer, environment: environment, config: config)
    try Settings.check(config, environment: environment)
    let plan = try StatPlan(settings, levels: config.levels, environment: environment).checked()
    let rules = try RuleSource(settings, levels: config.levels, zone: plan.run.zone).rules()
    let inputs = try InputList(
      arguments: options.inputs, listFile: settings.value(.filesFrom)?.text)
    let printer = DiagnosticPrinter(voice: plan.voice)
    printer.tell(settings, config: config)
    try StatRun(plan, rules: rules, inputs: inputs, printer: printer).perform().leave()
  }
}
