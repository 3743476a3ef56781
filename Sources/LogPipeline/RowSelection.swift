import LogModel

/// What the rows of a report are told apart by, which of them are told, and in which order.
///
/// It has no say in what is judged: rules, shares and users are computed before rows are chosen.
package struct RowSelection: Sendable {
  package var by: [ReportKey]
  /// A row is kept when every filter accepts it.
  package var filters: [RowFilter]
  /// The most rows; the others become one row of the rest.
  package var top: Int?
  /// Nil is the standard order: window, tenant, code, kind, level, category, method.
  package var sort: RowOrder?

  package init(
    by: [ReportKey] = ReportKey.standard, filters: [RowFilter] = [], top: Int? = nil,
    sort: RowOrder? = nil
  ) {
    self.by = by
    self.filters = filters
    self.top = top
    self.sort = sort
  }

  /// What must be counted apart so that rows can be made and chosen; for `CountingPlan.keys`.
  package var countedKeys: Set<ReportKey> { Set(by).union(filters.map(\.key)) }
}

/// What rows are sorted by: the worst or the most first, and the standard order among equals.
package enum RowOrder: String, CaseIterable, Sendable {
  /// The standard order itself.
  case time
  case count
  case users
  case share
  /// Unrecoverable, then unknown, then recoverable.
  case level
  case flag
}
