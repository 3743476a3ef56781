import LogAggregation
import LogModel

extension ReportBuilder {
  /// The worst of what a code's verdicts say, and where.
  private struct Case {
    var severity: Severity
    var rule: String
    /// Where this very rule was broken; the windows of a tenant do not overlap, being of one length.
    var observations: [Observation]
    /// Worst first.
    var tenants: [Int]

    var count: Int { observations.reduce(0) { $0 + $1.count } }
  }

  /// What needs somebody to act, whatever rows were chosen: one action a code, the worst first, then
  /// the one with the most errors.
  ///
  /// An action quotes one rule: of those of the worst severity the one that was broken with the most
  /// errors. Count, users, start and end are those of the windows in which this rule was broken, so
  /// that no error counts twice; a user of several windows counts once. The tenants are those of
  /// all verdicts on the code, by severity, then by errors under that severity's busiest rule.
  func actions(
    for verdicts: [Verdict], in aggregate: PartialAggregate, names: inout NameList
  ) -> [RequiredAction] {
    let byCode = Dictionary(grouping: verdicts, by: \.observation.catalogueIndex)
    let order = NameOrder(
      of: aggregate.tenantNames, where: aggregate.tenantsWithErrors)
    var cases: [(code: Int, theCase: Case)] = []
    for (code, verdicts) in byCode {
      if let theCase = worstCase(of: verdicts, order: order) { cases.append((code, theCase)) }
    }
    cases.sort { left, right in
      if left.theCase.severity != right.theCase.severity {
        return left.theCase.severity > right.theCase.severity
      }
      let counts = (left.theCase.count, right.theCase.count)
      return counts.0 != counts.1 ? counts.0 > counts.1 : left.code < right.code
    }
    let users = aggregate.users(of: cases.map(\.theCase.observations))
    var numbers: [Int: Int] = [:]
    for number in 0..<aggregate.codeNames.count {
      numbers[aggregate.catalogueIndex(ofCode: number)] = number
    }
    return zip(cases, users).map { element, users in
      let theCase = element.theCase
      return RequiredAction(
        severity: theCase.severity, code: names.code(numbers[element.code] ?? 0),
        tenants: theCase.tenants.map { names.tenant($0) }, count: theCase.count, users: users,
        start: theCase.observations.map(\.windowStart).min(),
        end: theCase.observations.map(\.windowEnd).max(), rule: theCase.rule)
    }
  }

  private func worstCase(of verdicts: [Verdict], order: NameOrder) -> Case? {
    guard let severity = verdicts.map(\.severity).max() else { return nil }
    let worst = verdicts.filter { $0.severity == severity }
    let byRule = Dictionary(grouping: worst, by: \.rule).mapValues(ReportBuilder.distinct)
    let busiest = byRule.max { left, right in
      let counts = (ReportBuilder.count(of: left.value), ReportBuilder.count(of: right.value))
      // Of equals the one whose text comes first.
      return counts.0 != counts.1 ? counts.0 < counts.1 : left.key > right.key
    }
    guard let busiest else { return nil }
    return Case(
      severity: severity, rule: busiest.key, observations: busiest.value,
      tenants: tenants(of: verdicts, order: order))
  }

  private func tenants(of verdicts: [Verdict], order: NameOrder) -> [Int] {
    let byTenant = Dictionary(grouping: verdicts, by: \.observation.tenant)
    let ranked = byTenant.map { tenant, verdicts in
      let severity = verdicts.map(\.severity).max() ?? .warning
      let rules = Dictionary(grouping: verdicts.filter { $0.severity == severity }, by: \.rule)
      let count = rules.values.map { ReportBuilder.count(of: ReportBuilder.distinct($0)) }.max()
      return (tenant: tenant, severity: severity, count: count ?? 0)
    }
    return ranked.sorted { left, right in
      if left.severity != right.severity { return left.severity > right.severity }
      if left.count != right.count { return left.count > right.count }
      return order.ranks[left.tenant] < order.ranks[right.tenant]
    }.map(\.tenant)
  }

  /// The observations of verdicts, each once.
  private static func distinct(_ verdicts: [Verdict]) -> [Observation] {
    Array(Set(verdicts.map(\.observation)))
  }

  private static func count(of observations: [Observation]) -> Int {
    observations.reduce(0) { $0 + $1.count }
  }
}
