import GRDB
import GRDBSQLite

/// A statement of SQL that takes and gives numbers and bytes, row by row.
///
/// GRDB's own statements give every value a type that knows all types, and bytes one of Foundation; here
/// are millions of rows of numbers.
@safe final class RowStatement {
  private let handle: OpaquePointer

  /// - Throws: When the statement does not fit the database.
  init(_ sql: String, on database: Database) throws(StateError) {
    guard let connection = unsafe database.sqliteConnection else { throw .damaged }
    var prepared: OpaquePointer?
    let code = unsafe sqlite3_prepare_v2(connection, sql, -1, &prepared, nil)
    guard code == SQLITE_OK, let handle = unsafe prepared else {
      throw StateError(code: unsafe sqlite3_extended_errcode(connection))
    }
    unsafe self.handle = handle
  }

  deinit { _ = unsafe sqlite3_finalize(handle) }

  /// A value of a row.
  enum Value {
    case null
    case number(Int64)
    case real(Double)
    case text(String)
    case bytes([UInt8])

    init(_ number: Int?) { self = number.map { .number(Int64($0)) } ?? .null }
    init(_ number: Int64?) { self = number.map { .number($0) } ?? .null }
    init(_ bytes: [UInt8]?) { self = bytes.map { .bytes($0) } ?? .null }
    init(_ text: String?) { self = text.map { .text($0) } ?? .null }
    init(_ number: Double?) { self = number.map { .real($0) } ?? .null }
    /// The same 64 bits with a sign, as SQLite has no other numbers.
    init(_ hash: UInt64) { self = .number(Int64(bitPattern: hash)) }
  }

  /// Runs the statement for its effect.
  func run(_ values: [Value] = []) throws(StateError) {
    try bind(values)
    while try step() {}
  }

  /// Calls `body` for every row.
  func forEachRow(
    _ values: [Value] = [], _ body: (RowStatement) throws(StateError) -> Void
  ) throws(StateError) {
    try bind(values)
    while try step() { try body(self) }
  }

  // MARK: The present row, columns counted from 0

  func isNull(_ column: Int32) -> Bool { unsafe sqlite3_column_type(handle, column) == SQLITE_NULL }

  func number(_ column: Int32) -> Int64 { unsafe sqlite3_column_int64(handle, column) }

  func int(_ column: Int32) -> Int { Int(number(column)) }

  func optionalInt(_ column: Int32) -> Int64? { isNull(column) ? nil : number(column) }

  func real(_ column: Int32) -> Double { unsafe sqlite3_column_double(handle, column) }

  func hash(_ column: Int32) -> UInt64 { UInt64(bitPattern: number(column)) }

  func bytes(_ column: Int32) -> [UInt8] {
    // The pointer comes first, because it may change the length.
    guard let start = unsafe sqlite3_column_blob(handle, column) else { return [] }
    let count = unsafe Int(sqlite3_column_bytes(handle, column))
    return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: count))
  }

  func optionalBytes(_ column: Int32) -> [UInt8]? { isNull(column) ? nil : bytes(column) }

  func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

  func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

  // MARK: Steps

  private func bind(_ values: [Value]) throws(StateError) {
    _ = unsafe sqlite3_reset(handle)
    for (index, value) in values.enumerated() {
      let code = bind(value, at: Int32(index + 1))
      guard code == SQLITE_OK else { throw StateError(code: code) }
    }
  }

  private func bind(_ value: Value, at place: Int32) -> Int32 {
    switch value {
    case .null: return unsafe sqlite3_bind_null(handle, place)
    case .number(let number): return unsafe sqlite3_bind_int64(handle, place, number)
    case .real(let number): return unsafe sqlite3_bind_double(handle, place, number)
    case .text(let text):
      return unsafe sqlite3_bind_text(
        handle, place, text, Int32(clamping: text.utf8.count), RowStatement.copied)
    case .bytes(let bytes):
      guard !bytes.isEmpty else { return unsafe sqlite3_bind_zeroblob(handle, place, 0) }
      return unsafe bytes.withUnsafeBytes {
        unsafe sqlite3_bind_blob(
          handle, place, $0.baseAddress, Int32(clamping: bytes.count), RowStatement.copied)
      }
    }
  }

  /// True when there is a row.
  private func step() throws(StateError) -> Bool {
    switch unsafe sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      _ = unsafe sqlite3_reset(handle)
      return false
    default:
      let code = unsafe sqlite3_extended_errcode(sqlite3_db_handle(handle))
      _ = unsafe sqlite3_reset(handle)
      throw StateError(code: code)
    }
  }

  /// Asks SQLite to make a copy (SQLITE_TRANSIENT, a macro that Swift does not see).
  private static var copied: sqlite3_destructor_type {
    unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }
}
