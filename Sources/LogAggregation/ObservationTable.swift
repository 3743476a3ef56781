import LogModel

/// Unites the cells of the rules' common windows into the windows that the rules asked for.
struct ObservationTable {
  private let aggregate: PartialAggregate
  private let requests: [ObservationRequest]
  /// The distinct lengths of the rules' windows, ascending.
  private let lengths: [Int64]
  /// A window's index times the number of lengths, plus the length's number.
  private var windows: KeyTable
  /// A window's number over a tenant's.
  private var groups: KeyTable
  /// A group's number over a request's.
  private var rows: KeyTable
  private var counts: [Int] = []
  private var users = UserSets()
  /// Error and normal records of each group.
  private var totals: [Int] = []

  init(of aggregate: PartialAggregate) {
    let hash = aggregate.hash
    self.aggregate = aggregate
    requests = aggregate.rules.requests
    lengths = Set(requests.map(\.windowSeconds)).sorted()
    windows = KeyTable(hash: hash)
    groups = KeyTable(hash: hash)
    rows = KeyTable(hash: hash)
    addCells()
    addTotals()
  }

  func observations() -> [Observation] {
    let most = aggregate.perUser.most()
    var isUsed = Array(repeating: false, count: aggregate.tenants.count)
    for key in groups.keys { isUsed[Int(key.low)] = true }
    let order = NameOrder(of: aggregate.tenants, where: isUsed)
    var observations: [Observation] = []
    observations.reserveCapacity(rows.count)
    for row in 0..<rows.count { observations.append(observation(row, most: most)) }
    observations.sort { left, right in
      let tenants = (order.ranks[left.tenant], order.ranks[right.tenant])
      if tenants.0 != tenants.1 { return tenants.0 < tenants.1 }
      return (left.catalogueIndex, left.windowStart, left.windowEnd)
        < (right.catalogueIndex, right.windowStart, right.windowEnd)
    }
    return observations
  }

  private func observation(_ row: Int, most: MostPerUser) -> Observation {
    let group = Int(rows.keys[row].high)
    let number = Int(rows.keys[row].low)
    let request = requests[number]
    let tenant = Int(groups.keys[group].low)
    let windowKey = Int64(bitPattern: windows.keys[Int(groups.keys[group].high)])
    let window = windowKey.flooredQuotient(by: Int64(lengths.count))
    let start = window * request.windowSeconds
    return Observation(
      tenant: tenant, catalogueIndex: request.catalogueIndex, windowStart: start,
      windowEnd: start + request.windowSeconds, count: counts[row],
      users: request.needsUsers ? users.count(at: row)?.count : nil,
      perUser: request.needsPerUser
        ? most.count(request: number, window: window, tenant: tenant) : nil,
      records: totals[group])
  }

  private mutating func addCells() {
    let numberOfLength = Dictionary(
      uniqueKeysWithValues: lengths.enumerated().map { ($0.element, $0.offset) })
    let lengthOfRequest = requests.map { numberOfLength[$0.windowSeconds] ?? 0 }
    aggregate.forEachRuleCell { table, cell, code, tenant, start in
      for request in aggregate.rules.requestsOfCode[code] {
        guard
          let window = windows.number(
            of: windowKey(start, length: lengthOfRequest[request]), canGrow: true),
          let group = groups.number(
            of: UInt64(high: window, low: UInt32(tenant)), canGrow: true),
          let row = rows.number(
            of: UInt64(high: group, low: UInt32(request)), canGrow: true)
        else { continue }
        if Int(row) == counts.count {
          counts.append(0)
          users.append()
        }
        counts[Int(row)] += table.store.records(at: cell)
        if requests[request].needsUsers {
          table.store.addUsers(at: cell, to: &users, at: Int(row))
        }
      }
    }
  }

  private mutating func addTotals() {
    totals = Array(repeating: 0, count: groups.count)
    let table = aggregate.ruleTables
    let shortLength = table.windows.windows.length
    for number in 0..<table.groupCount {
      let (window, tenant, total) = table.group(number)
      guard window != 0 else { continue }
      let (index, isAhead) = table.windows.window(window)
      guard !isAhead else { continue }
      for length in lengths.indices {
        let key = windowKey(index * shortLength, length: length)
        if let window = windows.find(key),
          let group = groups.find(UInt64(high: window, low: UInt32(tenant)))
        {
          totals[Int(group)] += total
        }
      }
    }
  }

  private func windowKey(_ start: Int64, length: Int) -> UInt64 {
    let index = start.flooredQuotient(by: lengths[length])
    return UInt64(bitPattern: index * Int64(lengths.count) + Int64(length))
  }
}
