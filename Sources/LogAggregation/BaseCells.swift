import LogModel

/// The cells that take part in rules, with their names and windows at hand.
struct BaseCells: Sendable {
  struct Cell: Sendable {
    /// In the store of the rules' tables.
    let number: UInt32
    let tenant: UInt32
    let code: UInt32
    let method: UInt32
    /// The start over the length of base windows.
    let window: Int64
    let count: Int
    /// Its users as far as they need no set; the store knows the others.
    let users: FewUsers
    /// The place of the window among those of the table, ascending.
    let windowRank: UInt32
  }

  private(set) var cells: [Cell] = []
  /// The length of a base window; positive.
  let windowSeconds: Int64

  init(of aggregate: PartialAggregate) {
    let table = aggregate.ruleTables
    windowSeconds = max(table.windows.windows.length, 1)
    guard !aggregate.rules.requests.isEmpty else { return }
    let ranks = table.windows.ranks()
    cells.reserveCapacity(table.store.count)
    for number in 0..<table.store.count {
      let (group, code, method) = table.cell(number)
      guard aggregate.interests[code].isWanted else { continue }
      let (window, tenant, _) = table.group(group)
      guard window != 0 else { continue }
      let (index, isAhead) = table.windows.window(window)
      guard !isAhead else { continue }
      cells.append(
        Cell(
          number: UInt32(number), tenant: UInt32(tenant), code: UInt32(code),
          method: UInt32(method), window: index, count: table.store.records(at: number),
          users: table.store.fewUsers(at: number), windowRank: ranks[window]))
    }
  }

  /// The base windows that hold error or normal records, ascending, each once.
  static func recordWindows(of aggregate: PartialAggregate) -> [Int64] {
    guard !aggregate.rules.requests.isEmpty else { return [] }
    let table = aggregate.ruleTables
    return (1..<table.windows.count).compactMap { number in
      let (index, isAhead) = table.windows.window(number)
      return isAhead ? nil : index
    }.sorted()
  }
}

/// Which tenants and methods a request speaks of.
struct RequestMask: Sendable {
  /// By number; nil for all.
  private let tenants: [Bool]?
  private let methods: [Bool]?

  init(_ request: MeasureRequest, of aggregate: PartialAggregate) {
    func mask(_ key: ReportKey, _ table: NameTable, unknown: [UInt8]) -> [Bool]? {
      guard let list = request.match[key] else { return nil }
      return (0..<table.count).map { number in
        list.accepts(number == 0 ? unknown[...] : table.bytes(of: number))
      }
    }
    tenants = mask(.tenant, aggregate.tenants, unknown: [UInt8(ascii: "-")])
    methods = mask(.method, aggregate.methods, unknown: [])
  }

  var acceptsAll: Bool { tenants == nil && methods == nil }

  func accepts(_ cell: BaseCells.Cell) -> Bool {
    accepts(tenant: Int(cell.tenant)) && accepts(method: Int(cell.method))
  }

  func accepts(tenant: Int) -> Bool { tenants?[tenant] ?? true }
  func accepts(method: Int) -> Bool { methods?[method] ?? true }
}

extension PartialAggregate {
  /// The base windows of the rules that hold error or normal records, in UTC seconds, ascending.
  ///
  /// Records far ahead of now have no part.
  package var recordWindows: [Range<Int64>] {
    let length = max(ruleTables.windows.windows.length, 1)
    return BaseCells.recordWindows(of: self).map { $0 * length..<($0 + 1) * length }
  }

  /// Whether some errors name no users.
  package var lacksUsers: Bool {
    let store = ruleTables.store
    return (0..<store.count).contains { number in
      if case .none = store.fewUsers(at: number) { true } else { false }
    }
  }

  /// The tables whose windows serve the rules.
  var ruleTables: CountTables { ruleCells ?? cells }
}
