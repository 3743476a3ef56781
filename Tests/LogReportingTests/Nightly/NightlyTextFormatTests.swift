import LogModel
import LogReporting
import Testing

struct NightlyTextFormatTests {
  /// The whole output, as it reaches a mail.
  static func text(
    _ report: NightlyReport, isASCII: Bool = false, usesColor: Bool = false
  ) -> String {
    var bytes: [UInt8] = []
    var sink = TextSink { bytes += $0 }
    let options = RenderOptions(usesColor: usesColor, isASCII: isASCII)
    NightlyTextFormat().write(report, options: options, to: &sink)
    try? sink.finish()
    return String(decoding: bytes, as: UTF8.self)
  }

  private func text(
    _ report: NightlyReport, isASCII: Bool = false, usesColor: Bool = false
  ) -> String {
    Self.text(report, isASCII: isASCII, usesColor: usesColor)
  }

  @Test func `it is the default`() {
    #expect(NightlyFormats.names.first == "text")
  }

  @Test(arguments: HostileNight.names, [false, true])
  func `lines fit into a mail whatever a log holds`(name: String, isASCII: Bool) {
    for line in text(HostileNight.report(name: name), isASCII: isASCII).split(separator: "\n") {
      // An address and a command are not broken.
      let isLong = line.split(separator: " ").contains { DisplayWidth.of(String($0)) > 60 }
      #expect(DisplayWidth.of(String(line)) <= 72 || isLong, "\(line)")
      #expect(line.last != " ")
    }
  }

  @Test(arguments: HostileNight.names)
  func `nothing hidden and, if asked, nothing but ASCII reaches the reader`(name: String) {
    let report = HostileNight.report(name: name)
    let plain = text(report)
    #expect(!plain.unicodeScalars.contains { $0 != "\n" && $0.isHidden })
    let ascii = text(report, isASCII: true)
    #expect(ascii.utf8.allSatisfy { $0 == 0x0A || (0x20..<0x7F).contains($0) })
    #expect(text(report) == plain)
  }

  @Test(arguments: CodeCatalogue.entries, [1, 37])
  func `the first 600 characters say who must act on what`(entry: CatalogueEntry, tenants: Int) {
    var incident = SampleNight.incident(tenant: .named("x"))
    incident.key = SeriesKey([.init(key: .code, text: Array(entry.code.utf8))])
    let top = Self.top(text(HostileNight.report(incident: incident, tenants: tenants)))
    #expect(top.contains(" \(entry.code), \(entry.level.name) "))
    #expect(top.contains("tenant-01"))
    #expect(top.contains(tenants == 1 ? "where tenant-01 since" : "37 tenants: tenant-01, "))
    #expect(top.contains("since 08:05 - 09:20"))
    let who =
      switch entry.remedy {
      case .userRetry: "the user can try again"
      case .userAction: "the user must act"
      case .adminAction: "an administrator of the tenant must act"
      case .operatorAction: "the operator must act, with the provider"
      case .clientBug: "the developers of the client must act"
      }
    let others = [("Operator", "the operator"), ("Admin", "an admin"), ("Developer", "the dev")]
    #expect(top.contains("who " + who))
    for (label, words) in others where entry.advice.contains(". \(label):") {
      #expect(top.contains("; also " + words))
    }
    #expect(top.contains("to do " + entry.advice.prefix(50)))
  }

  @Test(arguments: [1, 37])
  func `a silent tenant and an unknown code have somebody to act, too`(tenants: Int) {
    var report = HostileNight.report(
      incident: SampleNight.incident(tenant: .named("x")), tenants: tenants)
    report.incidents[0].key = SeriesKey([.init(key: .code, text: Array("E-4711".utf8))])
    let code = Self.top(text(report))
    #expect(code.contains("CRITICAL: E-4711 at tenant-01"))
    #expect(code.contains("who somebody who knows this code: it is not in the catalogue"))
    #expect(code.contains("to do Find out what writes this code"))
    report.incidents[0].key = SeriesKey([.init(key: .tenant, text: Array("tenant-01".utf8))])
    report.rules[0] = JudgingRule(
      name: "silence", kind: .flatline, windowSeconds: 3_600, runbook: nil, warning: "",
      critical: "")
    let silence = Self.top(text(report))
    #expect(silence.contains("CRITICAL: nothing logged at tenant-01"))
    #expect(silence.contains("since 08:05 - 09:20 (1 h 15 min)"))
    #expect(silence.contains("who whoever runs the tenant or sends its logs"))
    #expect(silence.contains("to do See whether users can still log in there"))
  }

