import ArgumentParser

/// The commands that work: a new one is a file in `Commands/` and a line here.
enum CommandList {
  /// In the order of `--help`.
  static let all: [any ParsableCommand.Type] = [
    StatCommand.self, CheckCommand.self, ReportCommand.self, ExplainCommand.self, RulesCommand.self,
    StateCommand.self,
  ]

  /// What is done when no command is named.
  static let main: any ParsableCommand.Type = StatCommand.self

  /// The command that has commands of its own.
  static let rules = "rules"

  /// The same of states.
  static let state = "state"

  static var stateNames: [String] {
    StateCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
  }

  static var rulesNames: [String] {
    RulesCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
  }

  static var names: [String] { all.compactMap { $0.configuration.commandName } }
}
