import ArgumentParser
import LogState

/// Reads a whole state and says what is wrong in it.
struct StateVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Read the whole state, add its books up, and say what is wrong.")

  @Argument(help: ArgumentHelp("The state file.", valueName: "file")) var file: String

  func run() throws {
    let path = StatePlan.path(file)
    let faults: [StateFault]
    do throws(StateError) {
      faults = try StateInspection(at: path, lockWait: StatePlan.usualLockWait).faults()
    } catch {
      throw StateText.complaint(error, path: file)
    }
    let printer = DiagnosticPrinter()
    for fault in faults { printer.say("\(SourceText.path(file)): \(StateText.words(for: fault))") }
    guard faults.isEmpty else {
      printer.say("bring back a copy, or move the file away to begin anew")
      ExitStatus.dataDamaged.leave()
    }
    let output = OutputFile()
    output.write(Array("\(SourceText.path(file)): ok\n".utf8))
    (printer.tell(failure: output.finish(), of: output.name) ?? .done).leave()
  }
}
