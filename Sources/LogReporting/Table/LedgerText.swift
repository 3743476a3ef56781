import LogModel

/// The books of a run in words: every line and every record is accounted for.
enum LedgerText {
  /// `1,234 lines = 3 blank`, `+ 1 malformed`, ...: in parts, so that a line never ends inside one.
  static func lines(_ ledger: Ledger) -> [String] {
    let lines = ledger.lines
    return sum(
      HumanNumber.counted(lines.lines, "line"),
      [
        (lines.blank, "blank"), (lines.malformed, "malformed"), (lines.oversized, "oversized"),
        (lines.parsed, "parsed"),
      ], balances: lines.balances)
  }

  /// `1,230 records = 40 error`, `+ 1,190 normal`, ...
  static func records(_ ledger: Ledger) -> [String] {
    let records = ledger.records
    return sum(
      HumanNumber.counted(records.records, "record"),
      [
        (records.error, "error"), (records.normal, "normal"), (records.other, "other"),
        (records.filtered, "filtered"), (records.duplicate, "duplicate"),
      ], balances: records.balances)
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

  private static func sum(
    _ total: String, _ terms: [(Int, String)], balances: Bool
  ) -> [String] {
    let parts = terms.enumerated().map { place, term in
      (place == 0 ? "\(total) = " : "+ ") + "\(HumanNumber.grouped(term.0)) \(term.1)"
    }
    return balances ? parts : parts + ["(does not balance)"]
  }
}
