/// What a rule asks to be counted.
package struct MeasureRequest: Hashable, Sendable {
  /// Which records are counted.
  package enum Counted: Hashable, Sendable {
    case errors
    /// Error and normal records; they are chosen and told apart by tenant at most.
    case records
  }

  package var counted: Counted
  package var match: RuleMatch
  /// What the series are told apart by, in the order of the columns; never `window`.
  package var by: [ReportKey]
  /// Positive; divides a day, and its windows are aligned to the epoch.
  package var windowSeconds: Int64
  /// Windows with fewer are left out.
  package var minCount: Int
  package var needsUsers: Bool
  package var needsPerUser: Bool
  package var needsRecords: Bool

  package init(
    counted: Counted = .errors, match: RuleMatch = RuleMatch(),
    by: [ReportKey] = [.tenant, .code], windowSeconds: Int64, minCount: Int = 1,
    needsUsers: Bool = false, needsPerUser: Bool = false, needsRecords: Bool = false
  ) {
    self.counted = counted
    self.match = match
    self.by = by.sorted()
    self.windowSeconds = windowSeconds
    self.minCount = minCount
    self.needsUsers = needsUsers
    self.needsPerUser = needsPerUser
    self.needsRecords = needsRecords
  }

  /// Whether methods must be counted apart.
  package var needsMethods: Bool { by.contains(.method) || match[.method] != nil }
}
