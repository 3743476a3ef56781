import LogModel

extension PartialAggregate {
  /// Number 0 is the unknown tenant.
  package var tenantNames: NameTable { tenants }
  /// Tagged with the raw values of `CodeKind`; number 0 is an error without a code.
  package var codeNames: NameTable { codes }
  /// Number 0 is the unknown method.
  package var methodNames: NameTable { methods }

  /// The index in the catalogue of a number in `codeNames`; -1 for codes outside it.
  package func catalogueIndex(ofCode number: Int) -> Int { Int(catalogueIndices[number]) }

  /// The windows and keys that were counted by.
  package var countingPlan: CountingPlan { plan }

  /// The windows that hold records; their numbers are the places.
  ///
  /// The first is no window: it is that of records without a time, and of all when windows are not
  /// among the keys. An index can stand there twice, for records far ahead of now and for others.
  package var windowIndices: [Int64?] {
    [nil] + (1..<cells.windows.count).map { cells.windows.window($0).index }
  }

  /// The errors that found no room, in one cell; no cell when there was room for all.
  package var foldedErrors: CellStore { cells.folded }

  /// Whether each number in `tenantNames` stands for a tenant with errors.
  package var tenantsWithErrors: [Bool] { tenantHasErrors }

  /// The distinct users over all errors; nil when none named one.
  package var allUsers: UserCount? {
    var users = DistinctUsers()
    cells.store.addAllUsers(to: &users)
    if cells.folded.count > 0 { cells.folded.addUsers(at: 0, to: &users) }
    return users.count
  }

  /// Calls `body` with the error and normal records of every window and method.
  ///
  /// The window is told by its first UTC second, nil for records without a time; `isAhead` for those
  /// of records more than a day ahead of now. Nothing unless the plan counts attempts.
  package func forEachAttempt(
    _ body: (_ start: Int64?, _ isAhead: Bool, _ method: Int, _ count: Int) -> Void
  ) {
    attempts?.forEach { index, isAhead, method, count in
      body(index.map { plan.windows.start(of: $0) }, isAhead, method, count)
    }
  }

  /// Calls `body` with tenant, code and count of every cell of errors.
  package func forEachErrorCell(_ body: (_ tenant: Int, _ code: Int, _ count: Int) -> Void) {
    for number in 0..<cells.store.count {
      let (group, code, _) = cells.cell(number)
      body(cells.group(group).tenant, code, cells.store.records(at: number))
    }
  }
}
