import LogModel

/// What becomes of the windows, tenants, codes or methods of cells in the rows of a report.
package struct RollupAxis: Sendable {
  /// For every number, its place in the order of the rows, where several numbers can be one; 0 for
  /// all when the rows are not told apart by it; `none` for numbers that no cell has.
  package var ranks: [UInt32]
  /// For every number, whether its cells are wanted.
  package var isChosen: [Bool]

  package static let none = UInt32.max

  package init(ranks: [UInt32], isChosen: [Bool]) {
    self.ranks = ranks
    self.isChosen = isChosen
  }

  /// Whether every number has a place of its own and is wanted.
  fileprivate var keepsAllApart: Bool {
    var isTaken = Array(repeating: false, count: ranks.count)
    for (rank, isChosen) in zip(ranks, isChosen) where rank != RollupAxis.none {
      if !isChosen || Int(rank) >= isTaken.count || isTaken[Int(rank)] { return false }
      isTaken[Int(rank)] = true
    }
    return true
  }
}

/// The cells of an aggregate, put together into the rows of a report, in the standard order.
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

    fileprivate var key: (UInt64, UInt64) {
      (UInt64(high: window, low: tenant), UInt64(high: code, low: method))
    }
  }

  package private(set) var rows: [Row] = []
  package private(set) var store: CellStore

  package init(
    of aggregate: PartialAggregate, windows: RollupAxis, tenants: RollupAxis, codes: RollupAxis,
    methods: RollupAxis
  ) {
    if [windows, tenants, codes, methods].allSatisfy(\.keepsAllApart) {
      store = aggregate.cells.store
      addCells(
        of: aggregate.cells, windows: windows, tenants: tenants, codes: codes, methods: methods)
    } else {
      store = CellStore(keepsExamples: aggregate.plan.keepsExamples)
      uniteCells(
        of: aggregate, windows: windows, tenants: tenants, codes: codes, methods: methods)
    }
    rows.sort { $0.key < $1.key }
  }

  /// Makes every cell a row.
  private mutating func addCells(
    of table: CountTables, windows: RollupAxis, tenants: RollupAxis, codes: RollupAxis,
    methods: RollupAxis
  ) {
    rows.reserveCapacity(table.store.count)
    for cell in 0..<table.store.count {
      let (group, code, method) = table.cell(cell)
      let (window, tenant, total) = table.group(group)
      rows.append(
        Row(
          window: windows.ranks[window], tenant: tenants.ranks[tenant], code: codes.ranks[code],
          method: methods.ranks[method], cell: cell, total: total))
    }
  }

  /// Makes a row of all wanted cells that have the same places.
  private mutating func uniteCells(
    of aggregate: PartialAggregate, windows: RollupAxis, tenants: RollupAxis, codes: RollupAxis,
    methods: RollupAxis
  ) {
    let table = aggregate.cells
    var groups = KeyTable(hash: aggregate.hash)
    var totals: [Int] = []
    var rowGroups: [UInt32?] = []
    rowGroups.reserveCapacity(table.groupCount)
    for number in 0..<table.groupCount {
      let (window, tenant, total) = table.group(number)
      var group: UInt32?
      if tenants.ranks[tenant] != RollupAxis.none {
        group = groups.number(
          of: UInt64(high: windows.ranks[window], low: tenants.ranks[tenant]), canGrow: true)
      }
      if let group {
        if Int(group) == totals.count { totals.append(0) }
        totals[Int(group)] += total
      }
      let isChosen = windows.isChosen[window] && tenants.isChosen[tenant]
      rowGroups.append(isChosen ? group : nil)
    }

    var series = KeyTable(hash: aggregate.hash)
    var cells = KeyTable(hash: aggregate.hash)
    for number in 0..<table.store.count {
      let (group, code, method) = table.cell(number)
      guard let group = rowGroups[group], codes.isChosen[code], methods.isChosen[method],
        let series = series.number(
          of: UInt64(high: codes.ranks[code], low: methods.ranks[method]), canGrow: true),
        let cell = cells.number(of: UInt64(high: group, low: series), canGrow: true)
      else { continue }
      if Int(cell) == store.count { store.append() }
      store.merge(at: Int(cell), with: table.store, at: number)
    }

    rows.reserveCapacity(cells.count)
    for (cell, key) in cells.keys.enumerated() {
      let group = groups.keys[Int(key.high)]
      let series = series.keys[Int(key.low)]
      rows.append(
        Row(
          window: group.high, tenant: group.low, code: series.high, method: series.low,
          cell: cell, total: totals[Int(key.high)]))
    }
  }
}
