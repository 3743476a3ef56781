import ArgumentParser
import LogReporting

/// Where a nightly report goes, and as what.
struct ReportOutputOptions: ParsableArguments {
  @Option(
    name: [.customShort("w", allowingJoined: true), .long],
    help: ArgumentHelp(
      "Length of a window of the rows and charts. (default: 1h, of more than four days 1d)",
      valueName: "duration"))
  var window: String?

  @Option(
    name: [.customShort("o", allowingJoined: true), .customLong("output")],
    help: ArgumentHelp(
      "Format, and the file it goes to; may be repeated. %F in the name of a file is the first day "
        + "of the report; also %Y %m %d %H %M %j. Formats: "
        + NightlyFormats.names.joined(separator: " ") + ". (default: \(NightlyFormats.names[0]))",
      valueName: "format[:file]"))
  var output: [String] = []

  @Flag(help: "Leave CSV cells as they are, without protection for spreadsheets.")
  var csvRaw = false

  @Option(
    help: ArgumentHelp(
      "Colour of text: \(ColorChoice.allCases.map(\.rawValue).joined(separator: " "))."
        + Setting.color.defaultNote, valueName: "when"))
  var color: String?

  @Flag(help: "Write text with ASCII characters only.")
  var ascii = false

  @Option(help: ArgumentHelp("The tenant of records that name none.", valueName: "name"))
  var tenant: String?

  @Option(help: .config) var config: String?

  /// What can also be set in other places; outputs are those of this command alone.
  func add(to layer: inout SettingLayer) {
    layer.add(window, for: .window)
    layer.add(csvRaw, for: .csvRaw)
    layer.add(color, for: .color)
    layer.add(ascii, for: .ascii)
    layer.add(tenant, for: .tenant)
  }
}
