import LogAggregation
import LogAlerting
import LogModel

/// The tenants, codes and methods of a period, each compared with its past.
struct NightlyLists {
  private let aggregate: PartialAggregate
  private let counts: PeriodCounts
  private let comparison: PastComparison
  private let verdicts: Verdicts
  private let bins: [Range<Int64>]
  private let levelOverrides: [String: RecoveryLevel]
  private let sums: PeriodSums
  /// In the order of their names.
  private let tenantOrder: NameOrder
  private let codeOrder: NameOrder
  /// All errors together.
  let allErrors: ComparedCount
  /// The tenants with errors, the most affected first.
  let erringTenants: [Int]
  /// The codes with errors, the most first.
  private let erringCodes: [Int]
  private let comparedTenants: [Int: ComparedCount]
  private let comparedCodes: [Int: ComparedCount]

  var allUsers: UserCount? { allErrors.users }

  /// How many tenants have any record in the period.
  var loggingTenantCount: Int {
    (0..<counts.tenantRecords.rowCount).count { counts.tenantRecords[$0, 0] > 0 }
  }

  init(
    aggregate: PartialAggregate, counts: PeriodCounts, comparison: PastComparison,
    verdicts: Verdicts, bins: [Range<Int64>], levelOverrides: [String: RecoveryLevel]
  ) {
    self.aggregate = aggregate
    self.counts = counts
    self.comparison = comparison
    self.verdicts = verdicts
    self.bins = bins
    self.levelOverrides = levelOverrides
    let tenantOrder = NameOrder(
      of: aggregate.tenantNames,
      where: Array(repeating: true, count: aggregate.tenantNames.count))
    let codeOrder = NameOrder(
      of: aggregate.codeNames, where: Array(repeating: true, count: aggregate.codeNames.count))
    let tenantErrors = counts.tenantErrors
    let codeErrors = counts.codeErrors
    let tenants = tenantOrder.numbers.filter { tenantErrors[$0, 0] > 0 }
    let codes = codeOrder.numbers.filter { codeErrors[$0, 0] > 0 }
    let sums = PeriodSums(
      of: counts, tenantCount: tenantErrors.rowCount, codeCount: codeErrors.rowCount)
    let ofTenants = comparison.compared(
      tenants.map { .init(counts: Array(tenantErrors.row($0)), users: sums.users(ofTenant: $0)) })
    // Also codes that are gone are compared.
    let known = codeOrder.numbers.filter { number in codeErrors.row(number).contains { $0 > 0 } }
    let ofCodes = comparison.compared(
      known.map { .init(counts: Array(codeErrors.row($0)), users: sums.users(ofCode: $0)) })
    var all = Array(repeating: 0, count: codeErrors.slotCount)
    for code in known {
      for (slot, count) in codeErrors.row(code).enumerated() { all[slot] += count }
    }
    allErrors = comparison.compared([.init(counts: all, users: sums.allUsers)])[0]
    comparedTenants = Dictionary(uniqueKeysWithValues: zip(tenants, ofTenants))
    comparedCodes = Dictionary(uniqueKeysWithValues: zip(known, ofCodes))
    // Sorting keeps the order of names among equals.
    func severity(_ tenant: Int) -> Int {
      verdicts.ofTenant[NightlyLists.bytes(tenant, aggregate.tenantNames)].map { $0.rawValue + 1 }
        .map(Int.init) ?? 0
    }
    let keys = tenants.map { (number: $0, severity: severity($0), errors: tenantErrors[$0, 0]) }
    erringTenants = keys.enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      if one.severity != other.severity { return one.severity > other.severity }
      return one.errors != other.errors ? one.errors > other.errors : left.offset < right.offset
    }.map(\.element.number)
    erringCodes = NightlyLists.sorted(codes) { codeErrors[$0, 0] }
    self.sums = sums
    self.tenantOrder = tenantOrder
    self.codeOrder = codeOrder
  }

  /// The most first, in the given order among equals.
  private static func sorted(_ numbers: [Int], by count: (Int) -> Int) -> [Int] {
    numbers.enumerated().map { (offset: $0.offset, number: $0.element, count: count($0.element)) }
      .sorted { $0.count != $1.count ? $0.count > $1.count : $0.offset < $1.offset }
      .map(\.number)
  }

  private static func bytes(_ number: Int, _ table: NameTable) -> [UInt8]? {
    number == 0 ? nil : Array(table.bytes(of: number))
  }

  // MARK: Tenants

  func tenants() -> (lines: [TenantLine], rest: RestLine?) {
    let shown = Array(erringTenants.prefix(NightlyReport.mostTenants))
    let hidden = Array(erringTenants.dropFirst(shown.count))
    let spread = PeriodSpread(of: counts, bins: bins, rowOf: rows(shown, hidden), by: \.tenant)
    let lines = shown.enumerated().map { row, tenant in
      TenantLine(
        tenant: aggregate.tenantNames.name(of: tenant),
        errors: comparedTenants[tenant] ?? ComparedCount(count: 0),
        records: counts.tenantRecords[tenant, 0],
        codes: most(sums.codes(ofTenant: tenant), codeOrder, aggregate.codeNames),
        bins: spread.bins[row],
        severity: verdicts.ofTenant[NightlyLists.bytes(tenant, aggregate.tenantNames)])
    }
    guard !hidden.isEmpty else { return (lines, nil) }
    return (
      lines,
      RestLine(
        members: hidden.count, errors: hidden.reduce(0) { $0 + counts.tenantErrors[$1, 0] },
        records: hidden.reduce(0) { $0 + counts.tenantRecords[$1, 0] },
        users: sums.users(ofTenants: hidden), bins: spread.bins[shown.count])
    )
  }

  /// The row of every number that is shown, and of the rest.
  private func rows(_ shown: [Int], _ hidden: [Int]) -> [Int: Int] {
    var rows: [Int: Int] = [:]
    for (row, number) in shown.enumerated() { rows[number] = row }
    for number in hidden { rows[number] = shown.count }
    return rows
  }

  /// The three names with the most errors.
  private func most(
    _ counts: [Int: Int], _ order: NameOrder, _ table: NameTable
  ) -> [NamedCount] {
    counts.filter { $0.value > 0 }.sorted { left, right in
      left.value != right.value
        ? left.value > right.value : order.ranks[left.key] < order.ranks[right.key]
    }.prefix(3).map { NamedCount(name: table.name(of: $0.key), count: $0.value) }
  }

  // MARK: Codes

  func codes() -> (lines: [CodeLine], rest: RestLine?) {
    let shown = Array(erringCodes.prefix(NightlyReport.mostCodes))
    let hidden = Array(erringCodes.dropFirst(shown.count))
    let lines = lines(of: shown, hidden: hidden)
    guard !hidden.isEmpty else { return (lines.lines, nil) }
    let errors = hidden.reduce(0) { $0 + counts.codeErrors[$1, 0] }
    return (
      lines.lines,
      RestLine(
        members: hidden.count, errors: errors, records: errors,
        users: sums.users(ofCodes: hidden), bins: lines.rest)
    )
  }

  /// What is new, then what has risen, what is gone, and what has fallen; the most errors first, of
  /// those that are gone or fell the most expected ones.
  func changes() -> [CodeLine] {
    let order: [ComparedCount.Change] = [.new, .risen, .gone, .fallen]
    let changed = codeOrder.numbers.filter { code in
      comparedCodes[code].map { order.contains($0.change) } ?? false
    }
    let lines = lines(of: changed, hidden: []).lines
    return order.flatMap { change in
      lines.enumerated().filter { $0.element.errors.change == change }.sorted { left, right in
        let sizes = [left, right].map { line -> Double in
          let errors = line.element.errors
          return change == .new || change == .risen
            ? Double(errors.count) : errors.forecast?.expected ?? 0
        }
        return sizes[0] != sizes[1] ? sizes[0] > sizes[1] : left.offset < right.offset
      }.map(\.element)
    }
  }

  private func lines(of shown: [Int], hidden: [Int]) -> (lines: [CodeLine], rest: [Int]) {
    let spread = PeriodSpread(of: counts, bins: bins, rowOf: rows(shown, hidden), by: \.code)
    let lines = shown.enumerated().map { row, code in
      let errors = comparedCodes[code] ?? ComparedCount(count: 0)
      let isFalling = errors.change == .gone || errors.change == .fallen
      let name = aggregate.codeNames.name(of: code)
      let index = aggregate.catalogueIndex(ofCode: code)
      let entry = index >= 0 ? CodeCatalogue.entries[index] : nil
      let override: RecoveryLevel? =
        if case .named(let text) = name { levelOverrides[text] } else { nil }
      return CodeLine(
        code: name,
        kind: code == 0
          ? .other : CodeKind(rawValue: aggregate.codeNames.tag(of: code)) ?? .other,
        level: override ?? entry?.level ?? .unknown, entry: entry, errors: errors,
        tenantCount: sums.tenants(ofCode: code).count,
        tenants: most(
          isFalling ? sums.tenantsBefore(ofCode: code) : sums.tenants(ofCode: code), tenantOrder,
          aggregate.tenantNames),
        bins: spread.bins[row],
        severity: verdicts.ofCode[NightlyLists.bytes(code, aggregate.codeNames)])
    }
    return (lines, spread.bins[shown.count])
  }

  // MARK: Methods

  /// How every method worked that was tried in the period, the most attempts first.
  func methods() -> [MethodLine] {
    let table = aggregate.methodNames
    let order = NameOrder(of: table, where: Array(repeating: true, count: table.count))
    let (attempts, errors) = (counts.methodAttempts, counts.methodErrors)
    let slots = comparison.knownSlots
    let lines = order.numbers.filter { attempts[$0, 0] > 0 }.map { method in
      func share(_ slot: Int) -> Double? {
        let tried = attempts[method, slot]
        return tried > 0 ? Double(errors[method, slot]) / Double(tried) : nil
      }
      return MethodLine(
        method: table.name(of: method), attempts: attempts[method, 0],
        failures: errors[method, 0],
        shareBefore: slots.contains(1) ? share(1) : nil,
        medianShare: PastComparison.median(of: slots.compactMap(share)))
    }
    return lines.enumerated().sorted { left, right in
      left.element.attempts != right.element.attempts
        ? left.element.attempts > right.element.attempts : left.offset < right.offset
    }.map(\.element)
  }
}
