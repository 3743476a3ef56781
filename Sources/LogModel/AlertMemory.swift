/// What outlives a run so that the next one tells only what is new.
package struct AlertMemory: Hashable, Sendable {
  package var watermark: Watermark
  /// Windows that end at this UTC second or before are not judged any more.
  ///
  /// What ended there is neither told nor remembered. It never goes back; `Int64.min` while everything
  /// is judged.
  package var horizon: Int64
  /// What was told, by subject, then time; those that are over too, as long as they can be judged.
  package var alerts: [RememberedAlert]

  package init(
    watermark: Watermark = Watermark(), horizon: Int64 = .min, alerts: [RememberedAlert] = []
  ) {
    self.watermark = watermark
    self.horizon = horizon
    self.alerts = alerts
  }

  /// What has been told and is not over.
  package var open: [RememberedAlert] { alerts.filter { $0.state != .resolved } }
}

/// An incident that was told.
///
/// All but `telling` follows from the counts, whatever the runs in which they came.
package struct RememberedAlert: Hashable, Sendable {
  /// With the start, what it is known by.
  package var subject: AlertSubject
  /// The name of the rule that is quoted.
  package var rule: String
  package var state: AlertState
  /// The worst of all its windows.
  package var severity: Severity
  /// From the start of its first window to the end of the last that fired, in UTC seconds.
  package var seconds: Range<Int64>
  /// See `IncidentLife`.
  package var quietFrom: Int64
  package var clearsAt: Int64
  /// All its errors.
  package var count: Int
  package var users: UserCount?
  package var peak: IncidentPeak
  /// Zero when no rule told tenants apart.
  package var tenantCount: Int
  /// The worst of its tenants; nil when there is none, and for the unknown tenant.
  package var tenant: String?
  package var telling: AlertTelling

  package init(
    subject: AlertSubject, rule: String, state: AlertState, severity: Severity,
    seconds: Range<Int64>, quietFrom: Int64, clearsAt: Int64, count: Int, users: UserCount?,
    peak: IncidentPeak, tenantCount: Int, tenant: String?, telling: AlertTelling
  ) {
    self.subject = subject
    self.rule = rule
    self.state = state
    self.severity = severity
    self.seconds = seconds
    self.quietFrom = quietFrom
    self.clearsAt = clearsAt
    self.count = count
    self.users = users
    self.peak = peak
    self.tenantCount = tenantCount
    self.tenant = tenant
    self.telling = telling
  }
}

/// What was told of an incident, and when.
package struct AlertTelling: Hashable, Sendable {
  /// The time of the events when it was told last, in UTC seconds.
  package var at: Int64
  /// How long after that it is told again.
  package var renotifySeconds: Int64
  /// The worst severity that was told.
  package var severity: Severity
  /// Whether more than one tenant was told of.
  package var isProviderWide: Bool
  /// How often late data changed what was told.
  package var revision: Int

  package init(
    at: Int64, renotifySeconds: Int64, severity: Severity, isProviderWide: Bool, revision: Int = 0
  ) {
    self.at = at
    self.renotifySeconds = renotifySeconds
    self.severity = severity
    self.isProviderWide = isProviderWide
    self.revision = revision
  }
}
