import GRDB
import LogModel

extension StateSession {
  /// So many runs are remembered.
  static let runLimit = 1_000

  /// The latest runs, the last one first.
  package func runs(limit: Int = 1) throws(StateError) -> [RunRecord] {
    try attempt { try RunReader(database: $0).runs(limit: limit) }
  }

  /// Remembers a run, and forgets the oldest when there are many.
  package func store(_ run: RunRecord) throws(StateError) {
    try announce()
    try attempt { database in
      try RowStatement("INSERT INTO runs VALUES (?,?,?,?,?,?,?,?,?)", on: database).run([
        .init(run.id), .init(run.now.seconds), .text(run.rules), .init(run.status.rawValue),
        .init(run.files), .init(run.bytes), .init(run.lines), .init(run.records),
        .init(run.errors),
      ])
      try RowStatement("DELETE FROM runs WHERE id <= ?", on: database)
        .run([.init(run.id - Int64(StateSession.runLimit))])
    }
  }
}

/// Reads the log of runs.
struct RunReader {
  let database: Database

  /// The last one first.
  func runs(limit: Int) throws(StateError) -> [RunRecord] {
    var runs: [RunRecord] = []
    try RowStatement(
      """
      SELECT id, now, rules, status, files, bytes, lines, records, errors FROM runs
      ORDER BY id DESC LIMIT ?
      """, on: database
    ).forEachRow([.init(limit)]) { row throws(StateError) in
      guard let status = CheckStatus(rawValue: row.int(3)) else { throw .damaged }
      runs.append(
        RunRecord(
          id: row.number(0), now: EventTime(seconds: row.number(1)), rules: row.text(2),
          status: status, files: row.int(4), bytes: row.int(5), lines: row.int(6),
          records: row.int(7), errors: row.int(8)))
    }
    return runs
  }
}
