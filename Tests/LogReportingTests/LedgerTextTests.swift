import LogModel
import LogReporting
import Testing

/// The last lines of the table.
struct LedgerTextTests {
  private func ledger(_ ledger: Ledger, width: Int? = nil) -> String {
    var report = SampleReport.small(rows: [])
    report.ledger = ledger
    let text = SampleReport.text(TableFormat(entries: []), report, RenderOptions(width: width))
    return text.firstRange(of: "ledger:").map { String(text[$0.lowerBound...]) } ?? ""
  }

  private var full: Ledger {
    var ledger = Ledger()
    ledger.lines.lines = 1_234
    ledger.lines.blank = 3
    ledger.lines.malformed = 1
    ledger.lines.parsed = 1_230
    ledger.lines.repaired = 1
    ledger.lines.ignoredElements = 2
    ledger.lines.cutBytes = 1_000
    ledger.records.records = 1_230
    ledger.records.error = 40
    ledger.records.normal = 1_190
    ledger.records.untimed = 12
    ledger.records.untenanted = 3
    ledger.records.ahead = 1
    return ledger
  }

  @Test func `every sum is told, and asides only where there are some`() {
    #expect(
      ledger(full) == """
        ledger: 1,234 lines = 3 blank + 1 malformed + 0 oversized + 1,230 parsed
                1,230 records = 40 error + 1,190 normal + 0 other + 0 filtered + 0 duplicate
                12 records without a time, 3 records without a tenant, 1 record ahead of now,
                  1 line repaired, 2 array elements passed over, 1,000 bytes cut off at the end

        """)
  }

  @Test func `books that do not balance are not hidden`() {
    var wrong = full
    wrong.lines.blank = 4
    #expect(ledger(wrong, width: 120).contains("1,230 parsed (does not balance)\n"))
    wrong.records.error = 39
    #expect(ledger(wrong, width: 120).contains("0 duplicate (does not balance)\n"))
  }

  @Test func `narrow lines go on with an indent`() {
    #expect(
      ledger(full, width: 60).hasPrefix(
        """
        ledger: 1,234 lines = 3 blank + 1 malformed + 0 oversized
                  + 1,230 parsed

        """))
  }

  @Test func `a line never ends between a number and its word`() {
    #expect(
      ledger(full, width: 62).contains(
        """
                1,230 records = 40 error + 1,190 normal + 0 other
                  + 0 filtered + 0 duplicate

        """))
  }
}
