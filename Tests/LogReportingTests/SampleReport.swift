import LogModel
import LogReporting

/// Reports that the tests of several formats share.
enum SampleReport {
  /// 2026-03-14T08:00:00Z.
  static let start: Int64 = 1_773_475_200

  /// Codes with texts of the tests' own.
  static let entries = [
    CatalogueEntry(
      code: "too_many_sms_per_tenant", meaning: "No more text messages go out for the tenant.",
      level: .unrecoverable, remedy: .operatorAction, category: "rate_quota", channel: "sms",
      scope: .tenant, httpStatus: "429", defaultPolicy: "critical:count>=1/5m",
      advice: "Operator: stop what sends so much, then ask for a higher limit.",
      source: "Public limits."),
    CatalogueEntry(
      code: "invalid_otp", meaning: "The one-time code is wrong.", level: .recoverable,
      remedy: .userRetry, category: "otp", channel: "otp", scope: .user, httpStatus: "~401",
      defaultPolicy: "info;warning:users>=20&share>=0.15/15m;warning:per_user>=10/1h",
      advice: "User: type the current code.", source: "Client tests."),
  ]

  /// One hour of three tenants with an incident in it.
  static func incident(
    zone: TimeZoneRules = .utc, examples: Bool = false
  ) -> Report {
    var ledger = Ledger()
    ledger.lines.lines = 45_682
    ledger.lines.blank = 3
    ledger.lines.malformed = 1
    ledger.lines.parsed = 45_678
    ledger.records.records = 45_678
    ledger.records.error = 2_269
    ledger.records.normal = 43_000
    ledger.records.other = 409
    ledger.records.untimed = 2
    let names: [Name] = [
      .named("acme"), .named("東京銀行"), .unknown, .named("too_many_sms_per_tenant"),
      .named("invalid_otp"), .named("E-77"),
    ]
    let history = [0, 0, 1, 3, 9, 40, 12, 0, 0, 0, 2, 1]
    func row(
      _ window: Int64, _ tenant: Int, _ code: Int, _ kind: CodeKind, _ level: RecoveryLevel,
      _ count: Int, users: UserCount?, share: Double, flag: Severity? = nil, history: [Int]
    ) -> ReportRow {
      ReportRow(
        windowStart: start + window * 300, windowEnd: start + window * 300 + 300, tenant: tenant,
        code: code, kind: kind, level: level, count: count, users: users, share: share,
        firstSeen: EventTime(seconds: start + window * 300 + 7),
        lastSeen: EventTime(seconds: start + window * 300 + 251, nanoseconds: 250_000_000),
        flag: flag,
        example: examples ? SourceLocation(file: "auth.log.gz", line: 1_042) : nil,
        history: history)
    }
    return Report(
      keys: ReportKey.standard, windows: .seconds(300), zone: zone,
      first: EventTime(seconds: start + 3, nanoseconds: 120_000_000),
      last: EventTime(seconds: start + 3_598), isComplete: true, isPartial: false, ledger: ledger,
      sources: [],
      rows: [
        row(
          0, 0, 4, .guardian, .recoverable, 1_180, users: UserCount(count: 1_020, isEstimate: true),
          share: 0.0512, history: Array(repeating: 90, count: 12)),
        row(
          1, 1, 4, .guardian, .recoverable, 1_040, users: UserCount(count: 77, isEstimate: false),
          share: 0.31, flag: .warning, history: history),
        row(
          4, 0, 3, .guardian, .unrecoverable, 40, users: UserCount(count: 12, isEstimate: false),
          share: 0.0008, flag: .critical, history: [0, 0, 0, 0, 40, 0, 0, 0, 0, 0, 0, 0]),
        row(
          4, 2, 5, .other, .unknown, 1, users: nil, share: 0.00001,
          history: [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]),
        ReportRow(
          isOther: true, count: 8, users: UserCount(count: 2, isEstimate: false), share: 0.0002),
      ],
      hasExamples: examples, isInStandardOrder: true,
      actions: [
        RequiredAction(
          severity: .critical, code: 3, tenants: [0], count: 40,
          users: UserCount(count: 12, isEstimate: false), start: start + 1_200, end: start + 1_500,
          rule: "critical:count>=1/5m"),
        RequiredAction(
          severity: .warning, code: 4, tenants: [1, 0], count: 2_220,
          users: UserCount(count: 1_090, isEstimate: true), start: start, end: start + 900,
          rule: "warning:users>=20&share>=0.15/15m"),
      ],
      tenantCount: 3, userCount: UserCount(count: 1_102, isEstimate: true), names: names)
  }

  /// A report of the given rows; its ledger has something of everything.
  static func small(
    keys: [ReportKey] = ReportKey.standard, names: [Name] = [], rows: [ReportRow],
    hasExamples: Bool = false
  ) -> Report {
    var ledger = Ledger()
    ledger.lines.lines = 14
    ledger.lines.blank = 1
    ledger.lines.malformed = 2
    ledger.lines.oversized = 1
    ledger.lines.parsed = 10
    ledger.lines.repaired = 2
    ledger.records.records = 10
    ledger.records.error = 3
    ledger.records.normal = 4
    ledger.records.other = 1
    ledger.records.filtered = 1
    ledger.records.duplicate = 1
    ledger.records.untenanted = 1
    return Report(
      keys: keys, windows: .seconds(300), zone: .utc,
      first: EventTime(seconds: start, nanoseconds: 500_000_000),
      last: EventTime(seconds: start + 3_599), isComplete: true, isPartial: false, ledger: ledger,
      sources: [], rows: rows, hasExamples: hasExamples, isInStandardOrder: true, actions: [],
      tenantCount: 1, userCount: nil, names: names)
  }

  /// What a format makes of a report.
  static func text(
    _ format: some ReportFormat, _ report: Report, _ options: RenderOptions = RenderOptions()
  ) -> String {
    let pieces = Pieces()
    var sink = TextSink { pieces.bytes += $0 }
    format.write(report, options: options, to: &sink)
    try? sink.finish()
    return String(decoding: pieces.bytes, as: UTF8.self)
  }
}

/// Takes the pieces of a sink.
final class Pieces {
  var bytes: [UInt8] = []
}
