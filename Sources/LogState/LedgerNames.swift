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
}
