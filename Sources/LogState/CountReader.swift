import GRDB
import LogModel

/// Reads the counts of a state.
struct CountReader {
  let database: Database
  let windowSeconds: Int64

  /// The counts of some windows.
  ///
  /// Where some errors name no users, the last window before in which errors of a tenant, code and method
  /// did is there as well.
  func counts(_ range: StoredRange = .all) throws(StateError) -> StoredCounts {
    var counts = StoredCounts(windowSeconds: windowSeconds)
    let tenants = try names("tenants", into: &counts.tenants)
    let methods = try names("methods", into: &counts.methods)
    let codes = try codes(into: &counts.codes)
    let requests = try requests(into: &counts.requests)
    func readErrors(_ tables: String, _ second: Int64) throws(StateError) {
      try RowStatement(
        """
        SELECT e.start, e.kind, e.tenant, e.code, e.method, e.count, e.first_second,
          e.first_nanosecond, e.last_second, e.last_nanosecond, e.users
        FROM \(tables)
        """, on: database
      ).forEachRow([.init(second)]) { row throws(StateError) in
        counts.errors.append(
          StoredErrors(
            window: try window(row), tenant: try place(row.number(2), tenants),
            code: try place(row.number(3), codes), method: try place(row.number(4), methods),
            count: row.int(5), first: row.time(6), last: row.time(8), users: row.bytes(10)))
      }
    }
    try RowStatement(
      "SELECT start, kind, tenant, records FROM totals WHERE start >= ?", on: database
    ).forEachRow([.init(range.totalsFrom)]) { row throws(StateError) in
      counts.totals.append(
        StoredTotal(
          window: try window(row), tenant: try place(row.number(2), tenants), records: row.int(3)))
    }
    try readErrors("errors AS e WHERE e.start >= ?", range.errorsFrom)
    if range.lacksUsers || counts.errors.contains(where: \.lacksUsers) {
      try readErrors(
        """
        named AS n CROSS JOIN errors AS e
          ON e.start = n.start AND e.kind = n.kind AND e.tenant = n.tenant AND e.code = n.code
            AND e.method = n.method
        WHERE n.start < ?
        """, range.errorsFrom)
    }
    try RowStatement(
      """
      SELECT start, request, tenant, code, method, user, count FROM user_counts WHERE start >= ?
      """, on: database
    ).forEachRow([.init(range.userCountsFrom)]) { row throws(StateError) in
      counts.userCounts.append(
        StoredUserCount(
          request: try place(row.number(1), requests), start: row.number(0),
          tenant: try place(row.number(2), tenants), code: try place(row.number(3), codes),
          method: try place(row.number(4), methods), user: row.hash(5), count: row.int(6)))
    }
    if range.hasAttempts {
      try RowStatement("SELECT start, kind, method, records FROM attempts", on: database)
        .forEachRow { row throws(StateError) in
          counts.attempts.append(
            StoredAttempts(
              window: try window(row), method: try place(row.number(2), methods),
              records: row.int(3)))
        }
    }
    try readLedger(into: &counts)
    return counts
  }

  /// The errors of every tenant with every code, each as one row without a time.
  func errorSums() throws(StateError) -> StoredCounts {
    var counts = StoredCounts(windowSeconds: windowSeconds)
    let tenants = try names("tenants", into: &counts.tenants)
    let codes = try codes(into: &counts.codes)
    try RowStatement(
      "SELECT tenant, code, sum(count) FROM errors GROUP BY tenant, code", on: database
    ).forEachRow { row throws(StateError) in
      counts.errors.append(
        StoredErrors(
          window: StoredWindow(.untimed, start: 0), tenant: try place(row.number(0), tenants),
          code: try place(row.number(1), codes), method: 0, count: row.int(2), first: nil,
          last: nil, users: []))
    }
    try readLedger(into: &counts)
    return counts
  }

  private func readLedger(into counts: inout StoredCounts) throws(StateError) {
    let ledger = try ledger()
    counts.records = ledger.books.records
    counts.foldedRecords = ledger.rest[LedgerNames.foldedRecords] ?? 0
    counts.foldedErrors = ledger.rest[LedgerNames.foldedErrors] ?? 0
    counts.first = LedgerNames.time("first", in: ledger.rest)
    counts.last = LedgerNames.time("last", in: ledger.rest)
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

extension StoredErrors {
  fileprivate var lacksUsers: Bool { users.isEmpty && window.kind != .untimed }
}
