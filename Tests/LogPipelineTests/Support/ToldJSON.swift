import Foundation

/// What the tool tells as JSON, read by others' code.
struct ToldJSON {
  struct Ledger: Decodable, Equatable {
    var lines: Int
    var blank: Int
    var malformed: Int
    var oversized: Int
    var parsed: Int
    var records: Int
    var error: Int
    var repaired: Int
  }

  struct Source: Decodable, Equatable {
    var name: String
    var lines: Int
    var bytes: Int
    var problem: String?
  }

  struct Row: Decodable, Equatable {
    var tenant: String?
    var code: String?
    var kind: String
    var count: Int
    var users: Int?
  }

  struct Report: Decodable, Equatable {
    var ledger: Ledger
    var sources: [Source]
    var rows: [Row]
  }

  static func report(_ bytes: [UInt8]) throws -> Report {
    try JSONDecoder().decode(Report.self, from: Data(bytes))
  }
}
