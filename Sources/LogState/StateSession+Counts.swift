import GRDB
import LogModel

extension StateSession {
  /// The counts of some windows, with all books.
  ///
  /// Where some errors name no users, the last window before in which errors of a tenant, code and method
  /// did is there as well: who judges can see that users are known.
  package func counts(_ range: StoredRange = .all) throws(StateError) -> StoredCounts {
    try attempt { try CountReader(database: $0, windowSeconds: windowSeconds).counts(range) }
  }

  /// The errors of every tenant with every code over all windows, each as one row without a time.
  package func errorSums() throws(StateError) -> StoredCounts {
    try attempt { try CountReader(database: $0, windowSeconds: windowSeconds).errorSums() }
  }

  /// The books of all lines that were read.
  package func lines() throws(StateError) -> LineLedger {
    try attempt { try CountReader(database: $0, windowSeconds: windowSeconds).ledger().books.lines }
  }

  /// Adds counts to those that are stored.
  ///
  /// - Parameters:
  ///   - counts: In windows of `windowSeconds`.
  ///   - unite: Makes one set of users of two; LogState does not know what stands in them.
  /// - Throws: When it cannot be written.
  package func add(
    _ counts: StoredCounts, uniting unite: ([UInt8], [UInt8]) -> [UInt8]
  ) throws(StateError) {
    precondition(counts.windowSeconds == windowSeconds, "windows of another length")
    try attempt { database in
      let names = NameWriter(session: self, database: database)
      let tenants = try names.ids(of: counts.tenants, in: "tenants")
      let methods = try names.ids(of: counts.methods, in: "methods")
      let codes = try names.ids(of: counts.codes)
      let requests = try names.ids(ofRequests: counts.requests)
      let total = try RowStatement(
        """
        INSERT INTO totals VALUES (?,?,?,?)
        ON CONFLICT DO UPDATE SET records = records + excluded.records
        """, on: database)
      // In the order of the keys, so that pages are met one after another.
      for row in counts.totals.sorted(by: { $0.window < $1.window }) {
        try announce()
        try total.run([
          .init(row.window.start), .init(row.window.kind.rawValue), .init(tenants[row.tenant]),
          .init(row.records),
        ])
      }
      let writer = try ErrorWriter(database)
      for row in counts.errors.sorted(by: { $0.window < $1.window }) {
        try announce()
        try writer.add(
          row, tenant: tenants[row.tenant], code: codes[row.code], method: methods[row.method],
          unite)
      }
      let user = try RowStatement(
        """
        INSERT INTO user_counts VALUES (?,?,?,?,?,?,?)
        ON CONFLICT DO UPDATE SET count = count + excluded.count
        """, on: database)
      for row in counts.userCounts {
        try announce()
        try user.run([
          .init(row.start), .init(requests[row.request]), .init(tenants[row.tenant]),
          .init(codes[row.code]), .init(methods[row.method]), .init(row.user), .init(row.count),
        ])
      }
      let attempt = try RowStatement(
        """
        INSERT INTO attempts VALUES (?,?,?,?)
        ON CONFLICT DO UPDATE SET records = records + excluded.records
        """, on: database)
      for row in counts.attempts.sorted(by: { $0.window < $1.window }) {
        try announce()
        try attempt.run([
          .init(row.window.start), .init(row.window.kind.rawValue), .init(methods[row.method]),
          .init(row.records),
        ])
      }
      try add(to: database, counts)
    }
  }

  /// Adds the books of the records, and what found no room in the tables.
  private func add(to database: Database, _ counts: StoredCounts) throws(StateError) {
    var ledger = Ledger()
    ledger.records = counts.records
    var books = LedgerNames.all.map { ($0.name, ledger[keyPath: $0.path]) }
    books.append((LedgerNames.foldedRecords, counts.foldedRecords))
    books.append((LedgerNames.foldedErrors, counts.foldedErrors))
    try addToLedger(books, database)
    let rest = try CountReader(database: database, windowSeconds: windowSeconds).ledger().rest
    let first = LedgerNames.time("first", in: rest)
    let last = LedgerNames.time("last", in: rest)
    try setTime(counts.first.map { min($0, first ?? $0) }, "first", database)
    try setTime(counts.last.map { max($0, last ?? $0) }, "last", database)
  }

