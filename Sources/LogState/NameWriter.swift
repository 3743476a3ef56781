import GRDB
import LogModel

/// Finds the numbers that names have in a state, and gives new ones to new names.
struct NameWriter {
  let session: StateSession
  let database: Database

  /// Of tenants or methods; the unknown one is 0.
  func ids(of names: [[UInt8]?], in table: String) throws(StateError) -> [Int64] {
    let find = try RowStatement("SELECT id FROM \(table) WHERE name = ?", on: database)
    let insert = try RowStatement(
      "INSERT INTO \(table) (name) VALUES (?) RETURNING id", on: database)
    return try ids(names) { name throws(StateError) in
      guard let name else { return 0 }
      return try id([.init(name)], find, insert)
    }
  }

  func ids(of codes: [StoredCode]) throws(StateError) -> [Int64] {
    let find = try RowStatement("SELECT id FROM codes WHERE name = ? AND kind = ?", on: database)
    let insert = try RowStatement(
      "INSERT INTO codes (name, kind) VALUES (?,?) RETURNING id", on: database)
    return try ids(codes) { code throws(StateError) in
      guard let name = code.name else { return 0 }
      return try id([.init(name), .init(Int(code.kind))], find, insert)
    }
  }

  func ids(ofRequests texts: [String]) throws(StateError) -> [Int64] {
    let find = try RowStatement("SELECT id FROM requests WHERE text = ?", on: database)
    let insert = try RowStatement(
      "INSERT INTO requests (text) VALUES (?) RETURNING id", on: database)
    return try ids(texts) { text throws(StateError) in try id([.text(text)], find, insert) }
  }

  private func ids<Name>(
    _ names: [Name], _ id: (Name) throws(StateError) -> Int64
  ) throws(StateError) -> [Int64] {
    var ids: [Int64] = []
    ids.reserveCapacity(names.count)
    for name in names { ids.append(try id(name)) }
    return ids
  }

  private func id(
    _ values: [RowStatement.Value], _ find: RowStatement, _ insert: RowStatement
  ) throws(StateError) -> Int64 {
    var id: Int64?
    try find.forEachRow(values) { id = $0.number(0) }
    if let id { return id }
    try session.announce()
    try insert.forEachRow(values) { id = $0.number(0) }
    guard let id else { throw .damaged }
    return id
  }
}
