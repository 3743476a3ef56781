import LogModel

extension PartialAggregate {
  /// Adds what another aggregate of the same plan has counted, on so many threads.
  package mutating func merge(_ other: consuming PartialAggregate, jobs: Int = 1) {
    guard other.records.records > 0 else { return }
    guard records.records > 0 else {
      self = other
      return
    }
    let names = NameMaps(
      tenants: PartialAggregate.map(other.tenants, into: &tenants, limit: plan.sumLimit),
      codes: mapCodes(of: other),
      methods: PartialAggregate.map(
        other.methods, into: &methods, limit: cells.hasRoom ? plan.sumLimit : 0))
    records += other.records
    span.formUnion(other.span)
    if let time = other.latestInReach { latestInReach = max(latestInReach ?? time, time) }
    for (number, hasErrors) in other.tenantHasErrors.enumerated() where hasErrors {
      if let tenant = names.tenants[number] { markError(of: Int(tenant)) }
    }
    if let others = other.attempts { attempts?.merge(others, methods: names.methods) }
    mergeTables(of: other, names: names, jobs: jobs)
  }

  /// Merges tables that know nothing of each other, at a time.
  private mutating func mergeTables(of other: PartialAggregate, names: NameMaps, jobs: Int) {
    let (mine, rules, users) = (Guarded(cells), Guarded(ruleCells), Guarded(perUser))
    // Nobody else may hold them, or all would be copied to be changed.
    (cells, ruleCells, perUser) = (other.cells, other.ruleCells, other.perUser)
    _ = ThreadTeam.map(3, jobs: jobs) { number in
      switch number {
      case 0: mine.withLock { $0.merge(other.cells, names: names) }
      case 1:
        if let otherRules = other.ruleCells {
          rules.withLock { $0?.merge(otherRules, names: names) }
        }
      default: users.withLock { $0.merge(other.perUser, names: names) }
      }
    }
    cells = mine.withLock { $0 }
    ruleCells = rules.withLock { $0 }
    perUser = users.withLock { $0 }
  }

  private static func map(
    _ names: NameTable, into table: inout NameTable, limit: Int
  ) -> [UInt32?] {
    var map: [UInt32?] = []
    map.reserveCapacity(names.count)
    for number in 0..<names.count {
      map.append(
        table.number(
          ofBytes: names.bytes(of: number), tag: names.tag(of: number),
          canGrow: table.count <= limit))
    }
    return map
  }

  private mutating func mapCodes(of other: PartialAggregate) -> [UInt32?] {
    var map: [UInt32?] = []
    for number in 0..<other.codes.count {
      let index = other.catalogueIndices[number]
      let code = codes.number(
        ofBytes: other.codes.bytes(of: number), tag: other.codes.tag(of: number),
        canGrow: index >= 0 || cells.hasRoom)
      if let code, Int(code) == catalogueIndices.count {
        catalogueIndices.append(index)
        noteInterest(in: code)
      }
      map.append(code)
    }
    return map
  }
}
