/// What a rule asks to be counted beside the report: one code of the catalogue in windows of one length.
package struct ObservationRequest: Hashable, Sendable {
  /// An index in `CodeCatalogue.entries`.
  package var catalogueIndex: Int
  /// Below a day, in seconds; aligned to the epoch like all windows.
  package var windowSeconds: Int64
  /// Whether the distinct users of each window are needed.
  package var needsUsers: Bool
  /// Whether the most events of one user in each window are needed.
  package var needsPerUser: Bool

  package init(catalogueIndex: Int, windowSeconds: Int64, needsUsers: Bool, needsPerUser: Bool) {
    self.catalogueIndex = catalogueIndex
    self.windowSeconds = windowSeconds
    self.needsUsers = needsUsers
    self.needsPerUser = needsPerUser
  }
}

/// What was counted for one tenant and code in one window of a rule.
package struct Observation: Hashable, Sendable {
  /// The tenant, as an index into the names of the aggregate that was observed.
  package var tenant: Int
  /// An index in `CodeCatalogue.entries`.
  package var catalogueIndex: Int
  /// `[start, end)` in UTC seconds.
  package var windowStart: Int64
  package var windowEnd: Int64
  package var count: Int
  /// Nil when no record of the window named a user.
  package var users: Int?
  /// The most events of one user; nil when no record of the window named a user.
  package var perUser: Int?
  /// Error and normal records of the tenant in the window; at least `count`.
  package var records: Int

  package init(
    tenant: Int, catalogueIndex: Int, windowStart: Int64, windowEnd: Int64, count: Int, users: Int?,
    perUser: Int?, records: Int
  ) {
    self.tenant = tenant
    self.catalogueIndex = catalogueIndex
    self.windowStart = windowStart
    self.windowEnd = windowEnd
    self.count = count
    self.users = users
    self.perUser = perUser
    self.records = records
  }
}

/// A rule that was broken in one of its windows.
package struct Verdict: Hashable, Sendable {
  package var severity: Severity
  package var observation: Observation
  /// The condition that broke: `critical:count>=1/5m`.
  package var rule: String

  package init(severity: Severity, observation: Observation, rule: String) {
    self.severity = severity
    self.observation = observation
    self.rule = rule
  }
}
