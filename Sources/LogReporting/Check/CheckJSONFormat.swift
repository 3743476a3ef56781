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
        line += object(transition, rules: report.rules).bytes
      }
    }
    line += Array("],\n\"incidents\":[".utf8)
    sink.append(line)
    for (index, incident) in report.incidents.enumerated() {
      sink.append((index == 0 ? "\n" : ",\n"))
      sink.append(IncidentJSON.value(incident, rules: report.rules).bytes)
    }
    sink.append("]}\n")
  }

  private func object(_ transition: AlertTransition, rules: [JudgingRule]) -> JSONValue {
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
      ("users_estimated", .bool(alert.users?.isEstimate ?? false)),
      ("peak", IncidentJSON.value(alert.peak)),
      ("tenants", .integer(alert.tenantCount)), ("tenant", .text(alert.tenant)),
      ("renotify_seconds", .integer(Int(clamping: alert.telling.renotifySeconds))),
      ("revision", .integer(alert.telling.revision)),
      ("incident", transition.incident.map { IncidentJSON.value($0, rules: rules) } ?? .null),
    ])
  }
}
