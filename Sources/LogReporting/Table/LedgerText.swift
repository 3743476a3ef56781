import LogModel

/// The books of a run in words: every line and every record is accounted for.
enum LedgerText {
  /// `1,234 lines = 3 blank + ...`.
  static func lines(_ ledger: Ledger) -> String {
    let lines = ledger.lines
    return "\(HumanNumber.counted(lines.lines, "line")) = "
      + sum([
        (lines.blank, "blank"), (lines.malformed, "malformed"), (lines.oversized, "oversized"),
        (lines.parsed, "parsed"),
      ]) + (lines.balances ? "" : " (does not balance)")
  }

  /// `1,230 records = 40 error + ...`.
  static func records(_ ledger: Ledger) -> String {
    let records = ledger.records
    return "\(HumanNumber.counted(records.records, "record")) = "
      + sum([
        (records.error, "error"), (records.normal, "normal"), (records.other, "other"),
        (records.filtered, "filtered"), (records.duplicate, "duplicate"),
      ]) + (records.balances ? "" : " (does not balance)")
  }

  /// What is told beside the sums, only as far as there is any.
  static func asides(_ ledger: Ledger) -> [String] {
    let (lines, records) = (ledger.lines, ledger.records)
    let all: [(Int, String)] = [
      (records.untimed, "\(HumanNumber.counted(records.untimed, "record")) without a time"),
      (records.untenanted, "\(HumanNumber.counted(records.untenanted, "record")) without a tenant"),
      (records.ahead, "\(HumanNumber.counted(records.ahead, "record")) ahead of now"),
      (lines.repaired, "\(HumanNumber.counted(lines.repaired, "line")) repaired"),
      (
        lines.ignoredElements,
        "\(HumanNumber.counted(lines.ignoredElements, "array element")) passed over"
      ),
      (lines.cutBytes, "\(HumanNumber.counted(lines.cutBytes, "byte")) cut off at the end"),
    ]
    return all.filter { $0.0 > 0 }.map { $0.1 }
  }

  private static func sum(_ terms: [(Int, String)]) -> String {
    terms.map { "\(HumanNumber.grouped($0.0)) \($0.1)" }.joined(separator: " + ")
  }
}
