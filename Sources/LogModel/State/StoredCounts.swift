/// Counts in plain rows, as they are kept from run to run.
///
/// Names are numbered within one value of this type; number 0 is the unknown one.
package struct StoredCounts: Sendable {
  /// The length of the windows in seconds; positive.
  package var windowSeconds: Int64
  /// As bytes of the log; the first is nil.
  package var tenants: [[UInt8]?] = [nil]
  package var codes: [StoredCode] = [StoredCode(name: nil, kind: 0)]
  package var methods: [[UInt8]?] = [nil]
  /// For each request of a rule for the errors of single users, what it asks for in words.
  package var requests: [String] = []
  package var totals: [StoredTotal] = []
  package var errors: [StoredErrors] = []
  package var userCounts: [StoredUserCount] = []
  package var attempts: [StoredAttempts] = []
  package var records = RecordLedger()
  /// The earliest and latest time of all records.
  package var first: EventTime?
  package var last: EventTime?
  /// Error and normal records that found no room in the tables, and the errors among them.
  package var foldedRecords = 0
  package var foldedErrors = 0

  package init(windowSeconds: Int64) { self.windowSeconds = windowSeconds }

  /// How many rows of counts there are.
  package var rowCount: Int { totals.count + errors.count + userCounts.count }
}

/// A code as it is told apart from others: the same text can be a code of two kinds.
package struct StoredCode: Hashable, Sendable {
  /// Nil for an error without a code.
  package var name: [UInt8]?
  /// The raw value of its `CodeKind`.
  package var kind: UInt8

  package init(name: [UInt8]?, kind: UInt8) {
    self.name = name
    self.kind = kind
  }
}

/// The window in which something was counted.
package struct StoredWindow: Hashable, Comparable, Sendable {
  package enum Kind: Int, Sendable {
    case timed = 0
    /// Of records that were more than a day ahead of now when they came.
    case ahead = 1
    /// Of records without a time.
    case untimed = 2
  }

  package var kind: Kind
  /// The first UTC second; 0 without a time.
  package var start: Int64

  package init(_ kind: Kind, start: Int64) {
    self.kind = kind
    self.start = start
  }

  package static func < (left: StoredWindow, right: StoredWindow) -> Bool {
    (left.start, left.kind.rawValue) < (right.start, right.kind.rawValue)
  }
}

/// The error and normal records of a tenant in a window.
package struct StoredTotal: Hashable, Sendable {
  package var window: StoredWindow
  package var tenant: Int
  package var records: Int

  package init(window: StoredWindow, tenant: Int, records: Int) {
    self.window = window
    self.tenant = tenant
    self.records = records
  }
}

/// The errors of a tenant with one code and method in a window.
package struct StoredErrors: Hashable, Sendable {
  package var window: StoredWindow
  package var tenant: Int
  package var code: Int
  package var method: Int
  package var count: Int
  /// Nil without a time.
  package var first: EventTime?
  package var last: EventTime?
  /// The distinct users as bytes, see `DistinctUsers`; empty when no record named one.
  package var users: [UInt8]

  package init(
    window: StoredWindow, tenant: Int, code: Int, method: Int, count: Int, first: EventTime?,
    last: EventTime?, users: [UInt8]
  ) {
    self.window = window
    self.tenant = tenant
    self.code = code
    self.method = method
    self.count = count
    self.first = first
    self.last = last
    self.users = users
  }
}

/// The error and normal records of a method in a window.
package struct StoredAttempts: Hashable, Sendable {
  package var window: StoredWindow
  package var method: Int
  package var records: Int

  package init(window: StoredWindow, method: Int, records: Int) {
    self.window = window
    self.method = method
    self.records = records
  }
}

/// The errors of one user as far as a rule asks for the most of one.
package struct StoredUserCount: Hashable, Sendable {
  /// The place in `StoredCounts.requests`.
  package var request: Int
  /// The first UTC second of the request's window.
  package var start: Int64
  package var tenant: Int
  package var code: Int
  package var method: Int
  /// A hash, never a name.
  package var user: UInt64
  package var count: Int

  package init(
    request: Int, start: Int64, tenant: Int, code: Int, method: Int, user: UInt64, count: Int
  ) {
    self.request = request
    self.start = start
    self.tenant = tenant
    self.code = code
    self.method = method
    self.user = user
    self.count = count
  }
}
