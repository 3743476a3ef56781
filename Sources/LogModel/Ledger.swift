/// What became of every line: `lines = blank + malformed + oversized + parsed`.
package struct LineLedger: Hashable, Sendable {
  /// What ends at a line feed, or at the end of the input.
  package var lines = 0
  /// Nothing but white space.
  package var blank = 0
  package var malformed = 0
  /// Longer than `--max-line`.
  package var oversized = 0
  package var parsed = 0
  /// Parsed lines with invalid UTF-8 or a lone surrogate in a string.
  package var repaired = 0
  /// Array elements that are no objects and were passed over.
  package var ignoredElements = 0
  /// Records whose time tells no offset, and was taken for UTC.
  package var assumedUTC = 0
  /// Bytes behind the last line feed of a damaged or cut input, which are no line.
  package var cutBytes = 0

  package init() {}

  package var balances: Bool { lines == blank + malformed + oversized + parsed }

  package static func += (left: inout LineLedger, right: LineLedger) {
    left.lines += right.lines
    left.blank += right.blank
    left.malformed += right.malformed
    left.oversized += right.oversized
    left.parsed += right.parsed
    left.repaired += right.repaired
    left.ignoredElements += right.ignoredElements
    left.assumedUTC += right.assumedUTC
    left.cutBytes += right.cutBytes
  }
}

/// What became of every record: `records = error + normal + other + filtered + duplicate`.
package struct RecordLedger: Hashable, Sendable {
  /// What was left after unwrapping.
  package var records = 0
  package var error = 0
  package var normal = 0
  package var other = 0
  /// Outside `--since` and `--until`.
  package var filtered = 0
  package var duplicate = 0
  /// Error and normal records without a usable time; they are among the counts above.
  package var untimed = 0
  /// Error and normal records that name no tenant; they are among the counts above.
  package var untenanted = 0
  /// Error and normal records more than a day ahead of `--now`; they are among the counts above.
  package var ahead = 0
  /// Records in which a code was found, whatever its kind; for the warning when no record has one.
  package var coded = 0
  /// Filtered records without a usable time, which may hide a wrong field name.
  package var filteredUntimed = 0

  package init() {}

  package var balances: Bool { records == error + normal + other + filtered + duplicate }

  package static func += (left: inout RecordLedger, right: RecordLedger) {
    left.records += right.records
    left.error += right.error
    left.normal += right.normal
    left.other += right.other
    left.filtered += right.filtered
    left.duplicate += right.duplicate
    left.untimed += right.untimed
    left.untenanted += right.untenanted
    left.ahead += right.ahead
    left.coded += right.coded
    left.filteredUntimed += right.filteredUntimed
  }
}

/// The books of a whole run: every line and every record is accounted for.
package struct Ledger: Hashable, Sendable {
  package var lines = LineLedger()
  package var records = RecordLedger()

  package init() {}

  package var balances: Bool { lines.balances && records.balances }

  package static func += (left: inout Ledger, right: Ledger) {
    left.lines += right.lines
    left.records += right.records
  }
}
