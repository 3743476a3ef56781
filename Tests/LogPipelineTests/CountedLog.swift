import LogAggregation
import LogAlerting
import LogModel
import LogPipeline

/// Small logs for tests of reports: counted records and rows as text.
struct CountedLog {
  /// 2026-03-14T08:00:00Z.
  static let eight: Int64 = 1_773_475_200

  static let entries = [
    entry("invalid_otp", .recoverable, "otp"), entry("too_many_pn", .recoverable, "rate_quota"),
    entry("tenant_not_found", .unrecoverable, "tenant"),
  ]

  var plan: CountingPlan
  private var batch = EventBatch()

  init(
    windows: TumblingWindows = .seconds(300), keys: Set<ReportKey> = [.window, .tenant, .code],
    maxGroups: Int = 1_000_000, keepsExamples: Bool = false
  ) {
    plan = CountingPlan(
      windows: windows, keys: keys, now: EventTime(seconds: CountedLog.eight + 7_200),
      maxGroups: maxGroups, keepsExamples: keepsExamples)
    plan.directory = CodeDirectory(entries: CountedLog.entries)
  }

  /// Adds `count` errors of as many users, whose numbers begin at `user`, or of none.
  mutating func error(
    _ code: String, minute: Int64?, tenant: String? = "acme", kind: CodeKind? = nil,
    user: Int? = nil, method: String = "", count: Int = 1
  ) {
    for number in 0..<count {
      add(
        .error, code: code, minute: minute, tenant: tenant, kind: kind,
        user: user.map { "auth0|\($0 + number)" } ?? "", method: method)
    }
  }

  mutating func normal(minute: Int64?, tenant: String? = "acme", count: Int = 1) {
    for _ in 0..<count { add(.normal, code: "", minute: minute, tenant: tenant, kind: nil) }
  }

  private mutating func add(
    _ recordClass: RecordClass, code: String, minute: Int64?, tenant: String?, kind: CodeKind?,
    user: String = "", method: String = ""
  ) {
    let index = kind == nil ? CountedLog.entries.firstIndex { $0.code == code } : nil
    var event = Event(
      recordClass: recordClass, codeKind: kind ?? (index == nil ? .other : .guardian))
    event.catalogueIndex = Int16(index ?? -1)
    event.hasTime = minute != nil
    if let minute { event.time = EventTime(seconds: CountedLog.eight + minute * 60) }
    event.tenant = batch.store(Array((tenant ?? "").utf8))
    event.code = batch.store(Array(code.utf8))
    event.user = batch.store(Array(user.utf8))
    event.method = batch.store(Array(method.utf8))
    event.line = batch.events.count
    batch.events.append(event)
  }

  var aggregate: PartialAggregate { aggregate(for: RuleSet()) }

  private func aggregate(for rules: RuleSet) -> PartialAggregate {
    var plan = plan
    plan.requests = RuleJudge(rules).requests()
    var aggregate = PartialAggregate(plan: plan, seed: 9)
    aggregate.add(batch, events: batch.events.indices, source: 0, firstLine: 1)
    return aggregate
  }

  /// What is new since some memory was left, which is replaced; the clock lags by a quarter of an hour.
  func step(_ memory: inout AlertMemory, rules: [Rule]) -> AlertStep {
    let set = RuleSet(rules: rules)
    let aggregate = aggregate(for: set)
    if let clock = aggregate.clock {
      memory.watermark.advance(to: clock, now: plan.now, latenessSeconds: 900)
    }
    let judged = Judged(aggregate, by: set, closedBefore: memory.watermark.closedBefore)
    let step = judged.step(from: memory)
    memory = step.memory
    return step
  }

  /// The report, judged by some rules of which only some alerts are told.
  func report(
    _ selection: RowSelection, rules: [Rule] = [], keeping: (Alert) -> Bool = { _ in true }
  ) -> Report {
    let builder = ReportBuilder(
      selection: selection, zone: .utc, entries: CountedLog.entries)
    let source = SourceSummary(name: "a.log", lines: LineLedger(), bytes: 0, problem: nil)
    let set = RuleSet(rules: rules)
    let aggregate = aggregate(for: set)
    var judged = Judged(aggregate, by: set)
    judged.alerts = judged.alerts.filter(keeping)
    return builder.report(
      from: aggregate, sources: [source], ledger: LineLedger(), judged: judged, isPartial: false)
  }

  private static func entry(
    _ code: String, _ level: RecoveryLevel, _ category: String
  ) -> CatalogueEntry {
    CatalogueEntry(
      code: code, meaning: "", level: level, remedy: .userRetry, category: category,
      channel: "any", scope: .user, httpStatus: "none", defaultPolicy: "info", advice: "",
      source: "")
  }
}

extension Report {
  func text(_ name: Int) -> String {
    guard name >= 0 else { return "" }
    switch names[name] {
    case .unknown: return "-"
    case .other: return "(other)"
    case .named(let text): return text
    }
  }

  /// The cells of every row but the times and the share, those of absent keys left out.
  var lines: [String] {
    rows.map { row in
      let start = row.windowStart.map { "+\(($0 - CountedLog.eight) / 60)" } ?? "untimed"
      let cells = [
        keys.contains(.window) && !row.isOther ? start : "", text(row.tenant), text(row.code),
        row.kind?.name ?? "", row.level?.name ?? "", text(row.category), text(row.method),
        String(row.count), row.users.map { "\($0.count) users" } ?? "", row.flag?.name ?? "",
      ]
      return cells.filter { !$0.isEmpty }.joined(separator: " ")
    }
  }
}
