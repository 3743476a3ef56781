import LogModel
import LogTestSupport

import LogReporting

/// A Saturday in Berlin with two incidents, made by hand.
enum SampleNight {
  static let berlin = TimeZoneRules(
    name: "Europe/Berlin",
    periods: [
      .init(start: 1_761_440_400, offset: 3_600),
      .init(start: 1_774_746_000, offset: 7_200),
    ])

  /// 2026-03-14 00:00 +01:00.
  static let midnight: Int64 = 1_773_442_800

  static func second(_ hour: Int64, _ minute: Int64 = 0) -> Int64 {
    midnight + hour * 3_600 + minute * 60
  }

  static let period = ReportPeriod(seconds: midnight..<midnight + 86_400, zone: berlin)

  static let rules = [
    JudgingRule(
      name: "builtin/too_many_pn_per_tenant", kind: .threshold, windowSeconds: 300, runbook: nil,
      warning: "", critical: "critical:count>=1/5m"),
    JudgingRule(
      name: "builtin/spike", kind: .spike, windowSeconds: 300,
      runbook: "https://wiki.example/mfa", warning: "", critical: ""),
  ]

  static func report(
    tenant: String = "harbor-bank", incidents: [Incident]? = nil, errors: Int = 412
  ) -> NightlyReport {
    let tenant = Name.named(tenant)
    let bins = (0..<24).map { hour in hour == 8 ? 300 : hour == 3 ? 0 : 4 + hour % 3 }
    let quota = CodeCatalogue.entries.first { $0.code == "too_many_pn_per_tenant" }
    let passcode = CodeCatalogue.entries.first { $0.code == "invalid_otp" }
    let forecast = DayForecast(
      expected: 118, baseline: .weekday, periods: 4, dispersion: 2.5, p: 1e-12, q: 2e-11)
    let compared = ComparedCount(
      count: errors, users: UserCount(count: 230, isEstimate: false), before: 120, weekBefore: 118,
      median: 119.5, forecast: forecast, change: .risen)
    let lines = [
      CodeLine(
        code: .named("too_many_pn_per_tenant"), kind: .guardian, level: .unrecoverable,
        entry: quota,
        errors: ComparedCount(
          count: 290, users: UserCount(count: 170, isEstimate: false), before: 0, weekBefore: 0,
          median: 0,
          forecast: DayForecast(
            expected: 0, baseline: .weekday, periods: 4, dispersion: 1.5, p: 1e-40, q: 1e-39),
          change: .new),
        tenantCount: 2,
        tenants: [NamedCount(name: tenant, count: 280), NamedCount(name: .unknown, count: 10)],
        bins: bins.map { $0 > 100 ? 290 : 0 }, severity: .critical),
      CodeLine(
        code: .named("invalid_otp"), kind: .guardian, level: .recoverable, entry: passcode,
        errors: ComparedCount(
          count: 122, users: UserCount(count: 1_090, isEstimate: true), before: 120,
          weekBefore: 118, median: 119.5,
          forecast: DayForecast(
            expected: 118, baseline: .weekday, periods: 4, dispersion: 1.5, p: 0.38, q: 0.7),
          change: .usual),
        tenantCount: 5, tenants: [NamedCount(name: tenant, count: 60)],
        bins: bins.map { min($0, 10) }),
    ]
    let gone = CodeLine(
      code: .named("sms_undeliverable"), kind: .other, level: .unknown, entry: nil,
      errors: ComparedCount(
        count: 0, before: 40, weekBefore: 38, median: 39,
        forecast: DayForecast(
          expected: 38, baseline: .weekday, periods: 4, dispersion: 1.5, p: 1e-9, q: 1e-8),
        change: .gone),
      tenantCount: 0, tenants: [NamedCount(name: .named("acme"), count: 40)],
      bins: Array(repeating: 0, count: 24))
    let others = ["acme", "zeta", "north-clinic", "東京大学"].enumerated().map { index, name in
      TenantLine(
        tenant: .named(name),
        errors: ComparedCount(
          count: 12 - index, users: UserCount(count: 8, isEstimate: false), before: 11,
          weekBefore: 12, median: 11.5,
          forecast: DayForecast(
            expected: 12, baseline: .weekday, periods: 4, dispersion: 1.5, p: 0.5, q: 0.9),
          change: .usual),
        records: 900 - 100 * index, codes: [NamedCount(name: .named("invalid_otp"), count: 9)],
        bins: (0..<24).map { ($0 + index) % 5 == 0 ? 2 : 0 })
    }
    let worst = TenantLine(
      tenant: tenant, errors: compared, records: 9_800,
      codes: [
        NamedCount(name: .named("too_many_pn_per_tenant"), count: 280),
        NamedCount(name: .named("invalid_otp"), count: 60),
      ],
      bins: bins, severity: .critical)
    return NightlyReport(
      period: period, zone: berlin, rules: rules,
      incidents: incidents ?? [incident(tenant: tenant), spike(tenant: tenant)], silencedCount: 1,
      obstacles: [],
      past: ComparedPast(
        known: Array(period.earlier.prefix(27)), wanted: 28, hasBefore: true, hasWeekBefore: true,
        knownFrom: midnight - 27 * 86_400),
      errors: compared, records: 12_400, changes: [lines[0], gone], tenants: [worst] + others,
      otherTenants: RestLine(
        members: 3, errors: 7, records: 300, users: nil, bins: Array(repeating: 0, count: 24)),
      tenantCount: 11, erringTenantCount: 8, codes: lines, otherCodes: nil,
      methods: [
        MethodLine(
          method: .named("push"), attempts: 9_000, failures: 300, shareBefore: 0.004,
          medianShare: 0.0041),
        MethodLine(
          method: .named("sms"), attempts: 2_400, failures: 90, shareBefore: 0.03,
          medianShare: nil),
        MethodLine(method: .unknown, attempts: 1_000, failures: 22),
      ],
      feed: FeedHealth(
        gaps: [second(3)..<second(3, 40)], lagSeconds: nil,
        silentTenants: [
          SilentTenant(
            tenant: .named("quiet-co"), lastSeen: second(0) - 7_200, usualRecords: 240.5)
        ], silentTenantCount: 1, untimed: 2, ahead: 0),
      timeline: Timeline(
        bins: (0..<24).map { second($0)..<second($0 + 1) }, records: bins.map { $0 * 10 + 200 },
        errors: bins,
        bands: (0..<24).map { hour in
          hour == 23 ? nil : ExpectedBand(low: 1, expected: 4.5 + Double(hour % 3), high: 13)
        }),
      origin: ReportOrigin(
        command: "mfa-logstat report --since yesterday --until today --state mfa.state",
        version: "0.1.0", state: "mfa.state"),
      table: table())
  }

