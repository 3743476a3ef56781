import LogModel
import LogTestSupport

/// What a report should tell, counted the plainest way from what the reference read.
struct ExpectedReport: Equatable {
  struct Key: Hashable {
    var window: Int64?
    var tenant: [UInt8]?
    var code: [UInt8]?
    var kind: CodeKind?
  }

  struct Row: Equatable {
    var count = 0
    /// Nil when no record named one.
    var users: Int?
    /// Of all error and normal records of the window and the tenant.
    var total = 0
    var first: EventTime?
    var last: EventTime?
  }

  var ledger = Ledger()
  var first: EventTime?
  var last: EventTime?
  var rows: [Key: Row] = [:]

  /// Counts records in windows of so many seconds.
  init(_ result: ReferenceResult, windowSeconds: Int64) {
    addBooks(result)
    let times = result.records.compactMap(\.time)
    first = times.min()
    last = times.max()
    let counted = result.records.filter { $0.recordClass != .other }
    let totals = Dictionary(
      grouping: counted, by: { Key(window: $0.window(windowSeconds), tenant: $0.tenant) })
    let errors = Dictionary(
      grouping: counted.filter { $0.recordClass == .error },
      by: {
        Key(
          window: $0.window(windowSeconds), tenant: $0.tenant, code: $0.code, kind: $0.kind)
      })
    for (key, records) in errors {
      let users = Set(records.compactMap(\.user))
      let times = records.compactMap(\.time)
      rows[key] = Row(
        count: records.count, users: users.isEmpty ? nil : users.count,
        total: totals[Key(window: key.window, tenant: key.tenant)]?.count ?? 0,
        first: times.min(), last: times.max())
    }
  }

  private mutating func addBooks(_ result: ReferenceResult) {
    ledger.lines.lines = result.lines
    ledger.lines.blank = result.blank
    ledger.lines.malformed = result.malformed
    ledger.lines.oversized = result.oversized
    ledger.lines.parsed = result.parsed
    ledger.lines.repaired = result.repaired
    ledger.records.records = result.records.count
    for record in result.records {
      switch record.recordClass {
      case .error: ledger.records.error += 1
      case .normal: ledger.records.normal += 1
      default: ledger.records.other += 1
      }
      guard record.recordClass != .other else { continue }
      if record.time == nil { ledger.records.untimed += 1 }
      if record.tenant == nil { ledger.records.untenanted += 1 }
    }
  }

  /// What a report does tell; of the books what the reference keeps, too.
  init(_ report: Report) {
    ledger = report.ledger
    ledger.lines.ignoredElements = 0
    ledger.lines.assumedUTC = 0
    ledger.records.filteredUntimed = 0
    ledger.lines.cutBytes = 0
    ledger.records.ahead = 0
    ledger.records.coded = 0
    first = report.first
    last = report.last
    for row in report.rows {
      let key = Key(
        window: row.windowStart, tenant: report.bytes(row.tenant), code: report.bytes(row.code),
        kind: row.kind)
      rows[key] = Row(
        count: row.count, users: row.users?.count,
        total: Int((Double(row.count) / row.share).rounded()), first: row.firstSeen,
        last: row.lastSeen)
    }
  }
}

extension ReferenceRecord {
  /// The start of its window; nil without a time.
  fileprivate func window(_ length: Int64) -> Int64? {
    time.map { time in
      let remainder = time.seconds % length
      return time.seconds - (remainder < 0 ? remainder + length : remainder)
    }
  }
}

extension Report {
  fileprivate func bytes(_ name: Int) -> [UInt8]? {
    switch names[name] {
    case .unknown: nil
    case .other: Array("(other)".utf8)
    case .named(let text): Array(text.utf8)
    }
  }
}
