import ArgumentParser
import LogReporting

/// How the verdict is told.
struct VerdictOptions: ParsableArguments {
  @Option(
    name: [.customShort("o", allowingJoined: true), .customLong("output")],
    help: ArgumentHelp(
      "Format, and the file it goes to; may be repeated. Formats: "
        + CheckFormats.names.joined(separator: " ") + ". (default: \(CheckFormats.names[0]))",
      valueName: "format[:file]"))
  var output: [String] = []

  @Option(
    help: ArgumentHelp(
      "What ends with a status other than 0: "
        + ExitChoice.allCases.map(\.rawValue).joined(separator: " ")
        + "; what could not be judged always does. (default: \(ExitChoice.warning.rawValue))",
      valueName: "when"))
  var exitOn: String?
}

/// From which severity on the exit status tells it.
enum ExitChoice: String, CaseIterable {
  case critical
  case warning
  case never
}

/// What `--explain` asks for.
struct QuestionOptions: ParsableArguments {
  @Flag(help: "Tell how the rules judged, fired or not, instead of the verdict.")
  var explain = false

  @Option(
    help: ArgumentHelp(
      "With --explain the tenant to tell about; else the tenant of records that name none.",
      valueName: "name"))
  var tenant: String?

  @Option(help: ArgumentHelp("With --explain the code to tell about.", valueName: "code"))
  var code: String?

  @Option(
    help: ArgumentHelp(
      "With --explain the time to tell about, else the worst window of each series.",
      valueName: "time"))
  var at: String?
}
