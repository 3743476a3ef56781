import ArgumentParser

/// What is remembered from run to run.
struct StateOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Remember in FILE what was read and told: read only what is new, through rotation and "
        + "compression, and tell only what changed.",
      valueName: "file"))
  var state: String?

  @Option(
    help: ArgumentHelp(
      "With --state how long to wait for another run. (default: 10s)", valueName: "length"))
  var lockWait: String?

  @Option(
    help: ArgumentHelp(
      "With --state how late events may come before a window is closed. (default: 15m)",
      valueName: "length"))
  var lateness: String?

  @Option(
    help: ArgumentHelp(
      "With --state how long counts are kept. (default: 35d)", valueName: "length"))
  var retain: String?

  func add(to layer: inout SettingLayer) {
    layer.add(state, for: .state)
    layer.add(lockWait, for: .lockWait)
    layer.add(lateness, for: .lateness)
    layer.add(retain, for: .retain)
  }
}
