import ArgumentParser
import LogState

/// Shows files and positions, what fires, and the last runs.
struct StateShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show files and how far they were read, what is firing, and the last runs.")

  @Argument(help: ArgumentHelp("The state file.", valueName: "file")) var file: String

  func run() throws {
    let path = StatePlan.path(file)
    let summary: StateSummary
    do throws(StateError) {
      summary = try StateInspection(at: path, lockWait: StatePlan.usualLockWait).summary()
    } catch {
      throw StateText.complaint(error, path: file)
    }
    let output = OutputFile()
    output.write(Array(StateSummaryText(summary: summary).text.utf8))
    (DiagnosticPrinter().tell(failure: output.finish(), of: output.name) ?? .done).leave()
  }
}
