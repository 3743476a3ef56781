import LogModel
import LogReporting
import Testing

/// The blocks about codes that need somebody to act.
struct ActionTextTests {
  private func blocks(_ report: Report, width: Int? = 80) -> String {
    let text = SampleReport.text(
      TableFormat(entries: SampleReport.entries), report, RenderOptions(width: width))
    let start = text.firstRange(of: "NEEDS ACTION")?.lowerBound ?? text.endIndex
    let end = text.firstRange(of: "\n\nUTC")?.lowerBound
    return String(text[start..<(end ?? text.endIndex)])
  }

  private func report(tenants: Int, code: Int = 3, actions: Int = 1) -> Report {
    var report = SampleReport.incident()
    report.names += (0..<tenants).map { Name.named("tenant-\($0)") }
    let action = RequiredAction(
      severity: .critical, code: code, tenants: Array(6..<6 + tenants), count: 1_234, users: nil,
      start: SampleReport.start, end: SampleReport.start + 86_400, rule: "critical:count>=1/5m")
    report.actions = Array(repeating: action, count: actions)
    return report
  }

  @Test func `many tenants are named as far as two lines hold them`() {
    #expect(
      blocks(report(tenants: 2_000)) == """
        NEEDS ACTION

        CRITICAL  too_many_sms_per_tenant, unrecoverable
                  No more text messages go out for the tenant.
                  2,000 tenants: tenant-0, tenant-1, tenant-2, tenant-3, tenant-4,
                  tenant-5, tenant-6, tenant-7, tenant-8, tenant-9 and 1,990 more
                  1,234 errors · 2026-03-14 08:00 - 2026-03-15 08:00 UTC
                  rule: 1 or more errors in 5 min
                  Operator: stop what sends so much, then ask for a higher limit.
        """)
  }

  @Test(arguments: [1, 2, 3, 2_000], [60, 80, 120])
  func `a long tenant name never makes a line wider than the table`(tenants: Int, width: Int) {
    var report = report(tenants: tenants)
    for index in 6..<report.names.count {
      report.names[index] = .named(String(repeating: "w", count: 300))
    }
    let text = blocks(report, width: width)
    #expect(text.contains("ww"))
    for line in text.split(separator: "\n") { #expect(line.count <= width, "\(line)") }
  }

  @Test func `a code that the catalogue does not know has no advice`() {
    #expect(
      blocks(report(tenants: 1, code: 5)) == """
        NEEDS ACTION

        CRITICAL  E-77
                  1 tenant: tenant-0
                  1,234 errors · 2026-03-14 08:00 - 2026-03-15 08:00 UTC
                  rule: 1 or more errors in 5 min
        """)
  }

  @Test func `another spelling of the same letters is another code`() throws {
    let known = try #require(SampleReport.entries.first)
    let entry = CatalogueEntry(
      code: "K1", meaning: "Known.", level: known.level, remedy: known.remedy,
      category: known.category, channel: known.channel, scope: known.scope,
      httpStatus: known.httpStatus, defaultPolicy: known.defaultPolicy, advice: known.advice,
      source: known.source)
    var report = report(tenants: 1)
    // The Kelvin sign: as Strings the two are equal.
    for (name, isKnown) in [("K1", true), ("\u{212A}1", false)] {
      report.names[3] = .named(name)
      let text = SampleReport.text(TableFormat(entries: [entry]), report)
      #expect(text.contains("Known.") == isKnown)
    }
  }

  @Test func `eight codes are told and the rest counted`() {
    let text = blocks(report(tenants: 1, actions: 10))
    #expect(text.split(separator: "CRITICAL").count == 9)
    #expect(text.hasSuffix("\n\nand 2 more codes"))
    #expect(!blocks(report(tenants: 1, actions: 8)).contains("more code"))
  }
}
