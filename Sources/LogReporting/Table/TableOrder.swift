import LogModel

/// The order of the rows of the table: the worst first, unless the user asked for another.
enum TableOrder {
  /// Indices of the rows.
  ///
  /// Flag, then level, then count decide; then the order of the report. The row of the rest always
  /// stands last.
  static func indices(_ report: Report) -> [Int] {
    guard report.isInStandardOrder else { return Array(report.rows.indices) }
    let ranked = report.rows.indices.map { index in
      let row = report.rows[index]
      return (rank: rank(row), count: row.count, index: index)
    }
    return ranked.sorted { left, right in
      if left.rank != right.rank { return left.rank < right.rank }
      return left.count != right.count ? left.count > right.count : left.index < right.index
    }.map { $0.index }
  }

  /// The lower, the worse.
  private static func rank(_ row: borrowing ReportRow) -> Int {
    if row.isOther { return .max }
    let flag =
      switch row.flag {
      case .critical: 0
      case .warning: 1
      case nil: 2
      }
    let level =
      switch row.level {
      case .unrecoverable: 0
      case .unknown, nil: 1
      case .recoverable: 2
      }
    return flag * 3 + level
  }
}
