import ArgumentParser
import LogReporting

/// Where the report goes, and as what.
struct OutputOptions: ParsableArguments {
  @Option(
    name: [.customShort("o", allowingJoined: true), .long],
    help: ArgumentHelp(
      "Format, and the file it goes to; may be repeated. Formats: "
        + ReportFormats.names.joined(separator: " ") + ".\(Setting.output.defaultNote)",
      valueName: "format[:file]"))
  var output: [String] = []

  @Flag(help: "Leave CSV cells as they are, without protection for spreadsheets.")
  var csvRaw = false

  func add(to layer: inout SettingLayer) {
    layer.add(output, for: .output)
    layer.add(csvRaw, for: .csvRaw)
  }
}
