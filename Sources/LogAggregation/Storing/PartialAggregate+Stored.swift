import LogModel

extension PartialAggregate {
  /// What was counted, in plain rows.
  ///
  /// - Precondition: The cells stand in windows of equal length, and serve the rules as well.
  package func stored() -> StoredCounts {
    precondition(ruleCells == nil, "two tables of cells")
    var stored = StoredCounts(windowSeconds: plan.windows.length)
    stored.tenants = PartialAggregate.names(tenants)
    stored.methods = PartialAggregate.names(methods)
    stored.codes = (0..<codes.count).map { number in
      StoredCode(
        name: number == 0 ? nil : Array(codes.bytes(of: number)), kind: codes.tag(of: number))
    }
    stored.requests = rules.requests.map(\.signature)
    stored.records = records
    (stored.first, stored.last) = (first, last)
    let windows = (0..<cells.windows.count).map(window)
    for number in 0..<cells.groupCount {
      let group = cells.group(number)
      stored.totals.append(
        StoredTotal(window: windows[group.window], tenant: group.tenant, records: group.total))
    }
    let store = cells.store
    for number in 0..<store.count {
      let (groupNumber, code, method) = cells.cell(number)
      let group = cells.group(groupNumber)
      var users = DistinctUsers()
      store.addUsers(at: number, to: &users)
      stored.errors.append(
        StoredErrors(
          window: windows[group.window], tenant: group.tenant, code: code, method: method,
          count: store.records(at: number), first: store.first(at: number),
          last: store.last(at: number), users: users.bytes))
    }
    perUser.forEach { key, user, count in
      stored.userCounts.append(
        StoredUserCount(
          request: key.request, start: key.window * rules.requests[key.request].windowSeconds,
          tenant: Int(key.tenant), code: Int(key.code), method: Int(key.method), user: user,
          count: count))
    }
    forEachAttempt { start, isAhead, method, count in
      let window =
        start.map { StoredWindow(isAhead ? .ahead : .timed, start: $0) }
        ?? StoredWindow(.untimed, start: 0)
      stored.attempts.append(StoredAttempts(window: window, method: method, records: count))
    }
    stored.foldedRecords = cells.foldedTotal
    stored.foldedErrors = cells.folded.count > 0 ? cells.folded.records(at: 0) : 0
    return stored
  }

  private static func names(_ table: NameTable) -> [[UInt8]?] {
    (0..<table.count).map { $0 == 0 ? nil : Array(table.bytes(of: $0)) }
  }

  private func window(_ number: Int) -> StoredWindow {
    guard number > 0 else { return StoredWindow(.untimed, start: 0) }
    let (index, isAhead) = cells.windows.window(number)
    return StoredWindow(isAhead ? .ahead : .timed, start: cells.windows.windows.start(of: index))
  }

  /// Takes up what was stored.
  ///
  /// What was ahead of now when it was counted may be in time meanwhile.
  ///
  /// - Precondition: `plan` has windows of the stored length, and its cells serve the rules as well.
  package init(plan: CountingPlan, stored: StoredCounts) {
    self.init(plan: plan)
    precondition(ruleCells == nil, "two tables of cells")
    precondition(plan.windows == .seconds(stored.windowSeconds), "windows of another length")
    records = stored.records
    if let first = stored.first { span.cover(first) }
    if let last = stored.last { span.cover(last) }
    let names = NameMaps(
      tenants: PartialAggregate.take(stored.tenants, into: &tenants),
      codes: stored.codes.map { takeCode($0) },
      methods: PartialAggregate.take(stored.methods, into: &methods))
    // As `TimeBounds` has it.
    cells.take(stored, names: names, presentUntil: plan.now.seconds + 86_400)
    for errors in stored.errors {
      if let tenant = names.tenants[errors.tenant] { markError(of: Int(tenant)) }
    }
    takeUserCounts(stored, names: names)
    for row in stored.attempts {
      let isAhead =
        row.window.kind == .ahead
        && row.window.start + stored.windowSeconds > plan.now.seconds + 86_400
      attempts?.add(
        row.records,
        index: row.window.kind == .untimed
          ? nil : row.window.start.flooredQuotient(by: stored.windowSeconds),
        isAhead: isAhead, method: names.methods[row.method])
    }
  }

