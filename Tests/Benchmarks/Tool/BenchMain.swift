import ArgumentParser

/// Where `logstat-bench` begins.
@main
enum BenchMain {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    // Before anything else is loaded or allocated: see MeasuredProcess.
    if arguments.first == MeasuredProcess.command {
      MeasuredProcess.main(Array(arguments.dropFirst()))
    } else {
      LogstatBench.main(arguments)
    }
  }
}

struct LogstatBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "logstat-bench",
    abstract: "Makes corpora with known counts, and measures mfa-logstat beside its peers.",
    subcommands: [GenerateCommand.self, RunCommand.self, JudgeCommand.self])
}