  @Test func `an empty day is told kindly and without tables`() {
    let text = text(SampleNight.emptyReport())
    #expect(text.hasPrefix("OK: nothing was logged\n"))
    #expect(text.contains("\nNothing was logged in this period. "))
    for title in ["TENANTS", "CODES", "DELIVERY"] { #expect(!text.contains(title)) }
    #expect(text.contains("Nothing to compare with: the past is not known."))
  }

  @Test func `obstacles are told first when nothing else is wrong`() {
    var report = SampleNight.report(incidents: [])
    report.obstacles = [.dataDamaged, .noRules]
    let lines = text(report).split(separator: "\n")
    #expect(lines[0].hasPrefix("UNKNOWN: an input is damaged, cut or not what it should be"))
    #expect(lines[2].hasPrefix("Not all could be judged: an input is damaged"))
    report = SampleNight.report()
    report.obstacles = [.dataDamaged]
    let first = text(report).prefix { $0 != "\n" }
    #expect(first == "CRITICAL: too_many_pn_per_tenant at 2 tenants since 08:05; partly judged")
  }

  @Test func `errors without a code are called so`() {
    var report = SampleNight.report()
    report.incidents[0].key = SeriesKey([.init(key: .code, text: nil)])
    let top = Self.top(text(report))
    #expect(top.contains("CRITICAL: errors without a code at harbor-bank and 1 more since 08:05"))
    #expect(top.contains("who somebody who knows the tenant: its logs name no code"))
  }

  @Test func `of many tenants with long names enough are told`() {
    var incident = SampleNight.incident(tenant: .named(String(repeating: "north-", count: 9)))
    incident.tenants += incident.tenants
    incident.key = SeriesKey([.init(key: .code, text: Array(Self.longest.utf8))])
    var report = SampleNight.report(incidents: [incident, incident])
    let zone = TimeZoneRules(
      name: "America/Argentina/Buenos_Aires", periods: [.init(start: 0, offset: -10_800)])
    report.zone = zone
    report.period = ReportPeriod(
      seconds: SampleNight.midnight + 14_400..<SampleNight.midnight + 619_200, zone: zone)
    let top = Self.top(text(report))
    #expect(top.contains("Saturday 2026-03-14 to Friday 2026-03-20, 7 days, -03:00 (America/"))
    #expect(top.contains("since 2026-03-14 04:05 - 05:20 -03:00 (1 h 15 min)"))
    #expect(top.contains("who an administrator of the tenant must act"))
    #expect(top.contains("to do Admin: renew the APNs key or certificate"))
  }

  private static let longest = "push_notification_wrong_credentials"

  @Test func `numbers that are too wide push the lesser ones out`() {
    var report = SampleNight.report()
    let huge = Int.max
    report.errors.count = huge
    report.records = huge
    for index in report.changes.indices {
      report.changes[index].errors.count = huge
      report.changes[index].errors.before = huge
      report.changes[index].errors.weekBefore = huge
      report.changes[index].errors.median = 1e300
    }
    report.tenants[0].errors.count = huge
    report.tenants[0].records = huge
    report.methods[0].attempts = huge
    report.methods[0].failures = huge
    for report in [report, NightlyReport.calm(report)] {
      let lines = text(report).split(separator: "\n")
      #expect(lines.allSatisfy { DisplayWidth.of(String($0)) <= 72 })
      #expect(lines.contains { $0.hasPrefix("  change") && $0.hasSuffix("expected        q") })
    }
  }

  @Test func `one error alone is a report, too`() {
    var report = SampleNight.emptyReport()
    report.records = 1
    report.errors = ComparedCount(count: 1)
    report.tenantCount = 1
    report.erringTenantCount = 1
    let one = ComparedCount(count: 1, users: UserCount(count: 1, isEstimate: false))
    report.codes = [
      CodeLine(
        code: .named("E1"), kind: .other, level: .unknown, entry: nil, errors: one,
        tenantCount: 1, tenants: [NamedCount(name: .named("acme"), count: 1)], bins: [1])
    ]
    report.tenants = [
      TenantLine(
        tenant: .named("acme"), errors: one, records: 1,
        codes: [NamedCount(name: .named("E1"), count: 1)], bins: [1])
    ]
    let text = text(report)
    #expect(text.hasPrefix("OK: no incident; 1 error in 1 record\n"))
    #expect(
      text.contains(
        """

        WHAT CHANGED

        1 error in 1 record, 1 of 1 tenant.
        Nothing to compare with: the past is not known. Use --state FILE, or
        give older logs too.

        TENANTS, the most affected first

          change  errors  expected  records  share  users  over time
        acme: E1 1
          ?            1         ?        1   100%      1  \u{2588}

        CODES, the most errors first

          change  errors  expected  users  tenants  over time
        E1: unknown
          ?            1         ?      1        1  \u{2588}

        FEED

        """))
  }

  @Test func `the first line cuts no code of the catalogue`() {
    var incident = SampleNight.incident(tenant: .named(String(repeating: "north-", count: 9)))
    for entry in CodeCatalogue.entries {
      incident.key = SeriesKey([.init(key: .code, text: Array(entry.code.utf8))])
      for tenants in [1, 37] {
        var report = HostileNight.report(incident: incident, tenants: tenants)
        if tenants == 1 { report.incidents = [incident] }
        report.obstacles = [.dataDamaged]
        let first = text(report).prefix { $0 != "\n" }
        #expect(first.hasPrefix("CRITICAL: \(entry.code)"))
        #expect(first.hasSuffix("; partly judged"))
        #expect(DisplayWidth.of(String(first)) <= 72)
      }
    }
  }

  @Test func `past twenty incidents are counted`() {
    let one = SampleNight.spike(tenant: .named("acme"))
    let text = text(SampleNight.report(incidents: Array(repeating: one, count: 23)))
    #expect(text.contains("\nAnd 3 more incidents; see all with -o json.\n"))
    #expect(text.split(separator: "\n").count { $0.hasPrefix("WARNING ") } == 20)
  }

  @Test func `colour adds nothing but colour`() {
    let coloured = text(SampleNight.report(), usesColor: true)
    #expect(coloured.contains("\u{1B}[1mWHAT CHANGED\u{1B}[0m"))
    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == text(SampleNight.report()))
  }

  /// The first 600 characters with every stretch of blanks as one.
  private static func top(_ text: String) -> String {
    text.prefix(600).split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }
}

extension NightlyReport {
  /// The same without incidents.
  fileprivate static func calm(_ report: NightlyReport) -> NightlyReport {
    var report = report
    report.incidents = []
    return report
  }
}
