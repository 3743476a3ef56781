import LogModel

/// One small log, and by hand what every reader must make of it.
package struct ShapeCase: Sendable {
  /// The books of the lines; what is not named is zero.
  package struct Books: Hashable, Sendable {
    package var blank = 0
    package var malformed = 0
    package var oversized = 0
    package var parsed = 0
    package var repaired = 0
  }

  /// Names the shape and the trap; unique.
  package let name: String
  package let input: [UInt8]
  package let options: ReferenceOptions
  /// Books and records; the order of the records is not promised.
  package let expected: ReferenceResult

  init(
    _ name: String, _ input: [UInt8], _ books: Books, _ records: [ReferenceRecord],
    options: ReferenceOptions = ReferenceOptions()
  ) {
    self.name = name
    self.input = input
    self.options = options
    var expected = ReferenceResult()
    expected.lines = books.blank + books.malformed + books.oversized + books.parsed
    expected.blank = books.blank
    expected.malformed = books.malformed
    expected.oversized = books.oversized
    expected.parsed = books.parsed
    expected.repaired = books.repaired
    expected.records = records
    self.expected = expected
  }

  init(
    _ name: String, _ input: String, _ books: Books, _ records: [ReferenceRecord],
    options: ReferenceOptions = ReferenceOptions()
  ) {
    self.init(name, Array(input.utf8), books, records, options: options)
  }
}

extension ShapeCase: CustomStringConvertible {
  package var description: String { name }
}

extension ReferenceResult {
  /// The same with the records in an order that depends on nothing but the records.
  package var sorted: ReferenceResult {
    var sorted = self
    sorted.records.sort { ($0.line, $0.description) < ($1.line, $1.description) }
    return sorted
  }
}

extension EventTime {
  /// So many seconds after 2026-03-14T08:00:00Z.
  static func eight(_ second: Int64, _ nanoseconds: UInt32 = 0) -> EventTime {
    EventTime(seconds: 1_773_475_200 + second, nanoseconds: nanoseconds)
  }
}

extension ReferenceRecord {
  /// A record with a code, of the provider's list unless `kind` says otherwise.
  static func error(
    _ code: String, kind: CodeKind = .guardian, line: Int = 1, _ time: EventTime? = nil,
    tenant: String? = nil, user: String? = nil, method: String? = nil
  ) -> ReferenceRecord {
    var record = normal(line: line, time, tenant: tenant, user: user, method: method)
    record.recordClass = .error
    record.kind = kind
    record.code = Array(code.utf8)
    return record
  }

  static func normal(
    line: Int = 1, _ time: EventTime? = nil, tenant: String? = nil, user: String? = nil,
    method: String? = nil
  ) -> ReferenceRecord {
    ReferenceRecord(
      recordClass: .normal, time: time, tenant: tenant.map { Array($0.utf8) },
      user: user.map { Array($0.utf8) }, method: method.map { Array($0.utf8) }, line: line)
  }

  /// An event of the provider that has nothing to do with a second factor.
  static func other(
    line: Int = 1, _ time: EventTime? = nil, tenant: String? = nil, user: String? = nil,
    method: String? = nil
  ) -> ReferenceRecord {
    var record = normal(line: line, time, tenant: tenant, user: user, method: method)
    record.recordClass = .other
    return record
  }
}
