import LogModel

/// The cells of an aggregate, put together into the rows of a report, in the standard order.
///
/// A row is four bytes here, the number of its cell; the rest is looked up when somebody asks.
package struct Rollup: Sendable {
  package struct Row: Sendable {
    /// Places on the four axes.
    package let window: UInt32
    package let tenant: UInt32
    package let code: UInt32
    package let method: UInt32
    /// Where its counts stand in `store`.
    package let cell: Int
    /// Error and normal records of its window and tenant, of whatever code.
    package let total: Int
  }

  /// A window and a tenant.
  private struct Group: Sendable {
    var window: UInt32
    var tenant: UInt32
    var total: Int

    var key: UInt64 { UInt64(high: window, low: tenant) }
  }

  package let store: CellStore
  private var groups: [Group] = []
  /// The places of a code over that of a method.
  private var series: [UInt64] = []
  /// A group's number over that of a series.
  private var cells: [UInt64] = []
  /// The numbers of the cells, in the order of the rows.
  private var order: [UInt32] = []

  package init(
    of aggregate: PartialAggregate, windows: RollupAxis, tenants: RollupAxis, codes: RollupAxis,
    methods: RollupAxis
  ) {
    let table = aggregate.cells
    let axes = [windows, tenants, codes, methods]
    if !windows.ranks.contains(RollupAxis.none), axes.allSatisfy(\.keepsAllApart) {
      store = table.store
      cells = table.cellKeys
      groups = (0..<table.groupCount).map { number in
        let (window, tenant, total) = table.group(number)
        return Group(
          window: windows.ranks[window], tenant: tenants.ranks[tenant], total: total)
      }
      series = table.seriesKeys.map { key in
        UInt64(high: codes.ranks[Int(key.high)], low: methods.ranks[Int(key.low)])
      }
    } else {
      var united = CellStore(keepsExamples: aggregate.plan.keepsExamples)
      var groupOfGroup: [UInt32?] = []
      groups = Rollup.unitedGroups(
        of: table, hash: aggregate.hash, windows: windows, tenants: tenants,
        numbers: &groupOfGroup)
      var seriesTable = KeyTable(hash: aggregate.hash)
      let seriesOfSeries = table.seriesKeys.map { key in
        codes.isChosen[Int(key.high)] && methods.isChosen[Int(key.low)]
          ? seriesTable.number(
            of: UInt64(high: codes.ranks[Int(key.high)], low: methods.ranks[Int(key.low)]),
            canGrow: true)
          : nil
      }
      var cellTable = KeyTable(hash: aggregate.hash)
      for (number, key) in table.cellKeys.enumerated() {
        guard let group = groupOfGroup[Int(key.high)], let series = seriesOfSeries[Int(key.low)],
          let cell = cellTable.number(of: UInt64(high: group, low: series), canGrow: true)
        else { continue }
        if Int(cell) == united.count { united.append() }
        united.merge(at: Int(cell), with: table.store, at: number)
      }
      store = united
      cells = cellTable.keys
      series = seriesTable.keys
    }
    order = rowOrder()
  }

  package var count: Int { order.count }

  package subscript(row: Int) -> Row {
    let cell = Int(order[row])
    let key = cells[cell]
    let group = groups[Int(key.high)]
    let series = series[Int(key.low)]
    return Row(
      window: group.window, tenant: group.tenant, code: series.high, method: series.low,
      cell: cell, total: group.total)
  }

  /// The number in `store` of a row's cell.
  package func cell(ofRow row: Int) -> Int { Int(order[row]) }

  /// Makes groups of those of the table that have the same places; `numbers` tells for each of these
  /// which it became, nil for those whose cells are not wanted.
  private static func unitedGroups(
    of table: CountTables, hash: ByteHash, windows: RollupAxis, tenants: RollupAxis,
    numbers: inout [UInt32?]
  ) -> [Group] {
    var keys = KeyTable(hash: hash)
    var groups: [Group] = []
    numbers.reserveCapacity(table.groupCount)
    for number in 0..<table.groupCount {
      let (window, tenant, total) = table.group(number)
      let new = Group(window: windows.ranks[window], tenant: tenants.ranks[tenant], total: 0)
      guard new.tenant != RollupAxis.none, new.window != RollupAxis.none,
        let group = keys.number(of: new.key, canGrow: true)
      else {
        numbers.append(nil)
        continue
      }
      if Int(group) == groups.count { groups.append(new) }
      groups[Int(group)].total += total
      numbers.append(windows.isChosen[window] && tenants.isChosen[tenant] ? group : nil)
    }
    return groups
  }

  /// Sorts the cells by window, tenant, code and method.
  ///
  /// By counting, in linear time: cells by series, then by group, each by its place among its like;
  /// groups by tenant, then by window.
  private func rowOrder() -> [UInt32] {
    var isUsed = Array(repeating: false, count: groups.count)
    for key in cells { isUsed[Int(key.high)] = true }
    var used: [UInt32] = []
    for number in groups.indices where isUsed[number] { used.append(UInt32(number)) }
    used = CountingSort.sorted(used) { Int(groups[$0].tenant) }
    used = CountingSort.sorted(used) { Int(groups[$0].window) }
    let groupPlaces = CountingSort.places(of: used, count: groups.count)
    let seriesOrder = series.indices.map { UInt32($0) }
      .sorted { series[Int($0)] < series[Int($1)] }
    let seriesPlaces = CountingSort.places(of: seriesOrder, count: series.count)
    let bySeries = CountingSort.sorted(cells.indices.map { UInt32($0) }) {
      Int(seriesPlaces[Int(cells[$0].low)])
    }
    return CountingSort.sorted(bySeries) { Int(groupPlaces[Int(cells[$0].high)]) }
  }
}
