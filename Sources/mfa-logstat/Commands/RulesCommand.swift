import ArgumentParser

/// Everything about rules: to look at them, to look them over, to try them.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CommandList.rules,
    abstract: "Show rules, and look rule files over.",
    subcommands: [RulesListCommand.self, RulesCheckCommand.self])
}
