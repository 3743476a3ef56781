import ArgumentParser
import LogModel
import LogPipeline

/// Which rows to tell, and in which order; what is counted does not change.
struct RowOptions: ParsableArguments {
  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "Tell only rows like this: tenant=acme,zeta, code=too_many_*; may be repeated.",
      valueName: "key=value"))
  var rowFilter: [String] = []

  @Option(
    help: ArgumentHelp(
      "Tell only rows of these levels: "
        + RecoveryLevel.allCases.map(\.name).joined(separator: " ") + ".", valueName: "levels"))
  var level: String?

  @Option(
    help: ArgumentHelp("Tell the first N rows and the rest as one.", valueName: "n"))
  var top: String?

  @Option(
    help: ArgumentHelp(
      "Order of the rows: \(RowOrder.allCases.map(\.rawValue).joined(separator: " ")).",
      valueName: "order"))
  var sort: String?

  @Flag(help: "Tell FILE:LINE of the earliest record of every row.")
  var examples = false

  func add(to layer: inout SettingLayer) {
    layer.add(rowFilter, for: .rowFilter)
    layer.add(level, for: .level)
    layer.add(top, for: .top)
    layer.add(sort, for: .sort)
    layer.add(examples, for: .examples)
  }
}
