import GRDB
import LogModel

/// Reads the counts of a state.
struct CountReader {
  let database: Database
  let windowSeconds: Int64

  func counts() throws(StateError) -> StoredCounts {
    var counts = StoredCounts(windowSeconds: windowSeconds)
    let tenants = try names("tenants", into: &counts.tenants)
    let methods = try names("methods", into: &counts.methods)
    let codes = try codes(into: &counts.codes)
    let requests = try requests(into: &counts.requests)
    try RowStatement("SELECT start, kind, tenant, records FROM totals", on: database).forEachRow {
      row throws(StateError) in
      counts.totals.append(
        StoredTotal(
          window: try window(row), tenant: try place(row.number(2), tenants), records: row.int(3)))
    }
    try RowStatement(
      """
      SELECT start, kind, tenant, code, method, count, first_second, first_nanosecond, last_second,
        last_nanosecond, users
      FROM errors
      """, on: database
    ).forEachRow { row throws(StateError) in
      counts.errors.append(
        StoredErrors(
          window: try window(row), tenant: try place(row.number(2), tenants),
          code: try place(row.number(3), codes), method: try place(row.number(4), methods),
          count: row.int(5), first: row.time(6), last: row.time(8), users: row.bytes(10)))
    }
    try RowStatement(
      "SELECT start, request, tenant, code, method, user, count FROM user_counts", on: database
    ).forEachRow { row throws(StateError) in
      counts.userCounts.append(
        StoredUserCount(
          request: try place(row.number(1), requests), start: row.number(0),
          tenant: try place(row.number(2), tenants), code: try place(row.number(3), codes),
          method: try place(row.number(4), methods), user: row.hash(5), count: row.int(6)))
    }
    let ledger = try ledger()
    counts.records = ledger.books.records
    counts.foldedRecords = ledger.rest[LedgerNames.foldedRecords] ?? 0
    counts.foldedErrors = ledger.rest[LedgerNames.foldedErrors] ?? 0
    counts.first = ledger.rest["first_second"].map { EventTime(seconds: Int64($0)) }
    counts.last = ledger.rest["last_second"].map { EventTime(seconds: Int64($0)) }
    return counts
  }

  /// The books, and what else stands beside them.
  func ledger() throws(StateError) -> (books: Ledger, rest: [String: Int]) {
    var rest: [String: Int] = [:]
    try RowStatement("SELECT name, value FROM ledger", on: database).forEachRow {
      rest[$0.text(0)] = $0.int(1)
    }
    var books = Ledger()
    for entry in LedgerNames.all {
      books[keyPath: entry.path] = rest.removeValue(forKey: entry.name) ?? 0
    }
    return (books, rest)
  }

  private func names(
    _ table: String, into names: inout [[UInt8]?]
  ) throws(StateError) -> [Int64: Int] {
    var places: [Int64: Int] = [0: 0]
    var found = names
    try RowStatement("SELECT id, name FROM \(table) WHERE id > 0 ORDER BY id", on: database)
      .forEachRow { row in
        places[row.number(0)] = found.count
        found.append(row.bytes(1))
      }
    names = found
    return places
  }

  private func codes(into codes: inout [StoredCode]) throws(StateError) -> [Int64: Int] {
    var places: [Int64: Int] = [0: 0]
    var found = codes
    try RowStatement("SELECT id, name, kind FROM codes WHERE id > 0 ORDER BY id", on: database)
      .forEachRow { row in
        places[row.number(0)] = found.count
        found.append(StoredCode(name: row.bytes(1), kind: UInt8(clamping: row.number(2))))
      }
    codes = found
    return places
  }

  private func requests(into texts: inout [String]) throws(StateError) -> [Int64: Int] {
    var places: [Int64: Int] = [:]
    var found: [String] = []
    try RowStatement("SELECT id, text FROM requests ORDER BY id", on: database).forEachRow { row in
      places[row.number(0)] = found.count
      found.append(row.text(1))
    }
    texts = found
    return places
  }

  private func window(_ row: RowStatement) throws(StateError) -> StoredWindow {
    guard let kind = StoredWindow.Kind(rawValue: row.int(1)) else { throw .damaged }
    return StoredWindow(kind, start: row.number(0))
  }

  private func place(_ id: Int64, _ places: [Int64: Int]) throws(StateError) -> Int {
    guard let place = places[id] else { throw .damaged }
    return place
  }
}
