import LogAggregation
import LogModel

/// Counts records the plainest way there is, as a reference: dictionaries and sets of whole bytes.
struct ReferenceCount {
  struct Key: Hashable {
    var window: Int64?
    var tenant: [UInt8]?
    var code: [UInt8]?
    var kind: CodeKind?
    var method: [UInt8]?
  }

  struct Cell {
    var count = 0
    var users: Set<[UInt8]> = []
    var times: [EventTime] = []
    var places: [(time: EventTime?, line: Int)] = []
  }

  struct Attempt: Hashable {
    var start: Int64?
    var isAhead: Bool
    var method: [UInt8]?

    func text(_ count: Int) -> String { "\(self): \(count)" }
  }

  private(set) var ledger = RecordLedger()
  private(set) var cells: [Key: Cell] = [:]
  private(set) var totals: [Key: Int] = [:]
  private(set) var attempts: [Attempt: Int] = [:]
  private(set) var times: [EventTime] = []
  private(set) var tenants: Set<[UInt8]> = []
  /// Error and normal records that rules can judge.
  private(set) var judged: [SampleRecord] = []
  let plan: CountingPlan

  init(_ records: [SampleRecord], plan: CountingPlan) {
    self.plan = plan
    for record in records { add(record) }
  }

  private mutating func add(_ record: SampleRecord) {
    ledger.records += 1
    if record.code != nil { ledger.coded += 1 }
    if let time = record.time { times.append(time) }
    if record.recordClass == .duplicate {
      ledger.duplicate += 1
    } else if !isAdmitted(record) {
      ledger.filtered += 1
      if record.time == nil { ledger.filteredUntimed += 1 }
    } else if record.recordClass == .other {
      ledger.other += 1
    } else {
      count(record)
    }
  }

  private func isAdmitted(_ record: SampleRecord) -> Bool {
    if plan.since == nil, plan.until == nil { return true }
    guard let time = record.time else { return false }
    return (plan.since.map { $0 <= time } ?? true) && (plan.until.map { time < $0 } ?? true)
  }

  private mutating func count(_ record: SampleRecord) {
    let limit = EventTime(seconds: plan.now.seconds + 86_400, nanoseconds: plan.now.nanoseconds)
    let isAhead = record.time.map { limit < $0 } ?? false
    if record.time == nil { ledger.untimed += 1 }
    if record.tenant == nil { ledger.untenanted += 1 }
    if isAhead { ledger.ahead += 1 }
    let hasWindow = plan.keys.contains(.window)
    var key = Key()
    key.window = hasWindow ? record.time.map { floor($0.seconds, plan.windows.length) } : nil
    key.tenant = plan.keys.contains(.tenant) ? record.tenant : nil
    totals[key, default: 0] += 1
    if plan.countsAttempts {
      let attempt = Attempt(
        start: record.time.map { floor($0.seconds, plan.windows.length) * plan.windows.length },
        isAhead: isAhead,
        method: record.method)
      attempts[attempt, default: 0] += 1
    }
    let isError = record.recordClass == .error
    if isError { ledger.error += 1 } else { ledger.normal += 1 }
    if record.time != nil, !isAhead { judged.append(record) }
    guard isError else { return }
    if let tenant = record.tenant { tenants.insert(tenant) }
    if !plan.keys.isDisjoint(with: [.code, .kind, .level, .category]) {
      key.code = record.code
      key.kind = record.kind
    }
    if plan.keys.contains(.method) { key.method = record.method }
    cells[key, default: Cell()].count += 1
    if let user = record.user { cells[key, default: Cell()].users.insert(user) }
    if let time = record.time { cells[key, default: Cell()].times.append(time) }
    cells[key, default: Cell()].places.append((record.time, record.line))
  }

  private func floor(_ number: Int64, _ divisor: Int64) -> Int64 {
    var quotient = number / divisor
    if quotient * divisor > number { quotient -= 1 }
    return quotient
  }
}
