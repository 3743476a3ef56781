import LogModel
import LogReporting

extension DiagnosticPrinter {
  /// Tells which settings are in force and where each was written.
  func tell(_ settings: Settings, config: ConfigFile) {
    guard voice == .verbose else { return }
    say("configuration file: \(config.path.map { SourceText.path($0) } ?? "none")")
    for setting in Setting.allCases {
      for value in settings.values(setting) {
        say("\(setting.name): \(SourceText.path(value.text)) (\(value.source(of: setting)))")
      }
    }
    for (code, level) in config.levels.sorted(by: { $0.key < $1.key }) {
      say("level of \(SafeText.escaped(code)): \(level.name)")
    }
  }

  /// Tells which files were read.
  func tell(_ sources: [SourceSummary]) {
    for source in sources {
      sayIfVerbose(
        "\(SourceText.name(source.name)): \(SystemText.grouped(source.lines.lines)) lines, "
          + "\(SystemText.grouped(source.bytes)) bytes")
    }
  }
}
