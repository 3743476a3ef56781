import LogModel

/// How the reference is to read.
package struct ReferenceOptions: Sendable {
  /// What a path that the user names is for.
  package enum Field: String, CaseIterable, Hashable, Sendable {
    case tenant
    case time
    case code
    case user
    case method
  }

  /// The most bytes of one value, or of one line of text.
  package var maxLine = 16 << 20
  /// Whether codes are searched in texts.
  package var textSearch = true
  /// For records that name no tenant.
  package var tenant: [UInt8]?
  /// Paths that beat the built-in ones, in order.
  package var paths: [(field: Field, path: String)] = []

  package init() {}
}

/// One record, with all that is counted of it.
package struct ReferenceRecord: Hashable, Sendable {
  package var recordClass: RecordClass
  package var time: EventTime?
  package var tenant: [UInt8]?
  package var kind: CodeKind?
  package var code: [UInt8]?
  package var user: [UInt8]?
  package var method: [UInt8]?
  /// Where it starts; the first line is 1.
  package var line: Int

  package init(
    recordClass: RecordClass, time: EventTime? = nil, tenant: [UInt8]? = nil,
    kind: CodeKind? = nil, code: [UInt8]? = nil, user: [UInt8]? = nil, method: [UInt8]? = nil,
    line: Int
  ) {
    self.recordClass = recordClass
    self.time = time
    self.tenant = tenant
    self.kind = kind
    self.code = code
    self.user = user
    self.method = method
    self.line = line
  }
}

extension ReferenceRecord: CustomStringConvertible {
  /// One line for failure messages, and for sorting the records of two readers alike.
  package var description: String {
    func word(_ bytes: [UInt8]?) -> String {
      bytes.map { String(decoding: $0, as: UTF8.self).debugDescription } ?? "-"
    }
    let moment = time.map { "\($0.seconds)s\($0.nanoseconds)ns" } ?? "-"
    return "line \(line) \(recordClass) time \(moment) tenant \(word(tenant)) "
      + "kind \(kind?.name ?? "-") code \(word(code)) user \(word(user)) method \(word(method))"
  }
}

/// The books and the records of one input.
package struct ReferenceResult: Hashable, Sendable {
  package var lines = 0
  package var blank = 0
  package var malformed = 0
  package var oversized = 0
  package var parsed = 0
  /// Parsed lines in which something was replaced by U+FFFD.
  package var repaired = 0
  /// In the order in which they were complete.
  package var records: [ReferenceRecord] = []

  package init() {}
}
