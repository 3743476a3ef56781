import LogAlerting
import LogModel

/// A log that grows from run to run, with rules that remember what they told.
///
/// Counts are kept as plain as can be, all in windows of one length; each run judges all of them.
struct AlertStory {
  /// A record of the story; its time is the start of its window.
  struct Event: Hashable {
    var tenant: String
    var code = "x"
    var window: Int64
    var isError = true
  }

  private struct Cell: Hashable {
    let tenant: String
    let window: Int64
  }

  let set: RuleSet
  var windowSeconds: Int64 = 300
  var latenessSeconds: Int64 = 0
  var now = EventTime(seconds: 1 << 40)
  var horizon: Int64 = .min
  private(set) var memory = AlertMemory()
  private var errors: [Cell: [String: Int]] = [:]
  private var records: [Cell: Int] = [:]

  init(_ rules: [Rule], silences: [Silence] = [], latenessSeconds: Int64 = 0) {
    set = RuleSet(rules: rules, silences: silences)
    self.latenessSeconds = latenessSeconds
  }

  /// Takes new records, and tells what is new and how bad it is.
  ///
  /// The records are written `a3x5` (five errors of tenant a in window 3), `a3n2` (two normal ones) and
  /// `7` (a normal one of another tenant, so that the clock goes on). The answer has the transitions
  /// and behind a bar the level: `firing warning a 3-4 | w`.
  mutating func run(_ batch: String) -> String {
    let step = run(batch.split(separator: " ").flatMap { AlertStory.events(String($0)) })
    let level = step.incidents.map(\.severity).max()
    let told = step.transitions.map(text).joined(separator: "; ")
    return told + (told.isEmpty ? "| " : " | ")
      + (level.map { $0 == .critical ? "c" : "w" } ?? ".")
  }

  mutating func run(_ events: [Event]) -> AlertStep {
    for event in events {
      let cell = Cell(tenant: event.tenant, window: event.window)
      records[cell, default: 0] += 1
      if event.isError { errors[cell, default: [:]][event.code, default: 0] += 1 }
      memory.watermark.advance(
        to: EventTime(seconds: event.window * windowSeconds), now: now,
        latenessSeconds: latenessSeconds)
    }
    let step = AlertLifecycle(set.rules).step(from: memory, lives: lives(), horizon: horizon)
    memory = step.memory
    return step
  }

  /// The incidents by all that is known, judged with the windows closed that the clock says.
  func lives() -> [IncidentLife] {
    let judge = RuleJudge(set)
    let ends = records.keys.map { ($0.window + 1) * windowSeconds }
    let scope = JudgingScope(
      stretches: [0..<(ends.max() ?? 0)], closedBefore: memory.watermark.closedBefore,
      baseSeconds: windowSeconds)
    let judged = judge.alerts(for: judge.requests().map(table), scope: scope)
    return LifeGrouping(set.rules).groups(of: judged.alerts, silenced: judged.silenced).map {
      var life = $0.life
      life.incident = incident(of: $0.alerts.map { judged.alerts[$0] })
      return life
    }
  }

  private func table(_ request: MeasureRequest) -> MeasureTable {
    let isOfRecords = request.counted == .records
    let isOfCodes = request.by.contains(.code)
    var counts: [SeriesKey: [Int64: (count: Int, records: Int)]] = [:]
    for (cell, total) in records {
      let codes = isOfRecords ? ["": total] : errors[cell] ?? [:]
      for (code, count) in codes {
        var parts = [SeriesKey.Part(key: .tenant, text: Array(cell.tenant.utf8))]
        if isOfCodes { parts.append(.init(key: .code, text: Array(code.utf8))) }
        let known = counts[SeriesKey(parts)]?[cell.window]?.count ?? 0
        counts[SeriesKey(parts), default: [:]][cell.window] = (known + count, total)
      }
    }
    var table = MeasureTable(windowSeconds: windowSeconds)
    for (number, key) in counts.keys.sorted().enumerated() {
      table.append(key)
      for (window, sums) in (counts[key] ?? [:]).sorted(by: { $0.key < $1.key })
      where sums.count >= request.minCount {
        table.append(
          Measure(
            series: number, window: window, count: sums.count, records: sums.records))
      }
    }
    return table
  }

