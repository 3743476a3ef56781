import LogModel

/// What was counted, sorted, in which the measures of a request are looked up.
struct MeasureContext: Sendable {
  let grouping: SeriesGrouping
  let cells: BaseCells
  let store: CellStore
  let totals: TenantTotals
}

/// Puts the cells of one request together to the windows of its series.
struct MeasureBuilder {
  private let request: MeasureRequest
  private let context: MeasureContext
  private let mask: RequestMask
  /// By the number of a code.
  private let isWanted: [Bool]
  /// The records of all tenants by window, for series that are not told apart by tenant.
  private let recordsOfAll: [Int64: Int]
  private let most: MostPerUser
  /// The base windows of one of the request's.
  private let length: Int64
  private(set) var table: MeasureTable
  /// For every series of the table, where its cells stand in the grouping.
  private(set) var ranges: [Range<Int>] = []

  /// The window that is being put together.
  private var window: Int64 = 0
  private var count = 0
  /// Its cells in the store, where the request asks for users.
  private var pending: [UInt32] = []

  /// - Parameters:
  ///   - number: The number of the request in the aggregate's plan.
  ///   - aggregate: What the context is of.
  ///   - codes: Whether the request speaks of a code, by the code's number.
  ///   - mask: Which tenants and methods it speaks of.
  ///   - context: The sorted cells.
  init(
    _ number: Int, of aggregate: PartialAggregate, codes: [Bool], mask: RequestMask,
    in context: MeasureContext
  ) {
    request = aggregate.rules.requests[number]
    self.context = context
    self.mask = mask
    isWanted = codes
    recordsOfAll =
      request.needsRecords && !request.by.contains(.tenant)
      ? context.totals.counts(of: request, mask: mask) : [:]
    most = MostPerUser(number, of: aggregate, grouping: context.grouping, mask: mask)
    length = request.windowSeconds / context.cells.windowSeconds
    table = MeasureTable(windowSeconds: request.windowSeconds)
  }

  /// Finds all measures, in one walk over the cells.
  mutating func build() {
    let grouping = context.grouping
    let cells = context.cells.cells
    for number in grouping.series.indices {
      let range = grouping.range(ofSeries: number)
      // Where no two codes are one series, the first cell tells whether any is wanted.
      if grouping.keepsCodesApart, !isWanted[Int(cells[Int(grouping.order[range.lowerBound])].code)]
      {
        continue
      }
      build(number, from: cells, in: range)
    }
  }

  private mutating func build(_ number: Int, from cells: [BaseCells.Cell], in range: Range<Int>) {
    var windowEnd = Int64.min
    var (start, end) = (range.lowerBound, range.lowerBound)
    var isTold = false
    for index in range {
      let cell = cells[Int(context.grouping.order[index])]
      guard isWanted[Int(cell.code)], mask.accepts(cell) else { continue }
      if cell.window >= windowEnd {
        finishWindow(of: number, isTold: &isTold)
        window = cell.window.flooredQuotient(by: length)
        windowEnd = (window + 1) * length
      }
      if end == range.lowerBound { start = index }
      end = index + 1
      count += cell.count
      if request.needsUsers { pending.append(cell.number) }
    }
    finishWindow(of: number, isTold: &isTold)
    if isTold { ranges.append(start..<end) }
  }

  private mutating func finishWindow(of number: Int, isTold: inout Bool) {
    defer {
      count = 0
      pending.removeAll(keepingCapacity: true)
    }
    guard count > 0, count >= request.minCount else { return }
    let series = context.grouping.series[number]
    if !isTold {
      table.append(context.grouping.name(of: series))
      isTold = true
    }
    table.append(
      Measure(
        series: table.series.count - 1, window: window, count: count,
        users: request.needsUsers ? users() : nil,
        perUser: request.needsPerUser ? most[series, window] : nil,
        records: request.needsRecords ? records(of: series) : nil))
  }

  private func records(of series: UInt64) -> Int {
    guard let tenant = context.grouping.tenant(of: series) else { return recordsOfAll[window] ?? 0 }
    return context.totals.sum(tenant: tenant, in: window * length..<(window + 1) * length)
  }

  private func users() -> Int? {
    if pending.count == 1 { return context.store.userCount(at: Int(pending[0]))?.count }
    var users = DistinctUsers()
    for cell in pending { context.store.addUsers(at: Int(cell), to: &users) }
    return users.count?.count
  }
}

/// The most errors of one user in each series and window of a request.
struct MostPerUser {
  private struct Key: Hashable {
    let series: UInt64
    let window: Int64
  }

  private struct UserKey: Hashable {
    let key: Key
    let user: UInt64
  }

  private var most: [Key: Int] = [:]

  init(
    _ request: Int, of aggregate: PartialAggregate, grouping: SeriesGrouping, mask: RequestMask
  ) {
    let wanted = aggregate.rules.requests[request]
    guard wanted.needsPerUser else { return }
    // Where several tallies are one series, those of one user are added before the most is taken.
    let isDirect =
      grouping.keepsCodesApart && wanted.match[.tenant] == nil && !wanted.needsMethods
    var sums: [UserKey: Int] = [:]
    var most: [Key: Int] = [:]
    aggregate.perUser.forEach { tally, user, count in
      guard tally.request == request, mask.accepts(tenant: Int(tally.tenant)),
        mask.accepts(method: Int(tally.method))
      else { return }
      let key = Key(
        series: grouping.key(tenant: tally.tenant, code: tally.code, method: tally.method),
        window: tally.window)
      if isDirect {
        most[key] = max(most[key] ?? 0, count)
      } else {
        sums[UserKey(key: key, user: user), default: 0] += count
      }
    }
    for (key, count) in sums { most[key.key] = max(most[key.key] ?? 0, count) }
    self.most = most
  }

  /// Nil when no error there named a user.
  subscript(series: UInt64, window: Int64) -> Int? { most[Key(series: series, window: window)] }
}
