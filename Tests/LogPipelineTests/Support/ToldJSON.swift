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

  /// What `check -o json` says, as far as it is looked at here.
  struct Check: Decodable {
    struct Series: Decodable {
      var code: String?
    }

    struct Tenant: Decodable {
      var tenant: String
    }

    struct Incident: Decodable {
      var severity: String
      var rule: String
      var series: Series
      var start: String
      var providerWide: Bool
      var tenants: [Tenant]

      /// The start in milliseconds since 1970; 0 when it is no time.
      var milliseconds: Int {
        let date = try? Date(start, strategy: .iso8601)
        return date.map { Int($0.timeIntervalSince1970 * 1_000) } ?? 0
      }
    }

    var status: String
    var incidents: [Incident]
  }

  static func check(_ bytes: [UInt8]) throws -> Check {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Check.self, from: Data(bytes))
  }

  static func report(_ bytes: [UInt8]) throws -> Report {
    try JSONDecoder().decode(Report.self, from: Data(bytes))
  }
}
