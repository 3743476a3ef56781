import LogModel

/// Writes an incident as JSON, the same in every output that tells incidents.
enum IncidentJSON {
  /// A report also tells of what parts an incident is.
  static func value(
    _ incident: Incident, rules: [JudgingRule], tellsEpisodes: Bool = false
  ) -> JSONValue {
    let rule = rules[incident.rules[0]]
    let entry = IncidentText(incident: incident, rules: rules).entry
    let episodes = incident.episodes.map { seconds in
      JSONValue.array([.second(seconds.lowerBound), .second(seconds.upperBound)])
    }
    return .object(
      [
        ("severity", .text(incident.severity.name)), ("rule", .text(rule.name)),
        ("kind", .text(rule.kind.rawValue)),
        ("rules", .array(incident.rules.map { .text(rules[$0].name) })),
        ("series", .series(incident.key)), ("provider_wide", .bool(incident.isProviderWide)),
        ("start", .second(incident.seconds.lowerBound)),
        ("end", .second(incident.seconds.upperBound)), ("count", .integer(incident.count)),
        ("users", .integer(incident.users?.count)),
        ("users_estimated", .bool(incident.users?.isEstimate ?? false)),
        ("peak", value(incident.peak)),
        ("tenants", .array(incident.tenants.map(value))), ("decisive", .alert(incident.decisive)),
        ("alerts", .integer(incident.alertCount)), ("level", .text(entry?.level.name)),
        ("class", .text(entry?.remedy.rawValue)), ("meaning", .text(entry?.meaning)),
        ("remedy", .text(entry?.advice)), ("runbook", .text(rule.runbook)),
      ] + (tellsEpisodes ? [("episodes", .array(episodes))] : []))
  }

  static func value(_ peak: IncidentPeak) -> JSONValue {
    .object([
      ("start", .second(peak.seconds.lowerBound)), ("end", .second(peak.seconds.upperBound)),
      ("count", .integer(peak.count)), ("expected", .number(peak.expected)),
    ])
  }

  private static func value(_ tenant: IncidentTenant) -> JSONValue {
    .object([
      ("tenant", .name(tenant.name)), ("severity", .text(tenant.severity.name)),
      ("start", .second(tenant.seconds.lowerBound)), ("end", .second(tenant.seconds.upperBound)),
      ("count", .integer(tenant.count)), ("users", .integer(tenant.users?.count)),
    ])
  }
}
