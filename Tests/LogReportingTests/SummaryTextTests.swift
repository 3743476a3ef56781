import LogModel
import LogReporting
import Testing

/// The title, the warnings, and what is said where there are no rows.
struct SummaryTextTests {
  private func table(_ report: Report, width: Int? = 80) -> String {
    SampleReport.text(TableFormat(entries: []), report, RenderOptions(width: width))
  }

  @Test func `no errors are told calmly`() {
    var report = SampleReport.small(rows: [])
    report.ledger.records.error = 0
    report.ledger.records.normal = 7
    #expect(
      table(report) == """
        MFA errors, 2026-03-14 08:00:00 - 08:59:59 UTC
        0 errors in 10 records · windows of 5 min

        No MFA errors in 10 records.

        ledger: 14 lines = 1 blank + 2 malformed + 1 oversized + 10 parsed
                10 records = 0 error + 7 normal + 1 other + 1 filtered + 1 duplicate
                1 record without a tenant, 2 lines repaired

        """)
  }

  @Test func `empty input is told as such`() {
    var report = SampleReport.small(keys: [.code], rows: [])
    report.ledger = Ledger()
    report.first = nil
    report.last = nil
    #expect(
      table(report) == """
        MFA errors, no record has a time
        0 errors in 0 records

        No MFA errors: there are no records.

        ledger: 0 lines = 0 blank + 0 malformed + 0 oversized + 0 parsed
                0 records = 0 error + 0 normal + 0 other + 0 filtered + 0 duplicate

        """)
  }

  @Test func `errors of which none was asked for are not called none`() {
    #expect(
      table(SampleReport.small(rows: [])).contains(
        "\nNo rows to show: none of the 3 errors is among those asked for.\n"))
  }

  @Test func `a zone is named once beside its offset`() {
    let zone = TimeZoneRules(name: "Europe/Berlin", periods: [.init(start: .min, offset: 3_600)])
    #expect(
      table(SampleReport.incident(zone: zone)).hasPrefix(
        "MFA errors, 2026-03-14 09:00:03 - 09:59:58 +01:00 (Europe/Berlin)\n"))
  }

  @Test func `what is not whole is said plainly`() {
    var report = SampleReport.incident()
    report.isComplete = false
    #expect(
      table(report, width: 120).contains(
        """

        incomplete: more groups than --max-groups; the rest is counted in (other), the totals are \
        exact

        """))
    report.isPartial = true
    let text = table(report)
    #expect(
      text.contains(
        "\npartial: interrupted before the end of the input; this is what was counted\n"))
    #expect(!text.contains("incomplete"))
  }

  @Test func `inputs that broke off are named, the first three of them`() {
    var report = SampleReport.incident()
    report.sources = (1...5).map { number in
      SourceSummary(
        name: "\(number)\u{1B}.gz", lines: LineLedger(), bytes: 0,
        problem: number == 2 ? nil : .truncatedGzip(byteOffset: number * 10))
    }
    #expect(
      table(report).contains(
        """

        not read to its end: 1\\u{1b}.gz: truncated gzip at byte 10
        not read to its end: 3\\u{1b}.gz: truncated gzip at byte 30
        not read to its end: 4\\u{1b}.gz: truncated gzip at byte 40
        not read to their ends: 1 more input

        """))
  }
}
