import LogModel
import LogTestSupport

/// A record as a test writes it down, with its texts in plain bytes.
struct SampleRecord {
  var time: EventTime?
  var recordClass = RecordClass.error
  var kind = CodeKind.guardian
  var catalogueIndex = 0
  var tenant: [UInt8]?
  var code: [UInt8]?
  var user: [UInt8]?
  var method: [UInt8]?
  var line = 1

  init(
    _ seconds: Int64?, nanoseconds: UInt32 = 0, _ recordClass: RecordClass = .error,
    tenant: String? = "acme", code: String? = "invalid_otp", kind: CodeKind = .guardian,
    index: Int = 0, user: String? = nil, method: String? = nil, line: Int = 1
  ) {
    time = seconds.map { EventTime(seconds: $0, nanoseconds: nanoseconds) }
    self.recordClass = recordClass
    self.kind = kind
    catalogueIndex = kind == .guardian ? index : -1
    self.tenant = tenant.map { Array($0.utf8) }
    self.code = recordClass == .error ? code.map { Array($0.utf8) } : nil
    self.user = user.map { Array($0.utf8) }
    self.method = method.map { Array($0.utf8) }
    self.line = line
  }

  /// Records with every trap: no time, no tenant, no user, times before 1970, with fractions and
  /// far ahead of `now`, one text as a code of two kinds, tenants that Unicode takes for one.
  static func random(
    count: Int, now: Int64, using random: inout SplitMix64
  ) -> [SampleRecord] {
    let tenants: [String?] = [
      nil, "-", "acme", "caf\u{e9}", "cafe\u{301}", "globex-eu-with-long-name",
    ]
    let codes: [(String, CodeKind, Int)] = [
      ("invalid_otp", .guardian, 0), ("too_many_pn", .guardian, 1),
      ("too_many_pn_per_tenant", .guardian, 2), ("30007", .provider, -1),
      ("gd_auth_failed", .event, -1), ("gd_auth_failed", .other, -1),
    ]
    return (1...max(count, 1)).prefix(count).map { line in
      let classes: [RecordClass] = [.error, .error, .error, .normal, .normal, .other, .duplicate]
      let code = codes[Int.random(in: 0..<codes.count, using: &random)]
      var seconds: Int64? = now + Int64.random(in: -9_000...200, using: &random)
      switch Int.random(in: 0..<12, using: &random) {
      case 0: seconds = nil
      case 1: seconds = Int64.random(in: -4_000...4_000, using: &random)
      case 2: seconds = now + 86_400 + Int64.random(in: -300...300, using: &random)
      default: break
      }
      let user = Int.random(in: -5..<20, using: &random)
      return SampleRecord(
        seconds, nanoseconds: UInt32.random(in: 0..<3, using: &random) * 1_000_000,
        classes[Int.random(in: 0..<classes.count, using: &random)],
        tenant: tenants[Int.random(in: 0..<tenants.count, using: &random)], code: code.0,
        kind: code.1, index: code.2, user: user < 0 ? nil : "auth0|\(user)",
        method: [nil, "otp", "push"][Int.random(in: 0..<3, using: &random)], line: line)
    }
  }
}

extension EventBatch {
  /// A batch of records, whose lines count from 1 as if it began its source.
  init(_ records: [SampleRecord]) {
    self.init()
    for record in records {
      var event = Event(recordClass: record.recordClass, codeKind: record.kind)
      event.hasTime = record.time != nil
      if let time = record.time { event.time = time }
      event.catalogueIndex = Int16(record.catalogueIndex)
      event.tenant = store(record.tenant ?? [])
      event.code = store(record.code ?? [])
      event.user = store(record.user ?? [])
      event.method = store(record.method ?? [])
      event.line = record.line - 1
      events.append(event)
    }
    openFrom = events.count
  }
}
