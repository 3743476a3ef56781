/// Everything that `check` tells; formats turn it into text and add nothing.
package struct CheckReport: Sendable {
  package var rules: [JudgingRule]
  /// The worst first.
  package var incidents: [Incident]
  package var alertCount: Int
  /// How many alerts silences held back.
  package var silencedCount: Int
  /// What kept it from judging, or from judging all; empty when nothing did.
  package var obstacles: [Obstacle]
  /// The most errors first; empty where no output tells them.
  package var errors: [ErrorCount]
  package var ledger: Ledger
  package var sources: [SourceSummary]
  package var zone: TimeZoneRules
  package var now: EventTime
  /// The earliest and latest time of all records that have one.
  package var first: EventTime?
  package var last: EventTime?
  /// What is new since the run before, the most urgent first; nil for a run without memory.
  ///
  /// With memory, `incidents` are those that are not over, each with its present severity.
  package var transitions: [AlertTransition]?
  /// The level when it is known without making out the incidents; nil when these tell it.
  package var level: Severity?

  package init(
    rules: [JudgingRule], incidents: [Incident], alertCount: Int, silencedCount: Int,
    obstacles: [Obstacle], errors: [ErrorCount], ledger: Ledger, sources: [SourceSummary],
    zone: TimeZoneRules, now: EventTime, first: EventTime?, last: EventTime?,
    transitions: [AlertTransition]? = nil
  ) {
    self.rules = rules
    self.incidents = incidents
    self.alertCount = alertCount
    self.silencedCount = silencedCount
    self.obstacles = obstacles
    self.errors = errors
    self.ledger = ledger
    self.sources = sources
    self.zone = zone
    self.now = now
    self.first = first
    self.last = last
    self.transitions = transitions
  }

  package var status: CheckStatus {
    switch level ?? incidents.map(\.severity).max() {
    case .critical: .critical
    case .warning: obstacles.isEmpty ? .warning : .unknown
    case nil: obstacles.isEmpty ? .ok : .unknown
    }
  }
}

/// The answer of `check`, as monitoring plugins know it.
package enum CheckStatus: Int, CaseIterable, Hashable, Sendable {
  case ok = 0
  case warning = 1
  case critical = 2
  case unknown = 3

  package var name: String {
    switch self {
    case .ok: "OK"
    case .warning: "WARNING"
    case .critical: "CRITICAL"
    case .unknown: "UNKNOWN"
    }
  }
}

/// Why something could not be judged.
package enum Obstacle: String, CaseIterable, Hashable, Sendable {
  case inputUnopenable = "input_unopenable"
  case dataDamaged = "data_damaged"
  case noInput = "no_input"
  /// Records there are, but none has a time that can be judged.
  case noTime = "no_time"
  case noRules = "no_rules"
  case tooManyGroups = "too_many_groups"
  case interrupted
  case internalError = "internal_error"
}

/// A rule as far as readers of a report need it.
package struct JudgingRule: Hashable, Sendable {
  package var name: String
  package var kind: RuleKindName
  package var windowSeconds: Int64
  package var runbook: String?
  /// What a threshold rule asks for: `critical:count>=1/5m`; empty for other kinds.
  package var warning: String
  package var critical: String

  package init(
    name: String, kind: RuleKindName, windowSeconds: Int64, runbook: String?, warning: String,
    critical: String
  ) {
    self.name = name
    self.kind = kind
    self.windowSeconds = windowSeconds
    self.runbook = runbook
    self.warning = warning
    self.critical = critical
  }

  package func notation(_ severity: Severity) -> String {
    severity == .critical ? critical : warning
  }
}

/// The errors of one tenant and code over the whole input.
package struct ErrorCount: Hashable, Sendable {
  package var tenant: Name
  package var code: Name
  package var count: Int

  package init(tenant: Name, code: Name, count: Int) {
    self.tenant = tenant
    self.code = code
    self.count = count
  }
}
