import LogModel

/// What was counted, sorted, in which the measures of a request are looked up.
struct MeasureContext: Sendable {
  let grouping: SeriesGrouping
  let cells: BaseCells
  let store: CellStore
  let totals: TenantTotals
  let users: MostOfUsers
}

/// Puts the cells of one request together to the windows of its series.
struct MeasureBuilder {
  private let number: Int
  private let request: MeasureRequest
  private let context: MeasureContext
  private let mask: RequestMask
  /// By the number of a code.
  private let isWanted: [Bool]
  /// The records of all tenants by window, for series that are not told apart by tenant.
  private let recordsOfAll: [Int64: Int]
  /// Nil where the most of one user is the most of one tally.
  private let most: MostPerUser?
  /// The base windows of one of the request's.
  private let length: Int64
  private(set) var table: MeasureTable
  /// For every series of the table, where its cells stand in the grouping.
  private(set) var ranges: [Range<Int>] = []

  /// Tenant and code of the series at hand, as far as it tells them apart.
  private var tenant: UInt32 = 0
  private var code: UInt32 = 0
  /// The window that is being put together.
  private var window: Int64 = 0
  private var count = 0
  /// Its cells, where the request asks for users.
  private var pending: [UInt32] = []
  /// The users of the last of them.
  private var fewUsers = FewUsers.none

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
    most =
      request.needsPerUser && !context.grouping.isTally(for: request)
      ? MostPerUser(number, of: aggregate, grouping: context.grouping, mask: mask) : nil
    self.number = number
    length = request.windowSeconds / context.cells.windowSeconds
    table = MeasureTable(windowSeconds: request.windowSeconds)
  }

  /// Finds all measures, in one walk over the cells.
  mutating func build() {
    let (grouping, cells) = (context.grouping, context.cells.cells)
    let (mask, isWanted) = (mask, isWanted)
    for series in grouping.series.indices {
      let range = grouping.range(ofSeries: series)
      let first = cells[Int(grouping.entries[range.lowerBound].place)]
      (tenant, code) = (first.tenant, first.code)
      if grouping.keepsCodesApart {
        // No two codes are one series: the first cell tells whether any is wanted.
        guard isWanted[Int(first.code)] else { continue }
        if mask.acceptsAll {
          build(series, range, from: cells, where: nil)
        } else {
          build(series, range, from: cells) { mask.accepts($0) }
        }
      } else {
        build(series, range, from: cells) { isWanted[Int($0.code)] && mask.accepts($0) }
      }
    }
  }

  /// Walks over one series; where nothing is to be left out, the cells need not be looked at.
  private mutating func build(
    _ series: Int, _ range: Range<Int>, from cells: [BaseCells.Cell],
    where isWanted: ((BaseCells.Cell) -> Bool)?
  ) {
    var windowEnd = Int64.min
    var (start, end) = (range.lowerBound, range.lowerBound)
    var isTold = false
    for index in range {
      let entry = context.grouping.entries[index]
      if let isWanted, !isWanted(cells[Int(entry.place)]) { continue }
      if entry.window >= windowEnd {
        finishWindow(of: series, isTold: &isTold)
        window = entry.window.flooredQuotient(by: length)
        windowEnd = (window + 1) * length
      }
      if end == range.lowerBound { start = index }
      end = index + 1
      count += entry.count
      if request.needsUsers {
        pending.append(entry.place)
        fewUsers = entry.users
      }
    }
    finishWindow(of: series, isTold: &isTold)
    if isTold { ranges.append(start..<end) }
  }

  private mutating func finishWindow(of place: Int, isTold: inout Bool) {
    defer {
      count = 0
      pending.removeAll(keepingCapacity: true)
    }
    guard count > 0, count >= request.minCount else { return }
    let series = context.grouping.series[place]
    if !isTold {
      table.append(context.grouping.name(of: series))
      isTold = true
    }
    table.append(
      Measure(
        series: table.series.count - 1, window: window, count: count,
        users: request.needsUsers ? users() : nil,
        perUser: request.needsPerUser ? mostOfOneUser(in: series) : nil,
        records: request.needsRecords ? records(of: series) : nil))
  }

  private func mostOfOneUser(in series: UInt64) -> Int? {
    if let most { return most[series, window] }
    return context.users.most(
      UserTallies.Key(
        request: number, window: window, tenant: request.by.contains(.tenant) ? tenant : 0,
        code: code, method: 0))
  }

  private func records(of series: UInt64) -> Int {
    guard let tenant = context.grouping.tenant(of: series) else { return recordsOfAll[window] ?? 0 }
    return context.totals.sum(tenant: tenant, in: window * length..<(window + 1) * length)
  }

  private func number(ofCell place: UInt32) -> Int {
    Int(context.cells.cells[Int(place)].number)
  }

  private func users() -> Int? {
    if pending.count == 1 {
      switch fewUsers {
      case .none: return nil
      case .one: return 1
      case .two: return 2
      case .many: return context.store.userCount(at: number(ofCell: pending[0]))?.count
      }
    }
    var users = DistinctUsers()
    for place in pending { context.store.addUsers(at: number(ofCell: place), to: &users) }
    return users.count?.count
  }
}
