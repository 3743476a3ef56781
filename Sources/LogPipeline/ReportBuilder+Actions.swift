import LogAggregation
import LogAlerting
import LogModel

extension ReportBuilder {
  /// What an action is about: a code, or a rule that does not tell codes apart.
  private enum Subject: Hashable {
    case code([UInt8]?)
    case rule(Int)
  }

  /// The worst of what the alerts on a subject say, and where.
  private struct Case {
    var subject: Subject
    /// Where the code stands in the catalogue; then other codes by their bytes, then rules.
    var order: (Int, [UInt8])
    var severity: Severity
    var rule: String
    /// Of this very rule and severity; the windows of a tenant do not overlap, being of one length.
    var alerts: [Alert]
    /// Worst first; nil for the unknown tenant.
    var tenants: [[UInt8]?]

    var count: Int { alerts.reduce(0) { $0 + $1.count } }
  }

  /// What needs somebody to act, whatever rows were chosen: one action a code, the worst first, then
  /// the one with the most errors.
  ///
  /// An action quotes one rule: of those of the worst severity the one that fired with the most
  /// errors. Count, users, start and end are those of the windows in which this rule fired, so
  /// that no error counts twice; a user of several windows counts once. The tenants are those of
  /// all alerts on the code, by severity, then by errors under that severity's busiest rule.
  func actions(
    for judged: Judged, in aggregate: PartialAggregate, names: inout NameList
  ) -> [RequiredAction] {
    guard !judged.alerts.isEmpty else { return [] }
    var bySubject: [Subject: [Alert]] = [:]
    for run in judged.alerts.runsOfSeries {
      let code = run.first?.key.parts.first { $0.key == .code }
      let subject = code.map { Subject.code($0.text) } ?? .rule(run.first?.rule ?? 0)
      bySubject[subject, default: []] += run
    }
    let numbers = Numbers(of: aggregate)
    var cases = bySubject.compactMap { subject, alerts in
      worstCase(of: alerts, subject: subject, numbers: numbers, judged: judged)
    }
    cases.sort { left, right in
      if left.severity != right.severity { return left.severity > right.severity }
      let counts = (left.count, right.count)
      if counts.0 != counts.1 { return counts.0 > counts.1 }
      if left.order.0 != right.order.0 { return left.order.0 < right.order.0 }
      return left.order.1.lexicographicallyPrecedes(right.order.1)
    }
    return cases.map { theCase in
      let code =
        switch theCase.subject {
        case .code(let code): names.code(numbers.code(code))
        case .rule(let number): names.rule(judged.set.rules[number].name)
        }
      return RequiredAction(
        severity: theCase.severity, code: code,
        tenants: theCase.tenants.map { names.tenant(numbers.tenant($0)) }, count: theCase.count,
        users: judged.index.sum(of: theCase.alerts.map(MeasureSpan.init)).users,
        start: theCase.alerts.map(\.seconds.lowerBound).min(),
        end: theCase.alerts.map(\.seconds.upperBound).max(), rule: theCase.rule)
    }
  }

  private func worstCase(
    of alerts: [Alert], subject: Subject, numbers: Numbers, judged: Judged
  ) -> Case? {
    guard let severity = alerts.map(\.severity).max() else { return nil }
    var byNotation: [String: [Alert]] = [:]
    for (rule, alerts) in Dictionary(
      grouping: alerts.filter({ $0.severity == severity }), by: \.rule)
    {
      byNotation[judged.set.rules[rule].notation(severity), default: []] += alerts
    }
    let busiest = byNotation.max { left, right in
      let counts = (ReportBuilder.count(of: left.value), ReportBuilder.count(of: right.value))
      // Of equals the one whose text comes first.
      return counts.0 != counts.1 ? counts.0 < counts.1 : left.key > right.key
    }
    guard let busiest else { return nil }
    return Case(
      subject: subject, order: numbers.order(of: subject), severity: severity, rule: busiest.key,
      alerts: busiest.value, tenants: tenants(of: alerts))
  }

  private func tenants(of alerts: [Alert]) -> [[UInt8]?] {
    let named = alerts.filter { $0.key.contains(.tenant) }
    var byTenant: [[UInt8]?: [Alert]] = [:]
    for run in named.runsOfSeries {
      byTenant[run.first?.key.parts.first { $0.key == .tenant }?.text, default: []] += run
    }
    let ranked = byTenant.map { tenant, alerts in
      let severity = alerts.map(\.severity).max() ?? .warning
      let rules = Dictionary(grouping: alerts.filter { $0.severity == severity }, by: \.rule)
      let count = rules.values.map(ReportBuilder.count).max() ?? 0
      return (
        key: SeriesKey([.init(key: .tenant, text: tenant)]), tenant: tenant, severity: severity,
        count: count
      )
    }
    return ranked.sorted { left, right in
      if left.severity != right.severity { return left.severity > right.severity }
      return left.count != right.count ? left.count > right.count : left.key < right.key
    }.map(\.tenant)
  }

  private static func count(of alerts: [Alert]) -> Int {
    alerts.reduce(0) { $0 + $1.count }
  }

  /// The numbers of names in an aggregate, by the bytes that rules see.
  private struct Numbers {
    private var tenants: [[UInt8]: Int] = [:]
    private var codes: [[UInt8]: Int] = [:]
    private let aggregate: PartialAggregate

    init(of aggregate: PartialAggregate) {
      self.aggregate = aggregate
      for number in 1..<max(aggregate.tenantNames.count, 1) {
        tenants[Array(aggregate.tenantNames.bytes(of: number))] = number
      }
      for number in 1..<max(aggregate.codeNames.count, 1) {
        guard let code = aggregate.facts(ofCode: number).code else { continue }
        // A code before its aliases.
        if codes[code] == nil || code.elementsEqual(aggregate.codeNames.bytes(of: number)) {
          codes[code] = number
        }
      }
    }

    func tenant(_ text: [UInt8]?) -> Int { text.flatMap { tenants[$0] } ?? 0 }
    func code(_ text: [UInt8]?) -> Int { text.flatMap { codes[$0] } ?? 0 }

    func order(of subject: Subject) -> (Int, [UInt8]) {
      switch subject {
      case .code(let code):
        let index = aggregate.catalogueIndex(ofCode: self.code(code))
        return (index >= 0 ? index : 1 << 20, code ?? [])
      case .rule(let number): return (1 << 40 + number, [])
      }
    }
  }
}

extension [Alert] {
  /// The alerts of one series of one rule that stand side by side, which in the order of judging are all.
  fileprivate var runsOfSeries: [ArraySlice<Alert>] {
    var runs: [ArraySlice<Alert>] = []
    var start = startIndex
    for index in indices.dropFirst()
    where self[index].rule != self[start].rule || self[index].series != self[start].series {
      runs.append(self[start..<index])
      start = index
    }
    if start < endIndex { runs.append(self[start...]) }
    return runs
  }
}
