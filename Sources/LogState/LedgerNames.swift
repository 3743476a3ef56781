import LogModel

/// What the entries of the ledger are called in a state.
enum LedgerNames {
  typealias Entry = (name: String, path: WritableKeyPath<Ledger, Int>)

  static let foldedRecords = "folded_records"
  static let foldedErrors = "folded_errors"

  static var all: [Entry] {
    [
      ("lines", \.lines.lines), ("blank", \.lines.blank), ("malformed", \.lines.malformed),
      ("oversized", \.lines.oversized), ("parsed", \.lines.parsed),
      ("repaired", \.lines.repaired), ("ignored_elements", \.lines.ignoredElements),
      ("assumed_utc", \.lines.assumedUTC), ("cut_bytes", \.lines.cutBytes),
      ("records", \.records.records), ("error", \.records.error), ("normal", \.records.normal),
      ("other", \.records.other), ("filtered", \.records.filtered),
      ("duplicate", \.records.duplicate), ("untimed", \.records.untimed),
      ("untenanted", \.records.untenanted), ("ahead", \.records.ahead),
      ("coded", \.records.coded), ("filtered_untimed", \.records.filteredUntimed),
    ]
  }

  /// A time that stands beside the books; states of version 2 and before have whole seconds.
  static func time(_ name: String, in rest: [String: Int]) -> EventTime? {
    rest["\(name)_second"].map { second in
      EventTime(
        seconds: Int64(second), nanoseconds: UInt32(clamping: rest["\(name)_nanosecond"] ?? 0))
    }
  }
}
