import LogModel
import LogReporting

/// The page of a report, and pages of reports that differ from the sample.
enum PageFixture {
  static func page(_ report: NightlyReport, _ options: RenderOptions = RenderOptions()) -> String {
    var bytes: [UInt8] = []
    var sink = TextSink { bytes += $0 }
    NightlyHTMLFormat().write(report, options: options, to: &sink)
    try? sink.finish()
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Nothing was logged, and nothing is known of earlier days.
  static var emptyDay: NightlyReport {
    var report = SampleNight.report(incidents: [], errors: 0)
    (report.records, report.tenantCount, report.erringTenantCount) = (0, 0, 0)
    report.errors = ComparedCount(count: 0)
    (report.changes, report.tenants, report.codes, report.methods) = ([], [], [], [])
    report.otherTenants = nil
    report.silencedCount = 0
    report.past = ComparedPast(
      known: [], wanted: 28, hasBefore: false, hasWeekBefore: false, knownFrom: nil)
    report.timeline.records = Array(repeating: 0, count: 24)
    report.timeline.errors = Array(repeating: 0, count: 24)
    report.timeline.bands = Array(repeating: nil, count: 24)
    report.feed = FeedHealth(
      gaps: [], lagSeconds: nil, silentTenants: [], silentTenantCount: 0, untimed: 0, ahead: 0)
    report.table.ledger = Ledger()
    report.table.sources = []
    report.origin.state = nil
    return report
  }

  /// One error of one tenant, and nothing else.
  static var singleEvent: NightlyReport {
    var report = emptyDay
    let bins = (0..<24).map { $0 == 8 ? 1 : 0 }
    let count = ComparedCount(count: 1)
    (report.records, report.tenantCount, report.erringTenantCount) = (1, 1, 1)
    report.errors = count
    report.timeline.errors = bins
    report.timeline.records = bins
    report.tenants = [
      TenantLine(
        tenant: .named("acme"), errors: count, records: 1,
        codes: [NamedCount(name: .named("invalid_otp"), count: 1)], bins: bins)
    ]
    report.codes = [
      CodeLine(
        code: .named("invalid_otp"), kind: .guardian, level: .recoverable, entry: nil,
        errors: count, tenantCount: 1, tenants: [NamedCount(name: .named("acme"), count: 1)],
        bins: bins)
    ]
    report.methods = [MethodLine(method: .unknown, attempts: 1, failures: 1)]
    return report
  }

  /// Every report that a rule for all pages is tried on.
  static var all: [(name: String, report: NightlyReport)] {
    var flat = SampleNight.report()
    flat.timeline = Timeline(bins: [], records: [], errors: [], bands: [])
    flat.obstacles = [.dataDamaged, .inputUnopenable]
    flat.rules[1].runbook = "javascript:alert(1)"
    return [
      ("sample", SampleNight.report()), ("crowded", CrowdedNight.report()), ("empty", emptyDay),
      ("single", singleEvent), ("flat", flat),
    ]
  }
}
