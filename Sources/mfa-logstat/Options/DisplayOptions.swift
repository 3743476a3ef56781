import ArgumentParser

/// How text for people looks; shared by all commands.
struct DisplayOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Colour: \(ColorChoice.allCases.map(\.rawValue).joined(separator: " ")).\(Setting.color.defaultNote)",
      valueName: "when"))
  var color: String?

  @Option(help: ArgumentHelp("Columns to fill. (default: the terminal's)", valueName: "columns"))
  var width: String?

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  @Option(help: .config) var config: String?

  func add(to layer: inout SettingLayer) {
    layer.add(color, for: .color)
    layer.add(width, for: .width)
    layer.add(ascii, for: .ascii)
  }

  /// What was given on the command line of a command that has no other options.
  var layer: SettingLayer {
    var layer = SettingLayer()
    add(to: &layer)
    return layer
  }
}
