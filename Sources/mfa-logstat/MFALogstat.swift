import ArgumentParser
import Glibc

/// The front door: takes the command line, hands it to a command, and says how it ended.
@main
struct MFALogstat: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "mfa-logstat",
    abstract: "Count MFA error codes in logs and tell which need action.",
    version: "mfa-logstat \(version)",
    subcommands: CommandList.all,
    // Completions tell of it. To a run, which always names its command, it would only cost time: an
    // eighth of that of parsing.
    defaultSubcommand: ArgumentList.asksForCompletions ? CommandList.main : nil)

  static func main() {
    StandardDescriptors.fill()
    StandardDescriptors.ignoreFailedWrites()
    let words = ArgumentList.ofProcess
    // Callers of `check` know four statuses: what kept it from judging is unknown to them.
    let isCheck = words.first == CheckCommand.configuration.commandName
    do {
      let list = try ArgumentList(words)
      var command = try parseAsRoot(list.arguments)
      try command.run()
    } catch let complaint as Complaint {
      DiagnosticPrinter().tell(complaint)
      (isCheck ? .unknown : complaint.status).leave()
    } catch {
      let status = tell(error)
      (isCheck && status != .done ? .unknown : status).leave()
    }
  }

  /// Says what the parser has to say: help on standard output, a fault on standard error.
  private static func tell(_ error: any Error) -> ExitStatus {
    let printer = DiagnosticPrinter()
    guard exitCode(for: error) == .success else {
      printer.say(ParserText.line(for: message(for: error)))
      return .usage
    }
    let columns = Terminal(descriptor: STDOUT_FILENO).width ?? 80
    let message = fullMessage(for: error, columns: columns)
    let isRootHelp =
      message == helpMessage(columns: columns)
      || message == helpMessage(for: CommandList.main, columns: columns)
    let file = OutputFile()
    file.write(Array(((isRootHelp ? RootHelp.text(columns: columns) : message) + "\n").utf8))
    return printer.tell(failure: file.finish(), of: file.name) ?? .done
  }
}
