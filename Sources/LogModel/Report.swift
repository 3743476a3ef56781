/// Everything that is told to the user after counting; formats turn it into text and add nothing.
package struct Report: Sendable {
  /// The keys of the rows, ascending.
  package var keys: [ReportKey]
  package var windows: TumblingWindows
  /// The zone in which people read the windows; machine formats tell UTC.
  package var zone: TimeZoneRules
  /// The earliest and latest time of all records that have one, whatever became of them.
  package var first: EventTime?
  package var last: EventTime?
  /// False once keys were folded into `(other)` past `--max-groups`, or the run was cut short.
  package var isComplete: Bool
  /// True when an interrupt ended the run before its input.
  package var isPartial: Bool
  package var ledger: Ledger
  package var sources: [SourceSummary]
  /// In the order to be told.
  package var rows: ReportRows
  /// Whether rows carry `example`.
  package var hasExamples: Bool
  /// Whether the rows stand in the standard order (window, tenant, code) and not in one of `--sort`.
  package var isInStandardOrder: Bool
  /// What needs somebody to act, worst first, whatever rows were chosen; for human formats.
  package var actions: [RequiredAction]
  /// Distinct tenants and users over all error rows before rows were chosen; for the summary line.
  package var tenantCount: Int
  package var userCount: UserCount?
  /// For every name in `rows`: bytes are compared, never `String`s, which merge NFC with NFD.
  package var names: [Name]

  package init(
    keys: [ReportKey], windows: TumblingWindows, zone: TimeZoneRules, first: EventTime?,
    last: EventTime?, isComplete: Bool, isPartial: Bool, ledger: Ledger, sources: [SourceSummary],
    rows: some ReportRowSource, hasExamples: Bool, isInStandardOrder: Bool,
    actions: [RequiredAction], tenantCount: Int, userCount: UserCount?, names: [Name]
  ) {
    self.keys = keys
    self.windows = windows
    self.zone = zone
    self.first = first
    self.last = last
    self.isComplete = isComplete
    self.isPartial = isPartial
    self.ledger = ledger
    self.sources = sources
    self.rows = ReportRows(rows)
    self.hasExamples = hasExamples
    self.isInStandardOrder = isInStandardOrder
    self.actions = actions
    self.tenantCount = tenantCount
    self.userCount = userCount
    self.names = names
  }
}

/// A text cell of a row: somebody's name, or one of our own two labels.
package enum Name: Hashable, Sendable {
  /// Shown as `-`, `null` in JSON: the record named none.
  case unknown
  /// Shown as `(other)`: the exact rest of what was left out or folded.
  case other
  /// As it stood in the log, in valid UTF-8; may hold anything, also hostile bytes.
  case named(String)
}

/// One row of a report: what was counted under one set of keys.
package struct ReportRow: Sendable {
  /// The window's bounds in UTC seconds, `[start, end)`; nil for records without a time, for rows
  /// that are not told apart by window and for `(other)`.
  package var windowStart: Int64?
  package var windowEnd: Int64?
  /// Indices in `Report.names`; -1 where the key is not among the report's.
  package var tenant: Int
  package var code: Int
  package var category: Int
  package var method: Int
  /// Nil where it is not among the report's keys, and in `(other)`.
  package var kind: CodeKind?
  package var level: RecoveryLevel?
  /// True for the one row of the rest; its text cells all read `(other)`.
  package var isOther: Bool
  package var count: Int
  /// Nil when no record of the row named a user.
  package var users: UserCount?
  /// `count` over the error and normal records of the same window and tenant, from 0 to 1.
  package var share: Double
  package var firstSeen: EventTime?
  package var lastSeen: EventTime?
  package var flag: Severity?
  /// The earliest record, when `--examples` asks for it.
  package var example: SourceLocation?
  /// Counts of the same tenant, code and so on over the windows of the report, in time's order, for a
  /// sparkline; empty unless the rows are told apart by window.
  package var history: [Int]

  package init(
    windowStart: Int64? = nil, windowEnd: Int64? = nil, tenant: Int = -1, code: Int = -1,
    category: Int = -1, method: Int = -1, kind: CodeKind? = nil, level: RecoveryLevel? = nil,
    isOther: Bool = false, count: Int, users: UserCount? = nil, share: Double = 0,
    firstSeen: EventTime? = nil, lastSeen: EventTime? = nil, flag: Severity? = nil,
    example: SourceLocation? = nil, history: [Int] = []
  ) {
    self.windowStart = windowStart
    self.windowEnd = windowEnd
    self.tenant = tenant
    self.code = code
    self.category = category
    self.method = method
    self.kind = kind
    self.level = level
    self.isOther = isOther
    self.count = count
    self.users = users
    self.share = share
    self.firstSeen = firstSeen
    self.lastSeen = lastSeen
    self.flag = flag
    self.example = example
    self.history = history
  }
}

/// How many distinct users.
package struct UserCount: Hashable, Sendable {
  package var count: Int
  /// True above 1,024: from a sketch with a standard error of 0.8 %.
  package var isEstimate: Bool

  package init(count: Int, isEstimate: Bool) {
    self.count = count
    self.isEstimate = isEstimate
  }
}

/// A code that broke a threshold for some tenants, and so needs somebody to act.
package struct RequiredAction: Sendable {
  package var severity: Severity
  /// An index in `Report.names`.
  package var code: Int
  /// The tenants, worst first, as indices in `Report.names`.
  package var tenants: [Int]
  package var count: Int
  package var users: UserCount?
  /// Start of the first and end of the last rule window that broke, in UTC seconds.
  package var start: Int64?
  package var end: Int64?
  /// The condition that broke, in the notation of the catalogue: `critical:count>=1/5m`.
  package var rule: String

  package init(
    severity: Severity, code: Int, tenants: [Int], count: Int, users: UserCount?, start: Int64?,
    end: Int64?, rule: String
  ) {
    self.severity = severity
    self.code = code
    self.tenants = tenants
    self.count = count
    self.users = users
    self.start = start
    self.end = end
    self.rule = rule
  }
}