  /// An incident with the sums that matter here.
  private func incident(of alerts: [Alert]) -> Incident? {
    guard
      let decisive = alerts.max(by: { ($0.severity, $0.count) < ($1.severity, $1.count) }),
      let start = alerts.map(\.seconds.lowerBound).min(),
      let end = alerts.map(\.seconds.upperBound).max(),
      let worst = alerts.max(by: { $0.count < $1.count })
    else { return nil }
    let tenants = Set(alerts.map { $0.key.name(.tenant) ?? .unknown })
    return Incident(
      severity: decisive.severity, rules: [decisive.rule],
      key: IncidentGrouping.key(of: decisive),
      tenants: tenants.sorted { "\($0)" < "\($1)" }.map {
        IncidentTenant(
          name: $0, severity: decisive.severity, count: 1, users: nil, seconds: start..<end)
      }, seconds: start..<end,
      peak: IncidentPeak(seconds: start..<end, count: worst.count, expected: nil),
      count: alerts.reduce(0) { $0 + $1.count }, users: nil, decisive: decisive,
      alertCount: alerts.count)
  }

  /// `escalated[severity] critical ab 3-4`: the tenants, the first window and the last.
  private func text(_ transition: AlertTransition) -> String {
    let alert = transition.alert
    let reasons = transition.reasons.map(\.rawValue).joined(separator: ",")
    let names = transition.incident?.tenants.map(\.name) ?? []
    let tenants = names.map { if case .named(let name) = $0 { name } else { "-" } }
    return transition.kind.rawValue + (reasons.isEmpty ? "" : "[\(reasons)]") + " "
      + alert.severity.name + " " + (tenants.isEmpty ? alert.tenant ?? "-" : tenants.joined())
      + " \(alert.seconds.lowerBound / windowSeconds)"
      + "-\(alert.seconds.upperBound / windowSeconds - 1)"
  }

  private static func events(_ token: String) -> [Event] {
    if let window = Int64(token) {
      return [Event(tenant: "z", window: window, isError: false)]
    }
    let parts = token.dropFirst().split { $0 == "x" || $0 == "n" }
    let event = Event(
      tenant: String(token.prefix(1)), window: Int64(parts[0]) ?? 0,
      isError: token.contains("x"))
    return Array(repeating: event, count: Int(parts[1]) ?? 0)
  }
}

extension Rule {
  /// A warning at two errors of a code and tenant, critical at five, in windows of five minutes.
  static func counting(
    _ name: String = "r", windowSeconds: Int64 = 300, wait: Int64 = 0, keep: Int64? = nil,
    renotify: Int64 = 14_400
  ) -> Rule {
    func count(_ least: UInt) -> [RuleCondition] {
      [RuleCondition(metric: .count, atLeast: DecimalThreshold(numerator: least))]
    }
    return Rule(
      name: name, kind: .threshold(RuleThresholds(warning: count(2), critical: count(5))),
      windowSeconds: windowSeconds, forSeconds: wait, keepFiringSeconds: keep,
      renotifySeconds: renotify)
  }

  /// Half of all records of the tenant are errors; it waits until the window closes.
  static func sharing(_ severity: Severity = .warning, besides count: Bool = false) -> Rule {
    var thresholds = RuleThresholds()
    thresholds[severity] = [
      RuleCondition(
        metric: .share, atLeast: DecimalThreshold(numerator: 1, denominator: 2))
    ]
    if count {
      thresholds[.warning] = [
        RuleCondition(metric: .count, atLeast: DecimalThreshold(numerator: 2))
      ]
    }
    return Rule(name: "share", kind: .threshold(thresholds), windowSeconds: 300)
  }
}
