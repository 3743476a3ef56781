import GRDB
import GRDBSQLite
import LogModel

/// A state that is only looked at.
package struct StateInspection {
  private let queue: DatabaseQueue

  /// - Throws: When there is none, or none that this program can read.
  package init(at path: String, lockWait: Double) throws(StateError) {
    let queue = try StateFile.open(path, lockWait: lockWait, isReadOnly: true)
    try StateFile.wrap { try queue.read { try StateSession.admit($0, isReadOnly: true) } }
    self.queue = queue
  }

  /// What is known.
  package func summary() throws(StateError) -> StateSummary {
    try read { database in
      let alerts = AlertReader(database: database)
      var logs = 0
      try RowStatement("SELECT count(*) FROM logs", on: database).forEachRow { logs = $0.int(0) }
      var summary = StateSummary(
        windowSeconds: try alerts.setting("window_seconds") ?? 0, logCount: logs,
        positions: try PositionReader(database: database).positions(),
        runs: try RunReader(database: database).runs(limit: 5), memory: try alerts.memory(),
        ledger: try CountReader(database: database, windowSeconds: 0).ledger().books)
      try RowStatement(
        "SELECT min(start), max(start) FROM totals WHERE kind = 0", on: database
      ).forEachRow { row in
        (summary.firstWindow, summary.lastWindow) = (row.optionalInt(0), row.optionalInt(1))
      }
      return summary
    }
  }

  /// Everything that is wrong, in the order in which it was found; at most so many faults.
  ///
  /// - Complexity: Reads the whole database.
  package func faults(limit: Int = 100) throws(StateError) -> [StateFault] {
    try read { database in
      var faults: [StateFault] = []
      try RowStatement("PRAGMA integrity_check(\(limit))", on: database).forEachRow { row in
        if row.text(0) != "ok" { faults.append(.structure(row.text(0))) }
      }
      // What cannot be read cannot be added up.
      guard faults.isEmpty else { return faults }
      try RowStatement("PRAGMA foreign_key_check", on: database).forEachRow { row in
        faults.append(.unknownName(table: row.text(0)))
      }
      let (books, rest) = try CountReader(database: database, windowSeconds: 0).ledger()
      if !books.balances { faults.append(.unbalanced) }
      let records = books.records.error + books.records.normal
      try check(
        "totals", "SELECT sum(records) FROM totals", "records", records, rest, database, &faults)
      try check(
        "errors", "SELECT sum(count) FROM errors", "errors", books.records.error, rest, database,
        &faults)
      for position in try PositionReader(database: database).positions() {
        let isSkippedUnread = position.state == .skipped && position.tail.isEmpty
        if position.offset > position.size || position.offset < 0
          || (!isSkippedUnread && (position.head.count != 32 || position.tail.count != 32))
        {
          faults.append(.position(path: position.path))
        }
      }
      return Array(faults.prefix(limit))
    }
  }

  /// Compares the sum of a table with the ledger.
  private func check(
    _ table: String, _ sql: String, _ noun: String, _ expected: Int, _ rest: [String: Int],
    _ database: Database, _ faults: inout [StateFault]
  ) throws(StateError) {
    var sum = (rest["forgotten_\(noun)"] ?? 0) + (rest["folded_\(noun)"] ?? 0)
    try RowStatement(sql, on: database).forEachRow { sum += $0.int(0) }
    if sum != expected { faults.append(.sum(table: table, found: sum, expected: expected)) }
  }

  private func read<Result>(_ body: (Database) throws -> Result) throws(StateError) -> Result {
    try StateFile.wrap { try queue.read(body) }
  }
}

/// What a state knows, for people to look at.
package struct StateSummary: Sendable {
  package var windowSeconds: Int64
  /// How many logs are looked for.
  package var logCount: Int
  package var positions: [ReadPosition]
  /// The last one first.
  package var runs: [RunRecord]
  package var memory: AlertMemory
  package var ledger: Ledger
  /// The starts of the first and last windows with records, in UTC seconds.
  package var firstWindow: Int64?
  package var lastWindow: Int64?
}

/// Something that is wrong in a state.
package enum StateFault: Hashable, Sendable {
  /// The file is damaged, in the words of SQLite.
  case structure(String)
  /// A row speaks of a tenant, code or method that is not there.
  case unknownName(table: String)
  /// The ledger does not add up.
  case unbalanced
  /// A table does not hold what the ledger says.
  case sum(table: String, found: Int, expected: Int)
  /// A position that cannot be.
  case position(path: [UInt8])
}
