import ArgumentParser

/// What a state holds, and whether it is whole.
struct StateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CommandList.state,
    abstract: "Show what a state file holds, or look whether it is whole.",
    subcommands: [StateShowCommand.self, StateVerifyCommand.self])
}
