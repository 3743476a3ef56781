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
  /// For every request, its series.
  private var ranges: [[Range<Int>]] = []
  /// The measures of every request of the plan, in their order.
  package private(set) var tables: [MeasureTable] = []

  package init(of aggregate: PartialAggregate) {
    self.aggregate = aggregate
    let requests = aggregate.rules.requests
    cells = BaseCells(of: aggregate)
    masks = requests.map { RequestMask($0, of: aggregate) }
    var keys: [[ReportKey]] = []
    for request in requests where request.counted == .errors && !keys.contains(request.by) {
      keys.append(request.by)
    }
    let base = cells
    groupings = keys.map { by in
      let isMine = requests.map { $0.counted == .errors && $0.by == by }
      let isWanted = aggregate.interests.map { $0.requests.contains { isMine[$0] } }
      return SeriesGrouping(by: by, cells: base, where: isWanted, of: aggregate)
    }
    groupingOfRequest = requests.map { $0.counted == .errors ? keys.firstIndex(of: $0.by) : nil }
    let needsTotals = requests.contains { $0.needsRecords || $0.counted == .records }
    totals = needsTotals ? TenantTotals(of: aggregate) : TenantTotals()
    tables = requests.map { MeasureTable(windowSeconds: $0.windowSeconds) }
    ranges = requests.map { _ in [] }
    for number in groupings.indices { measureErrors(by: number) }
    for (number, request) in requests.enumerated() where request.counted == .records {
      tables[number] = totals.table(for: request, mask: masks[number], tenants: aggregate.tenants)
    }
  }

  /// The length of a base window in seconds; positive.
  package var baseSeconds: Int64 { cells.windowSeconds }

  /// The UTC seconds of which anything is known: from the first base window with records to the last,
  /// parted where more than `gap` seconds in between hold none.
  ///
  /// Records far ahead of now have no part.
  package func stretches(gap: Int64) -> [Range<Int64>] {
    var stretches: [Range<Int64>] = []
    for window in BaseCells.recordWindows(of: aggregate) {
      let range = window * baseSeconds..<(window + 1) * baseSeconds
      if let last = stretches.last, range.lowerBound - last.upperBound <= gap {
        stretches[stretches.count - 1] = last.lowerBound..<range.upperBound
      } else {
        stretches.append(range)
      }
    }
    return stretches
  }

  /// Rolls up all requests that tell series apart by the same keys, in one walk.
  private mutating func measureErrors(by number: Int) {
    let grouping = groupings[number]
    let requests = aggregate.rules.requests
    let mine = requests.indices.filter { groupingOfRequest[$0] == number }
    let isMine = requests.indices.map { groupingOfRequest[$0] == number }
    let wanted = aggregate.interests.map { $0.requests.filter { isMine[$0] } }
    let context = MeasureContext(
      grouping: grouping, cells: cells, store: aggregate.ruleTables.store, totals: totals)
    var builders: [MeasureBuilder?] = requests.map { _ in nil }
    for request in mine {
      builders[request] = MeasureBuilder(
        requests[request], totals: totals, mask: masks[request],
        most: MostPerUser(request, of: aggregate, grouping: grouping, mask: masks[request]))
    }
    for (place, entry) in grouping.entries.enumerated() {
      let cell = cells.cells[Int(entry.cell)]
      for request in wanted[Int(cell.code)] where masks[request].accepts(cell) {
        builders[request]?.add(entry, at: place, cell: cell, context)
      }
    }
    for request in mine {
      guard var builder = builders[request] else { continue }
      builder.finish(context)
      tables[request] = builder.table
      ranges[request] = builder.ranges
    }
  }
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

extension MeasureIndex {
  /// The errors and their distinct users in some spans together, each error once.
  package func sum(of spans: [MeasureSpan]) -> (count: Int, users: UserCount?) {
    var seen: Set<UInt32> = []
    var users = DistinctUsers()
    var count = 0
    let store = aggregate.ruleTables.store
    for span in spans {
      forEachCell(of: span) { cell in
        guard seen.insert(cell.number).inserted else { return }
        count += store.records(at: Int(cell.number))
        store.addUsers(at: Int(cell.number), to: &users)
      }
    }
    return (count, users.count)
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
    let entries = groupings[number].entries[ranges[span.request][span.series]]
    let first = span.seconds.lowerBound.flooredQuotient(by: baseSeconds)
    var low = entries.startIndex
    var high = entries.endIndex
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].window < first { low = middle + 1 } else { high = middle }
    }
    while low < entries.endIndex, entries[low].window * baseSeconds < span.seconds.upperBound {
      let cell = cells.cells[Int(entries[low].cell)]
      if aggregate.interests[Int(cell.code)].requests.contains(span.request),
        masks[span.request].accepts(cell)
      {
        body(cell)
      }
      low += 1
    }
  }
}
