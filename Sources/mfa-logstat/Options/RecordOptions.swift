import ArgumentParser
import LogModel
import LogParsing

/// Which records count, and what is read from them; shared by all commands that count.
struct RecordOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Count records from this time on: 2026-08-01T10:00:00Z, 2026-08-01 10:00, -3h, today, "
        + "yesterday.",
      valueName: "time"))
  var since: String?

  @Option(help: ArgumentHelp("Count records before this time.", valueName: "time"))
  var until: String?

  @Option(
    help: ArgumentHelp(
      "Time zone of days, and of times without an offset.\(Setting.tz.defaultNote)",
      valueName: "zone"))
  var tz: String?

  @Option(
    help: ArgumentHelp(
      "Where a field stands, beside the known places: tenant=org.name. Fields: "
        + FieldOverride.Field.allCases.map(\.rawValue).joined(separator: " ") + ".",
      valueName: "field=path"))
  var field: [String] = []

  @Flag(help: "Look for codes in their fields only, not in texts.")
  var noTextSearch = false

  @Flag(help: "Count records with the same id once.")
  var dedup = false

  @Option(
    help: ArgumentHelp(
      "Take this for the present time: of -3h and today, and of records ahead of it.",
      valueName: "time"))
  var now: String?

  func add(to layer: inout SettingLayer) {
    layer.add(since, for: .since)
    layer.add(until, for: .until)
    layer.add(tz, for: .tz)
    layer.add(field, for: .field)
    layer.add(noTextSearch, for: .noTextSearch)
    layer.add(dedup, for: .dedup)
    layer.add(now, for: .now)
  }
}
