import LogModel
import LogReporting
import Testing

struct MarkdownFormatTests {
  private func markdown(_ report: Report, _ options: RenderOptions = RenderOptions()) -> String {
    SampleReport.text(MarkdownFormat(entries: SampleReport.entries), report, options)
  }

  @Test func `a report has a heading, what to do, a table and the ledger`() {
    #expect(
      markdown(SampleReport.incident(examples: true)) == """
        # MFA errors, 2026-03-14 08:00:03 - 08:59:58 UTC

        2,269 errors in 45,678 records · 3 tenants · \\~1,102 users · windows of 5 min

        ## Needs action

        - **critical** `too_many_sms_per_tenant`, unrecoverable: No more text messages go out for t\
        he tenant.
          - 1 tenant: `acme`
          - 40 errors · 12 users · 08:20 - 08:25 · rule: 1 or more errors in 5 min
          - Operator: stop what sends so much, then ask for a higher limit.
        - **warning** `invalid_otp`, recoverable: The one-time code is wrong.
          - 2 tenants: `東京銀行`, `acme`
          - 2,220 errors · \\~1,090 users · 08:00 - 08:15 · rule: 20 or more users and a share of 1\
        5% or more in 15 min
          - User: type the current code.

        ## Rows

        | window utc | tenant | code | kind | level | count | users | share | flag | example |
        | --- | --- | --- | --- | --- | --: | --: | --: | --- | --- |
        | 08:20 | `acme` | `too_many_sms_per_tenant` | guardian | unrecoverable | 40 | 12 | 0.1% |\
         critical | `auth.log.gz:1042` |
        | 08:05 | `東京銀行` | `invalid_otp` | guardian | recoverable | 1,040 | 77 | 31.0% | warning |\
         `auth.log.gz:1042` |
        | 08:20 | - | `E-77` | other | unknown | 1 |  | \\<0.1% |  | `auth.log.gz:1042` |
        | 08:00 | `acme` | `invalid_otp` | guardian | recoverable | 1,180 | \\~1,020 | 5.1% |  | `a\
        uth.log.gz:1042` |
        |  | (other) | (other) | (other) | (other) | 8 | 2 | \\<0.1% |  |  |

        ## Ledger

        - 45,682 lines = 3 blank + 1 malformed + 0 oversized + 45,678 parsed
        - 45,678 records = 2,269 error + 43,000 normal + 409 other + 0 filtered + 0 duplicate
        - 2 records without a time

        """)
  }

  @Test func `width and colour change no byte`() {
    let report = SampleReport.incident()
    #expect(markdown(report, RenderOptions(width: 40, usesColor: true)) == markdown(report))
  }

  @Test func `no line begins with anything from the log`() {
    var report = SampleReport.incident(examples: true)
    for index in report.names.indices { report.names[index] = .named("\n::error::x\r# y") }
    report.sources = [
      SourceSummary(
        name: "\n## z", lines: LineLedger(), bytes: 0, problem: .truncatedGzip(byteOffset: 1))
    ]
    for line in markdown(report).split(separator: "\n") {
      #expect(
        [
          "# MFA", "2,269", "## Ne", "- **c", "- **w", "  - 1", "  - 2", "  - 4", "  - O",
          "  - U", "## Ro", "| win", "| ---", "| 08:", "|  | ", "## Le", "- 45,", "- 2 r", "> not",
        ]
        .contains { line.hasPrefix($0) }, "\(line)")
    }
  }
}