  /// A day of which nothing is known, nor of any before it.
  static func emptyReport() -> NightlyReport {
    var report = report(incidents: [], errors: 0)
    report.silencedCount = 0
    report.past = ComparedPast(
      known: [], wanted: 28, hasBefore: false, hasWeekBefore: false, knownFrom: nil)
    report.errors = ComparedCount(count: 0)
    report.records = 0
    (report.tenantCount, report.erringTenantCount) = (0, 0)
    (report.changes, report.tenants, report.codes, report.methods) = ([], [], [], [])
    report.otherTenants = nil
    report.feed = FeedHealth(
      gaps: [], lagSeconds: nil, silentTenants: [], silentTenantCount: 0, untimed: 0, ahead: 0)
    report.timeline.records = Array(repeating: 0, count: 24)
    report.timeline.errors = Array(repeating: 0, count: 24)
    report.timeline.bands = Array(repeating: nil, count: 24)
    report.table.first = nil
    report.table.last = nil
    report.table.rows = ReportRows([ReportRow]())
    report.table.ledger = Ledger()
    return report
  }

  static func incident(tenant: Name) -> Incident {
    let seconds = second(8, 5)..<second(9, 20)
    return Incident(
      severity: .critical, rules: [0],
      key: SeriesKey([.init(key: .code, text: Array("too_many_pn_per_tenant".utf8))]),
      tenants: [
        IncidentTenant(
          name: tenant, severity: .critical, count: 280,
          users: UserCount(count: 165, isEstimate: false), seconds: seconds),
        IncidentTenant(
          name: .unknown, severity: .critical, count: 10, users: nil, seconds: seconds),
      ], seconds: seconds,
      peak: IncidentPeak(seconds: second(8, 10)..<second(8, 15), count: 60, expected: nil),
      count: 290, users: UserCount(count: 170, isEstimate: false),
      decisive: Alert(
        rule: 0, series: 0,
        key: SeriesKey([
          .init(key: .tenant, text: nil),
          .init(key: .code, text: Array("too_many_pn_per_tenant".utf8)),
        ]), severity: .critical, seconds: second(8, 10)..<second(8, 15), count: 60), alertCount: 18)
  }

  static func spike(tenant: Name) -> Incident {
    let seconds = second(20)..<second(20, 30)
    return Incident(
      severity: .warning, rules: [1],
      key: SeriesKey([.init(key: .code, text: Array("invalid_otp".utf8))]),
      tenants: [
        IncidentTenant(
          name: tenant, severity: .warning, count: 31,
          users: UserCount(count: 20, isEstimate: false), seconds: seconds)
      ], seconds: seconds,
      peak: IncidentPeak(seconds: second(20)..<second(20, 5), count: 22, expected: 1.5),
      count: 31, users: UserCount(count: 20, isEstimate: false),
      decisive: Alert(
        rule: 1, series: 0,
        key: SeriesKey([.init(key: .code, text: Array("invalid_otp".utf8))]), severity: .warning,
        seconds: second(20)..<second(20, 5), count: 22,
        forecast: Forecast(
          expected: 1.5, bound: 9, dispersion: 1.5, p: 1e-9, q: 1e-8, level: 1e-4, family: 40,
          baseline: .sameTime, baselineSeconds: [], isTold: false)), alertCount: 2)
  }

  static func table() -> Report {
    var ledger = Ledger()
    ledger.lines.lines = 12_403
    ledger.lines.malformed = 1
    ledger.lines.parsed = 12_402
    ledger.records.records = 12_402
    ledger.records.error = 412
    ledger.records.normal = 11_988
    ledger.records.other = 2
    let rows = [
      ReportRow(
        windowStart: second(8), windowEnd: second(9), tenant: 0, code: 1, kind: .guardian,
        level: .unrecoverable, count: 290, share: 0.4, flag: .critical)
    ]
    return Report(
      keys: ReportKey.standard, windows: .seconds(3_600), zone: berlin,
      first: EventTime(seconds: midnight), last: EventTime(seconds: midnight + 86_399),
      isComplete: true, isPartial: false, ledger: ledger,
      sources: [
        SourceSummary(name: "auth.log", lines: ledger.lines, bytes: 3_000_000, problem: nil)
      ], rows: rows, hasExamples: false, isInStandardOrder: true, actions: [], tenantCount: 8,
      userCount: nil, names: [.named("harbor-bank"), .named("too_many_pn_per_tenant")])
  }
}
