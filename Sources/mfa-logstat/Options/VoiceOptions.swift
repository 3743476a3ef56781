import ArgumentParser

/// How much to say on standard error.
struct VoiceOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Say only what is fatal.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Say which settings are in force and which files were read.")
  var verbose = false

  @Flag(help: "Say how long it took, how fast it was and how much memory it needed.")
  var stats = false

  func add(to layer: inout SettingLayer) {
    layer.add(quiet, for: .quiet)
    layer.add(verbose, for: .verbose)
    layer.add(stats, for: .stats)
  }
}
