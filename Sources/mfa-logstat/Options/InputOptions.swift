import ArgumentParser

extension ArgumentHelp {
  /// Of the files that a command reads.
  static let inputs = ArgumentHelp(
    "Log files, plain or gzip; - is standard input, which is also read when none is named.",
    valueName: "input")

  /// Of `--config`.
  static let config = ArgumentHelp(
    "Read defaults from FILE: long option names as keys, in YAML.", valueName: "file")
}

/// What to read.
struct InputOptions: ParsableArguments {
  @Flag(
    name: .shortAndLong, help: "Read every file in the given directories, hidden ones left out.")
  var recursive = false

  @Option(
    help: ArgumentHelp(
      "Read the files whose names stand in FILE, one a line; - is standard input.",
      valueName: "file"))
  var filesFrom: String?

  func add(to layer: inout SettingLayer) {
    layer.add(recursive, for: .recursive)
    layer.add(filesFrom, for: .filesFrom)
  }
}
