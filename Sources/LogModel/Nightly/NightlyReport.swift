/// What a day was like, compared with the days before it: everything that `report` tells.
///
/// Formats turn it into text and add nothing. Nothing in it depends on when it was made.
package struct NightlyReport: Sendable {
  package var period: ReportPeriod
  /// The zone in which people read it.
  package var zone: TimeZoneRules
  package var rules: [JudgingRule]
  /// Those that touch the period: unrecoverable codes first, then by severity and errors.
  package var incidents: [Incident]
  /// How many alerts of the period silences held back.
  package var silencedCount: Int
  /// What kept it from judging, or from judging all; empty when nothing did.
  package var obstacles: [Obstacle]
  /// What there was to compare with.
  package var past: ComparedPast
  /// All errors of the period.
  package var errors: ComparedCount
  /// Error and normal records of the period.
  package var records: Int
  /// Codes that are new, have risen, are gone or have fallen, in this order, the most errors first.
  package var changes: [CodeLine]
  /// The most affected first: by the worst verdict, then by errors; at most `mostTenants`.
  package var tenants: [TenantLine]
  /// The exact rest of the tenants with errors; nil when all are told.
  package var otherTenants: RestLine?
  /// How many tenants have records in the period, and how many of them errors.
  package var tenantCount: Int
  package var erringTenantCount: Int
  /// The most errors first; at most `mostCodes`.
  package var codes: [CodeLine]
  /// The exact rest of the codes; nil when all are told.
  package var otherCodes: RestLine?
  /// The most attempts first.
  package var methods: [MethodLine]
  package var feed: FeedHealth
  package var timeline: Timeline
  package var origin: ReportOrigin
  /// The rows, the books and the sources, for machines.
  package var table: Report

  package static let mostTenants = 40
  package static let mostCodes = 60

  /// The worst verdict of the period.
  package var status: CheckStatus {
    switch incidents.map(\.severity).max() {
    case .critical: .critical
    case .warning: obstacles.isEmpty ? .warning : .unknown
    case nil: obstacles.isEmpty ? .ok : .unknown
    }
  }

  package init(
    period: ReportPeriod, zone: TimeZoneRules, rules: [JudgingRule], incidents: [Incident],
    silencedCount: Int, obstacles: [Obstacle], past: ComparedPast, errors: ComparedCount,
    records: Int, changes: [CodeLine], tenants: [TenantLine], otherTenants: RestLine?,
    tenantCount: Int, erringTenantCount: Int, codes: [CodeLine], otherCodes: RestLine?,
    methods: [MethodLine], feed: FeedHealth, timeline: Timeline, origin: ReportOrigin,
    table: Report
  ) {
    self.period = period
    self.zone = zone
    self.rules = rules
    self.incidents = incidents
    self.silencedCount = silencedCount
    self.obstacles = obstacles
    self.past = past
    self.errors = errors
    self.records = records
    self.changes = changes
    self.tenants = tenants
    self.otherTenants = otherTenants
    self.tenantCount = tenantCount
    self.erringTenantCount = erringTenantCount
    self.codes = codes
    self.otherCodes = otherCodes
    self.methods = methods
    self.feed = feed
    self.timeline = timeline
    self.origin = origin
    self.table = table
  }
}

/// How a report was made.
package struct ReportOrigin: Hashable, Sendable {
  /// The command as a shell would take it.
  package var command: String
  package var version: String
  /// The state that was read, as the user named it; nil without one.
  package var state: String?

  package init(command: String, version: String, state: String? = nil) {
    self.command = command
    self.version = version
    self.state = state
  }
}
