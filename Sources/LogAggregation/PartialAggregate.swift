import LogModel

/// The counts of a part of the input, which merge with those of any other part.
///
/// However records are dealt out over aggregates, and in whatever order these are merged, the result
/// is the same, and a fresh aggregate changes nothing. Only past the limits of the plan it matters
/// which keys came first; totals stay exact even then.
package struct PartialAggregate: Sendable {
  let plan: CountingPlan
  private let bounds: TimeBounds
  let rules: RuleWindows
  /// Of the lookup tables.
  let hash: ByteHash

  package internal(set) var records = RecordLedger()
  /// The earliest and the latest time of all records, whatever became of them.
  var span = TimeSpan()
  package var first: EventTime? { span.first }
  package var last: EventTime? { span.last }
  /// The latest time of all records that were not too far ahead of now to move a `Watermark`.
  var latestInReach: EventTime?

  var tenants: NameTable
  /// Their tags are the kinds: the same text can be a code of two kinds.
  var codes: NameTable
  /// The index in the catalogue of each code; -1 for those outside it.
  var catalogueIndices: [Int16] = [-1]
  /// What the rules want of each code.
  var interests: [CodeInterest]
  var methods: NameTable
  /// Whether a tenant has an error, whatever the keys of the cells are.
  var tenantHasErrors: [Bool] = []

  /// By the windows and keys of the report.
  var cells: CountTables
  /// By the common windows of the rules; nil when the report's cells serve the rules as well.
  var ruleCells: CountTables?
  var perUser: UserTallies
  /// Nil unless the plan wants it.
  var attempts: AttemptTable?

  /// The neutral element of `merge`.
  package init(plan: CountingPlan) {
    self.init(plan: plan, seed: UInt64.random(in: .min ... .max))
  }

  /// The same with a known seed for the lookup tables; nothing that can be seen depends on it.
  package init(plan: CountingPlan, seed: UInt64) {
    hash = ByteHash(seed: seed)
    self.plan = plan
    bounds = TimeBounds(plan)
    rules = RuleWindows(plan.requests)
    interests = [rules.interest(in: nil, kind: .other, catalogueIndex: -1, plan.directory)]
    tenants = NameTable(hash: hash)
    codes = NameTable(hash: hash)
    methods = NameTable(hash: hash)
    cells = CountTables(plan: plan, cellLimit: plan.maxGroups, hash: hash)
    if !rules.requests.isEmpty, !rules.areServed(by: plan) {
      var rulePlan = plan
      rulePlan.windows = .seconds(rules.commonLength)
      rulePlan.keys = rules.keys
      rulePlan.keepsExamples = false
      ruleCells = CountTables(plan: rulePlan, cellLimit: plan.sumLimit, hash: hash)
    }
    perUser = UserTallies(
      requestCount: rules.requests.count, limit: plan.sumLimit, hash: hash)
    if plan.countsAttempts {
      attempts = AttemptTable(windows: plan.windows, limit: plan.sumLimit, hash: hash)
    }
  }

  /// True once something found no room; then only totals and the ledger are exact.
  package var isFolded: Bool {
    cells.isFolded || ruleCells?.isFolded ?? false || perUser.isFolded
      || attempts.map { $0.folded > 0 } ?? false
  }

  /// Counts some records of a batch.
  ///
  /// - Parameters:
  ///   - batch: What parsing handed over.
  ///   - events: Which of its events count.
  ///   - source: The number of the batch's source in the run.
  ///   - firstLine: The number of the batch's first line in its source; the source's first is 1.
  package mutating func add(
    _ batch: EventBatch, events: Range<Int>, source: Int, firstLine: Int
  ) {
    unsafe batch.arena.withUnsafeBufferPointer { arena in
      unsafe batch.events.withUnsafeBufferPointer { all in
        for index in events {
          let event = unsafe all.baseAddress.unsafelyUnwrapped + index
          unsafe add(
            event, arena: arena,
            place: RecordPlace(source: source, line: firstLine + event.pointee.line))
        }
      }
    }
  }

  private mutating func add(
    _ event: UnsafePointer<Event>, arena: UnsafeBufferPointer<UInt8>, place: RecordPlace
  ) {
    let time = unsafe event.pointee.hasTime ? event.pointee.time : nil
    records.records += 1
    if unsafe !event.pointee.code.isNone { records.coded += 1 }
    if let time {
      span.cover(time)
      if latestInReach.map({ $0 < time }) ?? true, bounds.mayMoveClock(time) {
        latestInReach = time
      }
    }
    let recordClass = unsafe event.pointee.recordClass
    if case .duplicate = recordClass {
      records.duplicate += 1
      return
    }
    guard bounds.admit(time) else {
      records.filtered += 1
      if time == nil { records.filteredUntimed += 1 }
      return
    }
    switch recordClass {
    case .other, .duplicate:
      records.other += 1
    case .normal:
      records.normal += 1
      unsafe count(event, isError: false, at: time, arena: arena, place: place)
    case .error:
      records.error += 1
      unsafe count(event, isError: true, at: time, arena: arena, place: place)
    }
  }

  /// Counts an error or normal record.
  private mutating func count(
    _ event: UnsafePointer<Event>, isError: Bool, at time: EventTime?,
    arena: UnsafeBufferPointer<UInt8>, place: RecordPlace
  ) {
    var isAhead = false
    if let time { isAhead = bounds.areExceeded(by: time) }
    if time == nil { records.untimed += 1 }
    if unsafe event.pointee.tenant.isNone { records.untenanted += 1 }
    if isAhead { records.ahead += 1 }

    let tenant = unsafe tenants.number(
      of: arena.bytes(event.pointee.tenant), canGrow: tenants.count <= plan.sumLimit)
    let group = cells.addRecord(second: time?.seconds, isAhead: isAhead, tenant: tenant)
    var method: UInt32? = 0
    if isError || attempts != nil, cells.hasMethods || rules.needsMethods {
      method = unsafe methods.number(
        of: arena.bytes(event.pointee.method), canGrow: cells.hasRoom)
    }
    attempts?.add(second: time?.seconds, isAhead: isAhead, method: method)
    let takesPart = !rules.requests.isEmpty && time != nil && !isAhead
    var ruleGroup: UInt32?
    if takesPart {
      ruleGroup = ruleCells?.addRecord(second: time?.seconds, isAhead: false, tenant: tenant)
    }
    guard isError else { return }
    let code = unsafe codeNumber(of: event, arena: arena)
    let user: UInt64 =
      unsafe event.pointee.user.isNone ? 0 : ByteHash.user(arena.bytes(event.pointee.user))
    if let tenant { markError(of: Int(tenant)) }
    cells.addError(
      group: group, code: code, method: method, time: time, user: user, place: place)
    guard takesPart, let time else { return }
    guard let code, interests[Int(code)].isWanted else { return }
    ruleCells?.addError(
      group: ruleGroup, code: code, method: rules.needsMethods ? method : 0, time: time,
      user: user, place: place)
    guard user != 0, let tenant, !interests[Int(code)].perUser.isEmpty else { return }
    for request in interests[Int(code)].perUser {
      perUser.add(
        rules.tally(request, second: time.seconds, tenant: tenant, code: code, method: method ?? 0),
        user: user)
    }
  }

  /// The number of an error's code; nil when it is new and there is no room.
  private mutating func codeNumber(
    of event: UnsafePointer<Event>, arena: UnsafeBufferPointer<UInt8>
  ) -> UInt32? {
    // The catalogue's codes are few, and rules must see them also when there is no room for more.
    let canGrow = unsafe event.pointee.catalogueIndex >= 0 || cells.hasRoom
    let number = unsafe codes.number(
      of: arena.bytes(event.pointee.code), tag: event.pointee.codeKind.rawValue,
      canGrow: canGrow)
    if let number, Int(number) == catalogueIndices.count {
      unsafe catalogueIndices.append(event.pointee.catalogueIndex)
      noteInterest(in: number)
    }
    return number
  }

  mutating func markError(of tenant: Int) {
    while tenantHasErrors.count <= tenant { tenantHasErrors.append(false) }
    tenantHasErrors[tenant] = true
  }
}
