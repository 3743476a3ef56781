import LogModel

/// Answers what the rules asked for: the cells of an aggregate rolled up to their windows and series.
package struct MeasureIndex: Sendable {
  let aggregate: PartialAggregate
  let cells: BaseCells
  /// For every request, which tenants and methods it speaks of.
  let masks: [RequestMask]
  let groupings: [SeriesGrouping]
  /// For every request, its grouping in `groupings`; nil for those that count records.
  private let groupingOfRequest: [Int?]
  private let totals: TenantTotals
  /// For every request, whether it speaks of a code, by the code's number.
  private let wantedCodes: [[Bool]]
  /// For every request, where the cells of its series stand in its grouping.
  private let ranges: [[Range<Int>]]
  /// The measures of every request of the plan, in their order.
  package let tables: [MeasureTable]

  /// Looks up everything that the rules asked for, on so many threads.
  package init(of aggregate: PartialAggregate, jobs: Int = 1) {
    self.aggregate = aggregate
    let requests = aggregate.rules.requests
    let cells = BaseCells(of: aggregate)
    let masks = requests.map { RequestMask($0, of: aggregate) }
    var keys: [[ReportKey]] = []
    for request in requests where request.counted == .errors && !keys.contains(request.by) {
      keys.append(request.by)
    }
    let sets = keys
    let needsTotals = requests.contains { $0.needsRecords || $0.counted == .records }
    let totals = needsTotals ? TenantTotals(of: aggregate) : TenantTotals()
    let users = MostOfUsers(of: aggregate.perUser)
    let contexts = ThreadTeam.map(sets.count, jobs: jobs) { number in
      let by = sets[number]
      let isMine = requests.map { $0.counted == .errors && $0.by == by }
      let isWanted = aggregate.interests.map { $0.requests.contains { isMine[$0] } }
      return MeasureContext(
        grouping: SeriesGrouping(by: by, cells: cells, where: isWanted, of: aggregate),
        cells: cells, store: aggregate.ruleTables.store, totals: totals, users: users)
    }
    let groupingOfRequest = requests.map {
      $0.counted == .errors ? sets.firstIndex(of: $0.by) : nil
    }
    let wantedCodes = requests.indices.map { number in
      aggregate.interests.map { $0.requests.contains(number) }
    }
    let measured = ThreadTeam.map(requests.count, jobs: jobs) { number in
      guard let grouping = groupingOfRequest[number] else {
        let table = totals.table(
          for: requests[number], mask: masks[number], tenants: aggregate.tenants)
        return (table: table, ranges: [Range<Int>]())
      }
      var builder = MeasureBuilder(
        number, of: aggregate, codes: wantedCodes[number], mask: masks[number],
        in: contexts[grouping])
      builder.build()
      return (table: builder.table, ranges: builder.ranges)
    }
    self.cells = cells
    self.masks = masks
    self.wantedCodes = wantedCodes
    self.totals = totals
    self.groupingOfRequest = groupingOfRequest
    groupings = contexts.map(\.grouping)
    tables = measured.map(\.table)
    ranges = measured.map(\.ranges)
  }

  /// The length of a base window in seconds; positive.
  package var baseSeconds: Int64 { cells.windowSeconds }

  /// The base windows that hold records, in UTC seconds, ascending; records far ahead of now have no part.
  package var recordWindows: [Range<Int64>] { aggregate.recordWindows }
}

/// Some windows of one series of a request.
package struct MeasureSpan: Hashable, Sendable {
  package var request: Int
  /// The place of the series in the request's table.
  package var series: Int
  /// In UTC seconds.
  package var seconds: Range<Int64>

  package init(request: Int, series: Int, seconds: Range<Int64>) {
    self.request = request
    self.series = series
    self.seconds = seconds
  }
}

/// The errors of some spans, and their users.
package struct SpanSum: Sendable {
  package var count = 0
  package var users = DistinctUsers()

  package init() {}

  /// Adds spans that have no error in common with these.
  package static func += (sum: inout SpanSum, other: SpanSum) {
    sum.count += other.count
    sum.users.formUnion(other.users)
  }
}

extension MeasureIndex {
  /// The errors and their distinct users in some spans together, each error once.
  package func sum(of spans: [MeasureSpan]) -> SpanSum {
    var cells: [UInt32] = []
    for span in spans { forEachCell(of: span) { cells.append($0.number) } }
    // Spans of several rules may hold the same cells.
    if spans.count > 1 { cells.sort() }
    var last: UInt32?
    var sum = SpanSum()
    let store = aggregate.ruleTables.store
    for cell in cells where cell != last {
      last = cell
      sum.count += store.records(at: Int(cell))
      store.addUsers(at: Int(cell), to: &sum.users)
    }
    return sum
  }

  /// Calls `body` with the numbers of tenant and code of every cell of a span.
  package func forEachName(in span: MeasureSpan, _ body: (_ tenant: Int, _ code: Int) -> Void) {
    forEachCell(of: span) { body(Int($0.tenant), Int($0.code)) }
  }

  /// The error and normal records of a tenant, or of all tenants, in some UTC seconds.
  package func records(tenant: Int?, in seconds: Range<Int64>) -> Int {
    let windows =
      seconds.lowerBound.flooredQuotient(
        by: baseSeconds)..<seconds.upperBound
      .flooredQuotient(by: baseSeconds)
    let table = totals.isEmpty ? TenantTotals(of: aggregate) : totals
    return table.sum(tenant: tenant, in: windows)
  }

  /// A request that counts records has no cells.
  private func forEachCell(of span: MeasureSpan, _ body: (BaseCells.Cell) -> Void) {
    guard let number = groupingOfRequest[span.request] else { return }
    let isWanted = wantedCodes[span.request]
    let entries = groupings[number].entries[ranges[span.request][span.series]]
    let first = span.seconds.lowerBound.flooredQuotient(by: baseSeconds)
    var low = entries.startIndex
    var high = entries.endIndex
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].window < first { low = middle + 1 } else { high = middle }
    }
    while low < entries.endIndex, entries[low].window * baseSeconds < span.seconds.upperBound {
      let cell = cells.cells[Int(entries[low].place)]
      if isWanted[Int(cell.code)], masks[span.request].accepts(cell) { body(cell) }
      low += 1
    }
  }
}
