import GRDB
import LogModel

extension StateSession {
  /// How far the logs were read, by number.
  package func positions() throws(StateError) -> [ReadPosition] {
    try attempt { try PositionReader(database: $0).positions() }
  }

  /// Keeps positions, those with an id in the place of what was known under it.
  package func store(_ positions: [ReadPosition], run: Int64) throws(StateError) {
    guard !positions.isEmpty else { return }
    try attempt { database in
      let insert = try RowStatement(
        "INSERT OR REPLACE INTO positions VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", on: database)
      for one in positions {
        try announce()
        try insert.run([
          .init(one.id), .init(one.log), .init(one.path), .init(one.file.device),
          .init(one.file.inode), .init(one.offset), .init(one.lines), .init(one.head),
          .init(one.tail), .init(one.size), .init(one.packed?.size), .init(one.packed?.digest),
          .init(one.state.rawValue), .init(one.copyOf), .init(run),
        ])
      }
    }
  }

  /// Forgets logs that are gone since an early run.
  package func forgetGone(before run: Int64) throws(StateError) {
    try announce()
    try attempt {
      try RowStatement("DELETE FROM positions WHERE state = 2 AND run < ?", on: $0)
        .run([.init(run)])
    }
  }

  /// The paths for which runs have looked.
  package func watchedLogs() throws(StateError) -> Set<[UInt8]> {
    try attempt { database in
      var logs: Set<[UInt8]> = []
      try RowStatement("SELECT path FROM logs", on: database).forEachRow {
        logs.insert($0.bytes(0))
      }
      return logs
    }
  }

  /// Remembers that a run has looked for some logs.
  package func watch(_ logs: [[UInt8]]) throws(StateError) {
    guard !logs.isEmpty else { return }
    try attempt { database in
      let insert = try RowStatement("INSERT OR IGNORE INTO logs VALUES (?)", on: database)
      for log in logs {
        try announce()
        try insert.run([.init(log)])
      }
    }
  }
}

/// Reads how far the logs were read.
struct PositionReader {
  let database: Database

  /// By number.
  func positions() throws(StateError) -> [ReadPosition] {
    var positions: [ReadPosition] = []
    let rows = try RowStatement(
      """
      SELECT id, log, path, device, inode, offset, lines, head, tail, size, packed_size,
        packed_digest, state, copy_of
      FROM positions ORDER BY id
      """, on: database)
    try rows.forEachRow { row throws(StateError) in
      guard let state = ReadState(rawValue: row.int(12)) else { throw .damaged }
      var position = ReadPosition(
        id: row.number(0), log: row.bytes(1), path: row.bytes(2),
        file: FileIdentity(device: row.hash(3), inode: row.hash(4)), offset: row.int(5),
        lines: row.int(6), head: row.bytes(7), tail: row.bytes(8), size: row.int(9),
        state: state, copyOf: row.optionalInt(13))
      if let size = row.optionalInt(10) {
        position.packed = PackedFingerprint(size: Int(size), digest: row.bytes(11))
      }
      positions.append(position)
    }
    return positions
  }
}
