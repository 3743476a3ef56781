import ArgumentParser

/// Which rules judge.
struct RuleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Judge by the rules of FILE instead of the built-in ones, which are called builtin; may be "
        + "repeated.",
      valueName: "file"))
  var rules: [String] = []

  @Option(
    help: ArgumentHelp(
      "Be critical when this holds: code=too_many_pn*&count>=5/15m; may be repeated. Without "
        + "--rules, only such rules judge.",
      valueName: "rule"))
  var critical: [String] = []

  @Option(
    help: ArgumentHelp("Warn when this holds; may be repeated.", valueName: "rule"))
  var warning: [String] = []

  func add(to layer: inout SettingLayer) {
    layer.add(rules, for: .rules)
    layer.add(critical, for: .critical)
    layer.add(warning, for: .warning)
  }
}
