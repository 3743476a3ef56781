import ArgumentParser

/// How much to bear: threads, memory, bad lines.
struct LimitOptions: ParsableArguments {
  @Flag(help: "End with status 65 when a line is malformed.")
  var strict = false

  @Option(
    help: ArgumentHelp(
      "End with status 65 when more of the lines are malformed."
        + Setting.maxMalformed.defaultNote, valueName: "percent"))
  var maxMalformed: String?

  @Option(
    help: ArgumentHelp(
      "Pass over lines that are longer.\(Setting.maxLine.defaultNote)", valueName: "size"))
  var maxLine: String?

  @Option(
    help: ArgumentHelp(
      "Fold further groups into one row.\(Setting.maxGroups.defaultNote)", valueName: "n"))
  var maxGroups: String?

  @Option(
    help: ArgumentHelp(
      "Write the lines that did not count into FILE, with place and reason.", valueName: "file"))
  var rejects: String?

  @Option(
    help: ArgumentHelp(
      "Number of threads. (default: one per processor, fewer for little input)", valueName: "n"))
  var jobs: String?

  func add(to layer: inout SettingLayer) {
    layer.add(strict, for: .strict)
    layer.add(maxMalformed, for: .maxMalformed)
    layer.add(maxLine, for: .maxLine)
    layer.add(maxGroups, for: .maxGroups)
    layer.add(rejects, for: .rejects)
    layer.add(jobs, for: .jobs)
  }
}
