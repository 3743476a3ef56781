import ArgumentParser
import LogModel
import LogPipeline

/// What rows are told apart by: windows and keys.
struct CountingOptions: ParsableArguments {
  @Option(
    name: [.customShort("w", allowingJoined: true), .long],
    help: ArgumentHelp(
      "Length of a window: 90s 5m 1h 1d 7d.\(Setting.window.defaultNote)", valueName: "duration"))
  var window: String?

  @Option(
    help: ArgumentHelp(
      "What tells rows apart, with commas between: "
        + ReportKey.allCases.map(\.name).joined(separator: " ") + ". (default: "
        + ReportKey.standard.map(\.name).joined(separator: ",") + ")",
      valueName: "keys"))
  var by: String?

  @Option(help: ArgumentHelp("The tenant of records that name none.", valueName: "name"))
  var tenant: String?

  func add(to layer: inout SettingLayer) {
    layer.add(window, for: .window)
    layer.add(by, for: .by)
    layer.add(tenant, for: .tenant)
  }
}
