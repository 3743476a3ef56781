/// Alerts that are one trouble: adjacent windows, and one code over many tenants at the same time.
package struct Incident: Hashable, Sendable {
  package var severity: Severity
  /// The numbers of the rules that fired, first the one that is quoted.
  package var rules: [Int]
  /// What all of it has in common; the code, or the series of a rule that does not tell codes apart.
  package var key: SeriesKey
  /// The worst first; empty when no rule told tenants apart.
  package var tenants: [IncidentTenant]
  /// From the start of the first window to the end of the last, in UTC seconds.
  package var seconds: Range<Int64>
  /// Its parts in UTC seconds, ascending, where a report tells one trouble that came and went; else the
  /// one stretch that it is.
  package var episodes: [Range<Int64>]
  package var peak: IncidentPeak
  /// The errors of all its windows, each once.
  package var count: Int
  package var users: UserCount?
  /// The alert that shows why: of the quoted rule, with the most errors.
  package var decisive: Alert
  /// How many alerts it is made of.
  package var alertCount: Int

  package init(
    severity: Severity, rules: [Int], key: SeriesKey, tenants: [IncidentTenant],
    seconds: Range<Int64>, peak: IncidentPeak, count: Int, users: UserCount?, decisive: Alert,
    alertCount: Int, episodes: [Range<Int64>]? = nil
  ) {
    self.severity = severity
    self.rules = rules
    self.key = key
    self.tenants = tenants
    self.seconds = seconds
    self.episodes = episodes ?? [seconds]
    self.peak = peak
    self.count = count
    self.users = users
    self.decisive = decisive
    self.alertCount = alertCount
  }

  /// Whether it is of more than one tenant.
  package var isProviderWide: Bool { tenants.count > 1 }

  /// The code as reports show it; nil for an incident that is not of one code.
  package var code: Name? { key.name(.code) }
}

/// One tenant's part of an incident.
package struct IncidentTenant: Hashable, Sendable {
  package var name: Name
  package var severity: Severity
  package var count: Int
  package var users: UserCount?
  package var seconds: Range<Int64>

  package init(
    name: Name, severity: Severity, count: Int, users: UserCount?, seconds: Range<Int64>
  ) {
    self.name = name
    self.severity = severity
    self.count = count
    self.users = users
    self.seconds = seconds
  }
}

/// The worst window of an incident, all its tenants together.
package struct IncidentPeak: Hashable, Sendable {
  package var seconds: Range<Int64>
  package var count: Int
  /// What was expected there; nil when no rule knows.
  package var expected: Double?

  package init(seconds: Range<Int64>, count: Int, expected: Double?) {
    self.seconds = seconds
    self.count = count
    self.expected = expected
  }
}
