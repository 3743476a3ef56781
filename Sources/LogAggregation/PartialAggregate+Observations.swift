import LogModel

extension PartialAggregate {
  /// What the rules asked for: every code, tenant and window in which there was an error.
  ///
  /// Ordered by the bytes of the tenant, the index of the code, the start and the length of the
  /// window. `Observation.tenant` is a number in `tenantNames`.
  package func observations() -> [Observation] {
    guard !rules.requests.isEmpty else { return [] }
    return ObservationTable(of: self).observations()
  }

  /// The distinct users of each group of observations, all of which stand for this aggregate.
  ///
  /// A user of several windows or tenants of a group counts once.
  ///
  /// - Returns: One count a group; nil where no error named a user.
  package func users(of groups: [[Observation]]) -> [UserCount?] {
    var groupsOfSpan: [RuleSpan: [Int]] = [:]
    var lengths: Set<Int64> = []
    for (number, group) in groups.enumerated() {
      for observation in group {
        let length = observation.windowEnd - observation.windowStart
        lengths.insert(length)
        let span = RuleSpan(
          code: observation.catalogueIndex, tenant: observation.tenant,
          start: observation.windowStart, length: length)
        groupsOfSpan[span, default: []].append(number)
      }
    }
    let codes = Set(groupsOfSpan.keys.map(\.code))
    var sets = Array(repeating: DistinctUsers(), count: groups.count)
    forEachRuleCell { table, cell, code, tenant, start in
      guard codes.contains(code) else { return }
      for length in lengths {
        let span = RuleSpan(
          code: code, tenant: tenant, start: start.flooredQuotient(by: length) * length,
          length: length)
        for group in groupsOfSpan[span] ?? [] { table.store.addUsers(at: cell, to: &sets[group]) }
      }
    }
    return sets.map(\.count)
  }

  var ruleTables: CountTables { ruleCells ?? cells }

  /// Calls `body` for every cell that takes part in rules, with its code's index in the catalogue,
  /// its tenant and the start of its window.
  func forEachRuleCell(
    _ body: (
      _ table: CountTables, _ cell: Int, _ code: Int, _ tenant: Int, _ windowStart: Int64
    ) -> Void
  ) {
    let table = ruleTables
    let length = table.windows.windows.length
    for cell in 0..<table.store.count {
      let (group, code, _) = table.cell(cell)
      let index = catalogueIndices[code]
      guard !rules.requests(ofCode: index).isEmpty else { continue }
      let (window, tenant, _) = table.group(group)
      guard window != 0 else { continue }
      let (windowIndex, isAhead) = table.windows.window(window)
      if !isAhead { body(table, cell, Int(index), tenant, windowIndex * length) }
    }
  }
}

/// A code and tenant in one window of a rule.
private struct RuleSpan: Hashable {
  var code: Int
  var tenant: Int
  var start: Int64
  var length: Int64
}
