import ArgumentParser

/// All options of the main job, in the groups of its help.
struct StatOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Log files, plain or gzip; - is standard input, which is also read when none is named.",
      valueName: "input"))
  var inputs: [String] = []

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Counting") var counting: CountingOptions
  @OptionGroup(title: "Rows") var rows: RowOptions
  @OptionGroup(title: "Rules") var rules: RuleOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Display") var display: DisplayOptions
  @OptionGroup(title: "Limits") var limits: LimitOptions
  @OptionGroup(title: "Messages") var voice: VoiceOptions

  /// What was given on the command line.
  var layer: SettingLayer {
    var layer = SettingLayer()
    input.add(to: &layer)
    counting.add(to: &layer)
    rows.add(to: &layer)
    rules.add(to: &layer)
    output.add(to: &layer)
    display.add(to: &layer)
    limits.add(to: &layer)
    voice.add(to: &layer)
    return layer
  }
}
