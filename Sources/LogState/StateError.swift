import GRDBSQLite

/// Why a state cannot be used; nothing of it was changed.
package enum StateError: Error, Hashable, Sendable {
  /// What stands where a database should be.
  package enum FileKind: String, Sendable {
    case directory, link, other
  }

  /// There is none.
  case missing
  /// It is not a file of its own.
  case wrongKind(FileKind)
  /// It cannot be opened; `errno` of the attempt.
  case unopenable(errno: Int32)
  /// It cannot be made; `errno` of the attempt.
  case uncreatable(errno: Int32)
  /// Nobody may write to it.
  case readOnly
  /// There is no room for it.
  case full
  /// The system refused to read or write; the extended code of SQLite.
  case unreadable(code: Int32)
  /// Another run held it for as long as was waited.
  case locked
  /// Another run held it until somebody wanted this one to end.
  case interrupted
  /// No database, or one that is cut or damaged.
  case damaged
  /// A database of another program.
  case foreign
  /// A database of a later version of this program, which wrote this version of the schema.
  case newer(version: Int, known: Int)
  /// It counts in windows of so many seconds, which do not make up those that the rules ask for.
  case otherWindows(stored: Int64, asked: Int64)
  /// Told by who tries what happens then.
  case refused(step: Int)

  /// What an answer of SQLite means.
  init(code: Int32) {
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: self = .locked
    case SQLITE_READONLY, SQLITE_PERM: self = .readOnly
    case SQLITE_FULL: self = .full
    case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_MISMATCH, SQLITE_SCHEMA, SQLITE_CONSTRAINT,
      SQLITE_ERROR:
      self = .damaged
    default: self = .unreadable(code: code)
    }
  }
}
