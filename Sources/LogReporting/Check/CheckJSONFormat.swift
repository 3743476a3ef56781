import LogModel

/// Everything as one JSON object; every incident and every source stands on a line of its own.
package struct CheckJSONFormat: CheckFormat {
  package static let name = "json"
  package static let summary = "one object with verdict, incidents, ledger and sources"

  package init() {}

  package func write(_ report: CheckReport, to sink: inout TextSink) {
    let last = report.last.map { JSONValue.text($0.description) } ?? .null
    let head = JSONValue.object([
      ("schema", .integer(1)), ("status", .text(report.status.name.lowercased())),
      ("now", .text(report.now.description)), ("tz", .text(report.zone.name)),
      ("first", report.first.map { .text($0.description) } ?? .null), ("last", last),
      ("alerts", .integer(report.alertCount)), ("silenced", .integer(report.silencedCount)),
      ("obstacles", .array(report.obstacles.map { .text($0.rawValue) })),
    ])
    var line = head.bytes
    line.removeLast()
    line += Array(",\"ledger\":{".utf8)
    JSONBooks.append(report.ledger, to: &line)
    line += Array("},\n\"sources\":[".utf8)
    for (index, source) in report.sources.enumerated() {
      line += Array((index == 0 ? "\n" : ",\n").utf8)
      JSONBooks.append(source, to: &line)
    }
    if let transitions = report.transitions {
      line += Array("],\n\"transitions\":[".utf8)
      for (index, transition) in transitions.enumerated() {
        line += Array((index == 0 ? "\n" : ",\n").utf8)
        line += object(transition, in: report).bytes
      }
    }
    line += Array("],\n\"incidents\":[".utf8)
    sink.append(line)
    for (index, incident) in report.incidents.enumerated() {
      sink.append((index == 0 ? "\n" : ",\n"))
      sink.append(object(incident, in: report).bytes)
    }
    sink.append("]}\n")
  }

  private func object(_ transition: AlertTransition, in report: CheckReport) -> JSONValue {
    let alert = transition.alert
    return .object([
      ("kind", .text(transition.kind.rawValue)),
      ("reasons", .array(transition.reasons.map { .text($0.rawValue) })),
      ("at", .second(transition.at)), ("severity", .text(alert.severity.name)),
      ("told_severity", .text(transition.toldSeverity?.name)),
      ("state", .text(alert.state.rawValue)), ("rule", .text(alert.rule)),
      ("series", .series(alert.subject.key)), ("start", .second(alert.seconds.lowerBound)),
      ("end", .second(alert.seconds.upperBound)),
      ("duration_seconds", .integer(Int(clamping: alert.seconds.count))),
      ("count", .integer(alert.count)), ("users", .integer(alert.users?.count)),
      ("users_estimated", .bool(alert.users?.isEstimate ?? false)), ("peak", peak(alert.peak)),
      ("tenants", .integer(alert.tenantCount)), ("tenant", .text(alert.tenant)),
      ("renotify_seconds", .integer(Int(clamping: alert.telling.renotifySeconds))),
      ("revision", .integer(alert.telling.revision)),
      ("incident", transition.incident.map { object($0, in: report) } ?? .null),
    ])
  }

  private func peak(_ peak: IncidentPeak) -> JSONValue {
    .object([
      ("start", .second(peak.seconds.lowerBound)), ("end", .second(peak.seconds.upperBound)),
      ("count", .integer(peak.count)), ("expected", .number(peak.expected)),
    ])
  }

  private func object(_ incident: Incident, in report: CheckReport) -> JSONValue {
    let rule = report.rules[incident.rules[0]]
    let entry = IncidentText(incident: incident, rules: report.rules).entry
    return .object([
      ("severity", .text(incident.severity.name)), ("rule", .text(rule.name)),
      ("kind", .text(rule.kind.rawValue)),
      ("rules", .array(incident.rules.map { .text(report.rules[$0].name) })),
      ("series", .series(incident.key)), ("provider_wide", .bool(incident.isProviderWide)),
      ("start", .second(incident.seconds.lowerBound)),
      ("end", .second(incident.seconds.upperBound)), ("count", .integer(incident.count)),
      ("users", .integer(incident.users?.count)),
      ("users_estimated", .bool(incident.users?.isEstimate ?? false)),
      ("peak", peak(incident.peak)),
      ("tenants", .array(incident.tenants.map(object))), ("decisive", .alert(incident.decisive)),
      ("alerts", .integer(incident.alertCount)), ("level", .text(entry?.level.name)),
      ("class", .text(entry?.remedy.rawValue)), ("meaning", .text(entry?.meaning)),
      ("remedy", .text(entry?.advice)), ("runbook", .text(rule.runbook)),
    ])
  }

  private func object(_ tenant: IncidentTenant) -> JSONValue {
    .object([
      ("tenant", .name(tenant.name)), ("severity", .text(tenant.severity.name)),
      ("start", .second(tenant.seconds.lowerBound)), ("end", .second(tenant.seconds.upperBound)),
      ("count", .integer(tenant.count)), ("users", .integer(tenant.users?.count)),
    ])
  }
}
