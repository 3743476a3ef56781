import LogAggregation
import LogAlerting
import LogModel

extension ReportBuilder {
  /// What an action is about: a code, or a rule that does not tell codes apart.
  fileprivate enum Subject: Hashable {
    case code([UInt8]?)
    case rule(Int)
  }

  /// The worst of what the alerts on a subject say, and where.
  fileprivate struct Case {
    var subject: Subject
    /// Where the code stands in the catalogue; then other codes by their bytes, then rules.
    var order: (Int, [UInt8])
    var severity: Severity
    var rule: String
    /// Numbers of alerts of this very rule and severity; the windows of a tenant do not overlap, being of
    /// one length.
    var alerts: [Int]
    /// Their errors.
    var count: Int
    /// Worst first; nil for the unknown tenant.
    var tenants: [[UInt8]?]
    var users: UserCount?
    /// In UTC seconds.
    var start: Int64?
    var end: Int64?
  }

  /// What needs somebody to act, whatever rows were chosen: one action a code, the worst first, then
  /// the one with the most errors.
  ///
  /// An action quotes one rule: of those of the worst severity the one that fired with the most
  /// errors. Count, users, start and end are those of the windows in which this rule fired, so
  /// that no error counts twice; a user of several windows counts once. The tenants are those of
  /// all alerts on the code, by severity, then by errors under that severity's busiest rule.
  struct Actions {
    fileprivate var cases: [Case] = []
    fileprivate var numbers: Numbers

    fileprivate init(numbers: Numbers) { self.numbers = numbers }

    /// The actions as reports tell them.
    func told(of judged: Judged, names: inout NameList) -> [RequiredAction] {
      cases.map { theCase in
        let code =
          switch theCase.subject {
          case .code(let code): names.code(numbers.code(code))
          case .rule(let number): names.rule(judged.set.rules[number].name)
          }
        return RequiredAction(
          severity: theCase.severity, code: code,
          tenants: theCase.tenants.map { names.tenant(numbers.tenant($0)) },
          count: theCase.count, users: theCase.users, start: theCase.start, end: theCase.end,
          rule: theCase.rule)
      }
    }
  }

  /// Finds what needs somebody to act.
  func actions(for judged: Judged, in aggregate: PartialAggregate) -> Actions {
    let numbers = Numbers(of: aggregate)
    var actions = Actions(numbers: numbers)
    guard !judged.alerts.isEmpty else { return actions }
    var bySubject: [Subject: [Int]] = [:]
    for run in judged.runs(of: Array(judged.alerts.indices)) {
      let alert = judged.alerts[run[run.startIndex]]
      let code = alert.key.parts.first { $0.key == .code }
      bySubject[code.map { .code($0.text) } ?? .rule(alert.rule), default: []] += run
    }
    var cases = bySubject.compactMap { subject, alerts in
      worstCase(of: alerts, subject: subject, numbers: numbers, judged: judged)
    }
    cases.sort { left, right in
      if left.severity != right.severity { return left.severity > right.severity }
      if left.count != right.count { return left.count > right.count }
      if left.order.0 != right.order.0 { return left.order.0 < right.order.0 }
      return left.order.1.lexicographicallyPrecedes(right.order.1)
    }
    let spans = cases.map { $0.alerts.map { MeasureSpan(judged.alerts[$0]) } }
    let users = ThreadTeam.map(spans.count, jobs: judged.jobs) {
      judged.index.sum(of: spans[$0]).users.count
    }
    for number in cases.indices {
      cases[number].users = users[number]
      cases[number].start = spans[number].map(\.seconds.lowerBound).min()
      cases[number].end = spans[number].map(\.seconds.upperBound).max()
    }
    actions.cases = cases
    return actions
  }

  private func worstCase(
    of alerts: [Int], subject: Subject, numbers: Numbers, judged: Judged
  ) -> Case? {
    guard let severity = alerts.map({ judged.alerts[$0].severity }).max() else { return nil }
    let worst = alerts.filter { judged.alerts[$0].severity == severity }
    var byNotation: [String: [Int]] = [:]
    for (rule, alerts) in Dictionary(grouping: worst, by: { judged.alerts[$0].rule }) {
      byNotation[judged.set.rules[rule].notation(severity), default: []] += alerts
    }
    let counted = byNotation.map { (rule: $0, alerts: $1, count: judged.count(of: $1)) }
    let busiest = counted.max { left, right in
      // Of equals the one whose text comes first.
      left.count != right.count ? left.count < right.count : left.rule > right.rule
    }
    guard let busiest else { return nil }
    return Case(
      subject: subject, order: numbers.order(of: subject), severity: severity, rule: busiest.rule,
      alerts: busiest.alerts, count: busiest.count, tenants: tenants(of: alerts, judged: judged))
  }

  private func tenants(of alerts: [Int], judged: Judged) -> [[UInt8]?] {
    var byTenant: [SeriesKey: [Int]] = [:]
    for run in judged.runs(of: alerts) {
      let tenant = judged.alerts[run[run.startIndex]].key.parts.filter { $0.key == .tenant }
      if !tenant.isEmpty { byTenant[SeriesKey(tenant), default: []] += run }
    }
    let ranked = byTenant.map { key, alerts in
      let severity = alerts.map { judged.alerts[$0].severity }.max() ?? .warning
      let worst = alerts.filter { judged.alerts[$0].severity == severity }
      let rules = Dictionary(grouping: worst) { judged.alerts[$0].rule }
      return (key: key, severity: severity, count: rules.values.map(judged.count).max() ?? 0)
    }
    return ranked.sorted { left, right in
      if left.severity != right.severity { return left.severity > right.severity }
      return left.count != right.count ? left.count > right.count : left.key < right.key
    }.map { $0.key.parts[0].text }
  }

  /// The numbers of names in an aggregate, by the bytes that rules see.
  fileprivate struct Numbers {
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

extension Judged {
  /// The errors of some alerts, which are of one rule.
  fileprivate func count(of numbers: [Int]) -> Int { numbers.reduce(0) { $0 + alerts[$1].count } }

  /// The alerts of one series of one rule that stand side by side, which in the order of judging are all.
  fileprivate func runs(of numbers: [Int]) -> [ArraySlice<Int>] {
    var runs: [ArraySlice<Int>] = []
    var start = numbers.startIndex
    for index in numbers.indices.dropFirst() {
      let (one, other) = (alerts[numbers[start]], alerts[numbers[index]])
      guard one.rule != other.rule || one.series != other.series else { continue }
      runs.append(numbers[start..<index])
      start = index
    }
    if start < numbers.endIndex { runs.append(numbers[start...]) }
    return runs
  }
}
