/// Every option of the main job that can also stand in the environment or the configuration file.
///
/// The long option, the variable and the key in the file are one name in three spellings.
package enum Setting: String, CaseIterable, Hashable {
  case window, since, until, tz, by
  case rowFilter = "where"
  case level, top, sort, field, tenant
  case noTextSearch = "no-text-search"
  case dedup, jobs, strict
  case maxMalformed = "max-malformed"
  case maxLine = "max-line"
  case maxGroups = "max-groups"
  case rejects, examples, now, output
  case csvRaw = "csv-raw"
  case color, width, ascii, quiet, verbose, stats
  case filesFrom = "files-from"
  case recursive
  case rules, critical, warning
  case state, lateness, retain
  case lockWait = "lock-wait"
  case exitOn = "exit-on"

  /// How a setting is written in a configuration file and how often it can be given.
  enum Shape {
    /// `true` or `false`; on the command line its name alone.
    case flag
    case value
    /// One value of words with commas between them; in the file also a list.
    case words
    /// Several values.
    case list
    /// Several values `name=value`; in the file also a mapping.
    case pairs
  }

  package var name: String { rawValue }

  /// `MFA_LOGSTAT_MAX_LINE` for `--max-line`.
  package var variable: String {
    "MFA_LOGSTAT_" + name.uppercased().replacing("-", with: "_")
  }

  var shape: Shape {
    switch self {
    case .noTextSearch, .dedup, .strict, .examples, .csvRaw, .ascii, .quiet, .verbose, .stats,
      .recursive:
      .flag
    case .by, .level: .words
    case .output, .rules, .critical, .warning: .list
    case .rowFilter, .field: .pairs
    case .window, .since, .until, .tz, .top, .sort, .tenant, .jobs, .maxMalformed, .maxLine,
      .maxGroups, .rejects, .now, .color, .width, .filesFrom, .state, .lockWait, .lateness, .retain,
      .exitOn:
      .value
    }
  }

  /// Whether a value is or ends in the name of a file, of which every byte matters.
  var holdsPath: Bool {
    switch self {
    case .rejects, .output, .filesFrom, .rules, .state: true
    default: false
    }
  }

  /// What holds when nobody says anything; nil when that is nothing, or depends on the machine.
  var builtIn: String? {
    switch self {
    case .window: "5m"
    case .tz: "UTC"
    case .output: "table"
    case .color: "auto"
    case .maxMalformed: "10%"
    case .maxLine: "16M"
    case .maxGroups: "1000000"
    case .now: "now"
    default: nil
    }
  }

  /// The same for `--help`.
  var defaultNote: String { builtIn.map { " (default: \($0))" } ?? "" }
}
