import LogModel

/// What all builders of a walk look things up in.
struct MeasureContext {
  let grouping: SeriesGrouping
  let cells: BaseCells
  let store: CellStore
  let totals: TenantTotals
}

/// Puts the cells of one request together, which come by series, then window.
struct MeasureBuilder {
  private let request: MeasureRequest
  /// The records of all tenants by window, for series that are not told apart by tenant.
  private let recordsOfAll: [Int64: Int]
  private let most: MostPerUser
  private(set) var table: MeasureTable
  /// For every series of the table, where its entries stand in the grouping.
  private(set) var ranges: [Range<Int>] = []

  private var series: UInt64?
  /// Where the first entry of the series stands.
  private var start = 0
  /// Where the last entry of the series ends.
  private var end = 0
  private var isTold = false
  private var window: Int64 = 0
  private var windowEnd: Int64 = .min
  private var count = 0
  /// The cells of the window in the store.
  private var pending: [UInt32] = []

  init(_ request: MeasureRequest, totals: TenantTotals, mask: RequestMask, most: MostPerUser) {
    self.request = request
    recordsOfAll =
      request.needsRecords && !request.by.contains(.tenant)
      ? totals.counts(of: request, mask: mask) : [:]
    self.most = most
    table = MeasureTable(windowSeconds: request.windowSeconds)
  }

  mutating func add(
    _ entry: SeriesGrouping.Entry, at place: Int, cell: BaseCells.Cell, _ context: MeasureContext
  ) {
    if entry.series != series {
      finishSeries(context)
      series = entry.series
      start = place
      windowEnd = .min
    }
    if entry.window >= windowEnd {
      finishWindow(context)
      let length = request.windowSeconds / context.cells.windowSeconds
      window = entry.window.flooredQuotient(by: length)
      windowEnd = (window + 1) * length
    }
    end = place + 1
    count += cell.count
    pending.append(cell.number)
  }

  mutating func finish(_ context: MeasureContext) { finishSeries(context) }

  private mutating func finishSeries(_ context: MeasureContext) {
    finishWindow(context)
    if isTold { ranges[ranges.count - 1] = start..<end }
    isTold = false
  }

  private mutating func finishWindow(_ context: MeasureContext) {
    defer {
      count = 0
      pending.removeAll(keepingCapacity: true)
    }
    guard let series, count >= request.minCount, !pending.isEmpty else { return }
    if !isTold {
      table.append(context.grouping.key(of: series))
      ranges.append(start..<end)
      isTold = true
    }
    table.append(
      Measure(
        series: table.series.count - 1, window: window, count: count,
        users: request.needsUsers ? users(in: context.store) : nil,
        perUser: request.needsPerUser ? most[series, window] : nil,
        records: request.needsRecords ? records(of: series, context) : nil))
  }

  private func records(of series: UInt64, _ context: MeasureContext) -> Int {
    guard let tenant = context.grouping.tenant(of: series) else { return recordsOfAll[window] ?? 0 }
    let length = request.windowSeconds / context.cells.windowSeconds
    return context.totals.sum(tenant: tenant, in: windowEnd - length..<windowEnd)
  }

  private func users(in store: CellStore) -> Int? {
    if pending.count == 1 { return store.userCount(at: Int(pending[0]))?.count }
    var users = DistinctUsers()
    for cell in pending { store.addUsers(at: Int(cell), to: &users) }
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
        series: grouping.series(tenant: tally.tenant, code: tally.code, method: tally.method),
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
