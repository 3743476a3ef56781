import LogModel

/// Counts records by window and tenant, and errors by code and method below that.
///
/// A *group* is a window and a tenant; its total is what shares are measured by. A *series* is a code
/// and a method. A *cell* is a group and a series. What is not among the keys is number 0 throughout.
/// Past its limits a table takes no new keys; what they would have counted is kept in sum.
struct CountTables: Sendable {
  let hasWindows: Bool
  let hasTenants: Bool
  let hasCodes: Bool
  let hasMethods: Bool
  /// The most cells.
  private let cellLimit: Int
  /// The most groups.
  let groupLimit: Int

  var windows: WindowTable
  var groups: KeyTable
  private var recentGroups = RecentGroups()
  /// Error and normal records of each group.
  var totals: [Int] = []
  var series: KeyTable
  var cells: KeyTable
  var store: CellStore
  /// Error and normal records whose group found no room.
  var foldedTotal = 0
  /// Errors whose cell found no room; one cell, or none as long as there was room for all.
  var folded: CellStore

  init(
    plan: CountingPlan, cellLimit: Int, hash: ByteHash
  ) {
    hasWindows = plan.keeps(.window)
    hasTenants = plan.keeps(.tenant)
    hasCodes = plan.keeps(.code)
    hasMethods = plan.keeps(.method)
    self.cellLimit = cellLimit
    groupLimit = plan.sumLimit
    windows = WindowTable(windows: plan.windows, hash: hash)
    groups = KeyTable(hash: hash)
    series = KeyTable(hash: hash)
    cells = KeyTable(hash: hash)
    store = CellStore(keepsExamples: plan.keepsExamples)
    folded = CellStore(keepsExamples: plan.keepsExamples)
  }

  var isFolded: Bool { foldedTotal > 0 || folded.count > 0 }
  var hasRoom: Bool { cells.count < cellLimit }

  /// Counts an error or normal record in its group.
  ///
  /// - Parameters:
  ///   - second: Nil for a record without a time.
  ///   - isAhead: Whether the record is more than a day ahead of now.
  ///   - tenant: Nil when the tenant is new and there was no room for its name.
  /// - Returns: The group; nil when there was no room for it.
  mutating func addRecord(second: Int64?, isAhead: Bool, tenant: UInt32?) -> UInt32? {
    let hasRoom = totals.count < groupLimit
    var window: UInt32? = 0
    if hasWindows, let second {
      window = windows.number(of: second, isAhead: isAhead, canGrow: hasRoom)
    }
    guard let window, let tenant = hasTenants ? tenant : 0,
      let group = recentGroups.group(window: window, tenant: tenant)
        ?? newGroup(window: window, tenant: tenant, canGrow: hasRoom)
    else {
      foldedTotal += 1
      return nil
    }
    totals[Int(group)] += 1
    return group
  }

  private mutating func newGroup(window: UInt32, tenant: UInt32, canGrow: Bool) -> UInt32? {
    guard let group = groups.number(of: UInt64(high: window, low: tenant), canGrow: canGrow)
    else { return nil }
    if Int(group) == totals.count { totals.append(0) }
    recentGroups.remember(group, window: window, tenant: tenant)
    return group
  }

  /// Counts an error in its cell.
  ///
  /// - Parameters:
  ///   - group: As `addRecord` gave it.
  ///   - code: Nil when the code is new and there was no room for its name.
  ///   - method: Like `code`.
  ///   - time: Nil for a record without a time.
  ///   - user: `ByteHash.user`, or 0 when the record names none.
  ///   - place: Where the record stands.
  mutating func addError(
    group: UInt32?, code: UInt32?, method: UInt32?, time: EventTime?, user: UInt64,
    place: RecordPlace
  ) {
    guard let group, let code = hasCodes ? code : 0, let method = hasMethods ? method : 0,
      let cell = cell(group: group, code: code, method: method)
    else {
      if folded.count == 0 { folded.append() }
      folded.add(at: 0, time: time, user: user, place: place)
      return
    }
    store.add(at: cell, time: time, user: user, place: place)
  }

  /// The cell of a key, made when there is none and there is room.
  private mutating func cell(group: UInt32, code: UInt32, method: UInt32) -> Int? {
    let hasRoom = self.hasRoom
    guard
      let number = series.number(of: UInt64(high: code, low: method), canGrow: hasRoom),
      let cell = cells.number(of: UInt64(high: group, low: number), canGrow: hasRoom)
    else { return nil }
    if Int(cell) == store.count { store.append() }
    return Int(cell)
  }
}

extension CountTables {
  var groupCount: Int { totals.count }

  /// Of each cell, its group over its series.
  var cellKeys: [UInt64] { cells.keys }
  /// Of each series, its code over its method.
  var seriesKeys: [UInt64] { series.keys }

  func group(_ number: Int) -> (window: Int, tenant: Int, total: Int) {
    let key = groups.keys[number]
    return (Int(key.high), Int(key.low), totals[number])
  }

  func cell(_ number: Int) -> (group: Int, code: Int, method: Int) {
    let key = cells.keys[number]
    let series = series.keys[Int(key.low)]
    return (Int(key.high), Int(series.high), Int(series.low))
  }
}
