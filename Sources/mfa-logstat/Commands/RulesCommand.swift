import ArgumentParser

/// Everything about rules: to look at them, to look them over, to try them.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CommandList.rules,
    abstract: "Show rules, look rule files over, try rules on cases and on the past.",
    subcommands: [
      RulesListCommand.self, RulesCheckCommand.self, RulesTestCommand.self,
      RulesBacktestCommand.self,
    ])
}
