import LogModel

/// The counts of an aggregate, summed up by the stretches of time that a report compares.
///
/// A *slot* is one of these stretches: slot 0 is the period of the report, the others are earlier. All
/// are unions of windows of the aggregate; a window counts in the slot that holds its start. Records
/// far ahead of now and records without a time count in none.
///
/// - Complexity: One pass over the cells; memory for every tenant and slot.
package struct PeriodCounts: Sendable {
  /// Counts by a number and a slot.
  package struct Table: Sendable {
    package let slotCount: Int
    private var counts: [Int]

    init(rows: Int, slots: Int) {
      slotCount = slots
      counts = Array(repeating: 0, count: rows * slots)
    }

    package subscript(row: Int, slot: Int) -> Int { counts[row * slotCount + slot] }

    package var rowCount: Int { slotCount == 0 ? 0 : counts.count / slotCount }

    package func row(_ number: Int) -> ArraySlice<Int> {
      counts[number * slotCount..<(number + 1) * slotCount]
    }

    mutating func add(_ count: Int, _ row: Int, _ slot: Int) {
      counts[row * slotCount + slot] += count
    }
  }

  private let aggregate: PartialAggregate
  private let slots: [Range<Int64>]
  /// The slot of every window by its number; nil outside all.
  private let slotOfWindow: [Int?]
  /// Where every window by its number begins, in UTC seconds; nil where there is none.
  private let starts: [Int64?]
  /// By tenant, code and method of the aggregate.
  package private(set) var tenantErrors: Table
  package private(set) var tenantRecords: Table
  package private(set) var codeErrors: Table
  package private(set) var methodErrors: Table
  package private(set) var methodAttempts: Table
  /// The start of the last window with a record of each tenant, whether in a slot or not.
  package private(set) var lastSeen: [Int64?]
  /// Error and normal records by window, of all tenants.
  package let records: WindowSums
  package let errors: WindowSums

  /// - Parameters:
  ///   - aggregate: Counted by window, tenant, code and method.
  ///   - slots: In UTC seconds; no two have a second in common.
  package init(of aggregate: PartialAggregate, slots: [Range<Int64>]) {
    precondition(
      [ReportKey.window, .tenant, .code, .method].allSatisfy(aggregate.plan.keeps),
      "not counted by all keys")
    self.aggregate = aggregate
    self.slots = slots
    let table = aggregate.cells
    starts = (0..<table.windows.count).map { PeriodCounts.start(of: $0, in: table.windows) }
    let slotOfWindow = starts.map { start in
      start.flatMap { start in slots.firstIndex { $0.contains(start) } }
    }
    let tenants = aggregate.tenants.count
    tenantErrors = Table(rows: tenants, slots: slots.count)
    tenantRecords = Table(rows: tenants, slots: slots.count)
    codeErrors = Table(rows: aggregate.codes.count, slots: slots.count)
    methodErrors = Table(rows: aggregate.methods.count, slots: slots.count)
    methodAttempts = Table(rows: aggregate.methods.count, slots: slots.count)
    lastSeen = Array(repeating: nil, count: tenants)
    var (recordSums, errorSums) = ([Int64: Int](), [Int64: Int]())
    for number in 0..<table.groupCount {
      let (window, tenant, total) = table.group(number)
      guard let start = starts[window] else { continue }
      recordSums[start, default: 0] += total
      lastSeen[tenant] = max(lastSeen[tenant] ?? start, start)
      if let slot = slotOfWindow[window] { tenantRecords.add(total, tenant, slot) }
    }
    for number in 0..<table.store.count {
      let (group, code, method) = table.cell(number)
      let (window, tenant, _) = table.group(group)
      let count = table.store.records(at: number)
      guard let start = starts[window] else { continue }
      errorSums[start, default: 0] += count
      guard let slot = slotOfWindow[window] else { continue }
      tenantErrors.add(count, tenant, slot)
      codeErrors.add(count, code, slot)
      methodErrors.add(count, method, slot)
    }
    self.slotOfWindow = slotOfWindow
    records = WindowSums(recordSums)
    errors = WindowSums(errorSums)
    countAttempts()
  }

  private mutating func countAttempts() {
    var known: [(slot: Int, method: Int, count: Int)] = []
    aggregate.forEachAttempt { start, isAhead, method, count in
      guard let start, !isAhead, let slot = slots.firstIndex(where: { $0.contains(start) })
      else { return }
      known.append((slot, method, count))
    }
    for (slot, method, count) in known { methodAttempts.add(count, method, slot) }
  }

  private static func start(of window: Int, in table: WindowTable) -> Int64? {
    guard window > 0 else { return nil }
    let (index, isAhead) = table.window(window)
    return isAhead ? nil : table.windows.start(of: index)
  }

  /// What each error of the period counts for, cell by cell.
  package struct ErrorCell: Sendable {
    package let tenant: Int
    package let code: Int
    package let count: Int
    /// The start of its window, in UTC seconds.
    package let start: Int64
    /// The number of the cell, for `addUsers`.
    fileprivate let cell: Int
  }

  /// Calls `body` with every cell of errors in a slot.
  package func forEachError(in slot: Int, _ body: (ErrorCell) -> Void) {
    let table = aggregate.cells
    for number in 0..<table.store.count {
      let (group, code, _) = table.cell(number)
      let (window, tenant, _) = table.group(group)
      guard slotOfWindow[window] == slot, let start = starts[window] else { continue }
      body(
        ErrorCell(
          tenant: tenant, code: code, count: table.store.records(at: number), start: start,
          cell: number))
    }
  }

  /// Puts the users of a cell into `users`.
  package func addUsers(of cell: ErrorCell, to users: inout DistinctUsers) {
    aggregate.cells.store.addUsers(at: cell.cell, to: &users)
  }
}

/// Counts by the starts of windows, which add up over any stretch of time.
package struct WindowSums: Sendable {
  private let starts: [Int64]
  /// The sum of all counts before each, and of all at the end.
  private let sums: [Int]

  init(_ counts: [Int64: Int]) {
    let sorted = counts.sorted { $0.key < $1.key }
    starts = sorted.map(\.key)
    var sums = [0]
    for (_, count) in sorted { sums.append(sums[sums.count - 1] + count) }
    self.sums = sums
  }

  /// The starts of windows with a count, ascending.
  package var windows: [Int64] { starts }

  /// The sum of the windows that begin in a stretch of UTC seconds.
  ///
  /// - Complexity: O(log n) in the number of windows.
  package func sum(in seconds: Range<Int64>) -> Int {
    sums[place(of: seconds.upperBound)] - sums[place(of: seconds.lowerBound)]
  }

  /// How many windows begin before a UTC second.
  private func place(of second: Int64) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < second { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
