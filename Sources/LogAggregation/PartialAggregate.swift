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
  package internal(set) var first: EventTime?
  package internal(set) var last: EventTime?

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
  }

  /// True once something found no room; then only totals and the ledger are exact.
  package var isFolded: Bool {
    cells.isFolded || ruleCells?.isFolded ?? false || perUser.isFolded
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
    let arena = batch.arena.span
    for index in events {
      let event = batch.events[index]
      let place = RecordPlace(source: source, line: firstLine + event.line)
      add(event, arena: arena, place: place)
    }
  }

  private mutating func add(_ event: Event, arena: Span<UInt8>, place: RecordPlace) {
    let time = event.hasTime ? event.time : nil
    records.records += 1
    if !event.code.isNone { records.coded += 1 }
    if let time { cover(time) }
    guard event.recordClass != .duplicate else {
      records.duplicate += 1
      return
    }
    guard bounds.admit(time) else {
      records.filtered += 1
      if time == nil { records.filteredUntimed += 1 }
      return
    }
    switch event.recordClass {
    case .other, .duplicate:
      records.other += 1
    case .normal:
      records.normal += 1
      count(event, at: time, arena: arena, place: place)
    case .error:
      records.error += 1
      count(event, at: time, arena: arena, place: place)
    }
  }

  private mutating func cover(_ time: EventTime) {
    first = min(first ?? time, time)
    last = max(last ?? time, time)
  }

  /// Counts an error or normal record.
  private mutating func count(
    _ event: Event, at time: EventTime?, arena: Span<UInt8>, place: RecordPlace
  ) {
    var isAhead = false
    if let time { isAhead = bounds.areExceeded(by: time) }
    if time == nil { records.untimed += 1 }
    if event.tenant.isNone { records.untenanted += 1 }
    if isAhead { records.ahead += 1 }

    let tenant = tenants.number(
      of: arena.extracting(event.tenant.range), canGrow: tenants.count <= plan.sumLimit)
    let group = cells.addRecord(second: time?.seconds, isAhead: isAhead, tenant: tenant)
    let isError = event.recordClass == .error
    var code: UInt32?
    var method: UInt32? = 0
    var user: UInt64 = 0
    if isError {
      code = codeNumber(of: event, arena: arena)
      if cells.hasMethods || rules.needsMethods {
        method = methods.number(
          of: arena.extracting(event.method.range), canGrow: cells.hasRoom)
      }
      if !event.user.isNone { user = ByteHash.user(arena.extracting(event.user.range)) }
      if let tenant { markError(of: Int(tenant)) }
      cells.addError(
        group: group, code: code, method: method, time: time, user: user, place: place)
    }
    guard !rules.requests.isEmpty, let time, !isAhead else { return }
    let ruleGroup = ruleCells?.addRecord(second: time.seconds, isAhead: false, tenant: tenant)
    guard isError, let code, interests[Int(code)].isWanted else { return }
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
  private mutating func codeNumber(of event: Event, arena: Span<UInt8>) -> UInt32? {
    // The catalogue's codes are few, and rules must see them also when there is no room for more.
    let canGrow = event.catalogueIndex >= 0 || cells.hasRoom
    let number = codes.number(
      of: arena.extracting(event.code.range), tag: event.codeKind.rawValue, canGrow: canGrow)
    if let number, Int(number) == catalogueIndices.count {
      catalogueIndices.append(event.catalogueIndex)
      noteInterest(in: number)
    }
    return number
  }

  mutating func markError(of tenant: Int) {
    while tenantHasErrors.count <= tenant { tenantHasErrors.append(false) }
    tenantHasErrors[tenant] = true
  }
}