  private static func take(_ names: [[UInt8]?], into table: inout NameTable) -> [UInt32?] {
    names.map { name in
      name.map { table.number(ofBytes: $0[...], canGrow: true) } ?? 0
    }
  }

  private mutating func takeCode(_ code: StoredCode) -> UInt32? {
    guard let name = code.name,
      let number = codes.number(ofBytes: name[...], tag: code.kind, canGrow: true)
    else { return 0 }
    if Int(number) == catalogueIndices.count {
      let index =
        CodeKind(rawValue: code.kind) == .guardian
        ? CodeCatalogue.index(of: String(decoding: name, as: UTF8.self)) : nil
      catalogueIndices.append(Int16(index ?? -1))
      noteInterest(in: number)
    }
    return number
  }

  private mutating func takeUserCounts(_ stored: StoredCounts, names: NameMaps) {
    let signatures = rules.requests.map(\.signature)
    let requests = stored.requests.map { signatures.firstIndex(of: $0) }
    for row in stored.userCounts {
      guard let request = requests[row.request], let tenant = names.tenants[row.tenant],
        let code = names.codes[row.code], let method = names.methods[row.method]
      else { continue }
      perUser.add(
        UserTallies.Key(
          request: request,
          window: row.start.flooredQuotient(by: rules.requests[request].windowSeconds),
          tenant: tenant, code: code, method: method),
        user: row.user, count: UInt32(clamping: row.count))
    }
  }
}

extension CountTables {
  /// Takes up stored rows, whose names have other numbers than here.
  ///
  /// What is ahead of the UTC second `presentUntil` takes no part in rules.
  mutating func take(_ stored: StoredCounts, names: NameMaps, presentUntil: Int64) {
    let windowMap = Dictionary(
      Set(stored.totals.map(\.window) + stored.errors.map(\.window)).map { window in
        (window, number(of: window, stored, presentUntil: presentUntil))
      }, uniquingKeysWith: { first, _ in first })
    groups.reserve(count: stored.totals.count)
    totals.reserveCapacity(stored.totals.count)
    for row in stored.totals {
      guard let group = group(windowMap[row.window] ?? nil, tenant: names.tenants[row.tenant])
      else { continue }
      totals[group] += row.records
    }
    cells.reserve(count: stored.errors.count)
    store.reserve(count: stored.errors.count)
    for row in stored.errors {
      guard let group = group(windowMap[row.window] ?? nil, tenant: names.tenants[row.tenant]),
        let code = names.codes[row.code], let method = names.methods[row.method],
        let number = series.number(of: UInt64(high: code, low: method), canGrow: true),
        let cell = cells.number(of: UInt64(high: UInt32(group), low: number), canGrow: true)
      else { continue }
      if Int(cell) == store.count { store.append() }
      store.add(
        at: Int(cell), Tally(count: row.count, first: row.first, last: row.last),
        users: DistinctUsers(bytes: row.users) ?? DistinctUsers())
    }
    foldedTotal += stored.foldedRecords
  }

  /// The number of a group, made when there is none.
  private mutating func group(
    _ window: UInt32?, tenant: UInt32?
  ) -> Int? {
    guard let tenant, let window,
      let group = groups.number(of: UInt64(high: window, low: tenant), canGrow: true)
    else { return nil }
    if Int(group) == totals.count { totals.append(0) }
    return Int(group)
  }

  private mutating func number(
    of window: StoredWindow, _ stored: StoredCounts, presentUntil: Int64
  ) -> UInt32? {
    guard window.kind != .untimed else { return 0 }
    let isAhead = window.kind == .ahead && window.start + stored.windowSeconds > presentUntil
    return windows.number(
      index: window.start.flooredQuotient(by: stored.windowSeconds), isAhead: isAhead,
      canGrow: true)
  }
}

extension MeasureRequest {
  /// What is asked for in words, by which tallies of users are known from run to run.
  var signature: String {
    let lists = RuleMatch.keys.compactMap { key in
      match[key].map { "\(key.name)=" + $0.texts.joined(separator: ",") }
    }
    return (["\(windowSeconds)s", "by=" + by.map(\.name).joined(separator: ",")] + lists)
      .joined(separator: " ")
  }
}