  private func setTime(
    _ time: EventTime?, _ name: String, _ database: Database
  ) throws(StateError) {
    guard let time else { return }
    let set = try RowStatement(
      "INSERT INTO ledger VALUES (?,?) ON CONFLICT DO UPDATE SET value = excluded.value",
      on: database)
    try announce()
    try set.run([.text("\(name)_second"), .init(time.seconds)])
    try set.run([.text("\(name)_nanosecond"), .init(Int(time.nanoseconds))])
  }

  /// Adds the books of the lines.
  package func add(_ lines: LineLedger) throws(StateError) {
    var ledger = Ledger()
    ledger.lines = lines
    let books = LedgerNames.all.map { ($0.name, ledger[keyPath: $0.path]) }
    try attempt { try addToLedger(books, $0) }
  }

  private func addToLedger(
    _ books: [(String, Int)], _ database: Database
  ) throws(StateError) {
    let add = try RowStatement(
      "INSERT INTO ledger VALUES (?,?) ON CONFLICT DO UPDATE SET value = value + excluded.value",
      on: database)
    for (name, value) in books where value != 0 {
      try announce()
      try add.run([.text(name), .init(value)])
    }
  }

  /// Forgets what was counted in windows that begin before a UTC second.
  package func forget(before second: Int64) throws(StateError) {
    try attempt { database in
      var forgotten: [(String, Int)] = []
      for (name, sql) in [
        ("forgotten_records", "SELECT sum(records) FROM totals WHERE start < ? AND kind <> 2"),
        ("forgotten_errors", "SELECT sum(count) FROM errors WHERE start < ? AND kind <> 2"),
      ] {
        try RowStatement(sql, on: database).forEachRow([.init(second)]) {
          forgotten.append((name, $0.int(0)))
        }
      }
      guard forgotten.contains(where: { $0.1 > 0 }) else { return }
      try addToLedger(forgotten, database)
      try set("forgotten_before", second, database)
      // What follows from counts that are gone would be judged otherwise from those that are left.
      try forgetJudgedPast(database)
      for sql in [
        "DELETE FROM totals WHERE start < ? AND kind <> 2",
        "DELETE FROM errors WHERE start < ? AND kind <> 2",
        "DELETE FROM attempts WHERE start < ? AND kind <> 2",
        "DELETE FROM user_counts WHERE start < ?",
        "DELETE FROM ids WHERE seen < ?",
        "DELETE FROM named WHERE start < ?",
      ] {
        try announce()
        try RowStatement(sql, on: database).run([.init(second)])
      }
    }
  }
}

/// Adds to the rows of errors.
private struct ErrorWriter {
  private let find: RowStatement
  private let put: RowStatement

  init(_ database: Database) throws(StateError) {
    find = try RowStatement(
      """
      SELECT count, first_second, first_nanosecond, last_second, last_nanosecond, users FROM errors
      WHERE start = ? AND kind = ? AND tenant = ? AND code = ? AND method = ?
      """, on: database)
    put = try RowStatement(
      "INSERT OR REPLACE INTO errors VALUES (?,?,?,?,?,?,?,?,?,?,?)", on: database)
  }

  func add(
    _ row: StoredErrors, tenant: Int64, code: Int64, method: Int64,
    _ unite: ([UInt8], [UInt8]) -> [UInt8]
  ) throws(StateError) {
    var row = row
    let key: [RowStatement.Value] = [
      .init(row.window.start), .init(row.window.kind.rawValue), .init(tenant), .init(code),
      .init(method),
    ]
    try find.forEachRow(key) { known throws(StateError) in
      row.count += known.int(0)
      let (first, last) = (known.time(1), known.time(3))
      row.first = row.first.map { min($0, first ?? $0) } ?? first
      row.last = row.last.map { max($0, last ?? $0) } ?? last
      row.users = unite(known.bytes(5), row.users)
    }
    try put.run(
      key + [
        .init(row.count), .init(row.first?.seconds), .init(row.first.map { Int($0.nanoseconds) }),
        .init(row.last?.seconds), .init(row.last.map { Int($0.nanoseconds) }), .init(row.users),
      ])
  }
}

extension RowStatement {
  /// The time in two columns; nil where there is none.
  func time(_ column: Int32) -> EventTime? {
    guard !isNull(column) else { return nil }
    return EventTime(seconds: number(column), nanoseconds: UInt32(clamping: number(column + 1)))
  }
}
