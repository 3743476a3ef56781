import LogModel

/// What rules would have told in the past, and how that fits what is known of it.
package struct Backtest: Hashable, Sendable {
  /// The alerts of one rule on one day.
  package struct Day: Hashable, Sendable {
    package var rule: String
    /// Days since 1970-01-01, in UTC.
    package var day: Int64
    package var warnings: Int
    package var criticals: Int
    /// Of all of them, how many belong to no known incident; nil when none is known.
    package var falseAlerts: Int?

    package init(rule: String, day: Int64, warnings: Int, criticals: Int, falseAlerts: Int?) {
      self.rule = rule
      self.day = day
      self.warnings = warnings
      self.criticals = criticals
      self.falseAlerts = falseAlerts
    }
  }

  /// A known incident, and the first alert that speaks of it.
  package struct Finding: Hashable, Sendable {
    package var incident: KnownIncident
    package var alert: AlertEpisode?
    /// From the start of the incident to the end of the first window that fired; nil when not found.
    package var delaySeconds: Int64? {
      alert.map { max($0.knownAt - incident.start, 0) }
    }
  }

  /// In the order of time.
  package let alerts: [AlertEpisode]
  /// By day, then in the order of the rules.
  package let days: [Day]
  /// In the order of their list; nil when no list was given.
  package let findings: [Finding]?
  /// The alerts that belong to no known incident; nil when no list was given.
  package let falseAlerts: [AlertEpisode]?

  /// Counts the alerts, and compares them with what is known.
  package init(_ alerts: [AlertEpisode], rules set: RuleSet, incidents: [KnownIncident]?) {
    self.alerts = alerts
    findings = incidents.map { incidents in
      incidents.map { incident in
        Finding(
          incident: incident,
          alert: alerts.filter(incident.isMet).min { $0.knownAt < $1.knownAt })
      }
    }
    falseAlerts = incidents.map { incidents in
      alerts.filter { alert in !incidents.contains { $0.isMet(by: alert) } }
    }
    let known = incidents
    var order: [String: Int] = [:]
    for (place, rule) in set.rules.enumerated() { order[rule.name] = place }
    var days: [Int64: [Int: Day]] = [:]
    for alert in alerts {
      let day = alert.start.flooredQuotient(by: 86_400)
      let place = order[alert.rule] ?? order.count
      var entry =
        days[day]?[place]
        ?? Day(
          rule: alert.rule, day: day, warnings: 0, criticals: 0, falseAlerts: known == nil ? nil : 0
        )
      if alert.severity == .critical { entry.criticals += 1 } else { entry.warnings += 1 }
      if let known, !known.contains(where: { $0.isMet(by: alert) }) {
        entry.falseAlerts = (entry.falseAlerts ?? 0) + 1
      }
      days[day, default: [:]][place] = entry
    }
    self.days = days.sorted { $0.key < $1.key }.flatMap { day in
      day.value.sorted { $0.key < $1.key }.map(\.value)
    }
  }
}
