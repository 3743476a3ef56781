import LogAggregation
import LogModel

/// The errors of a period by tenant and code together, and the users of each.
struct PeriodSums {
  private struct Pair: Hashable {
    let tenant: Int
    let code: Int
  }

  private var byCode: [[Int: Int]]
  private var byTenant: [[Int: Int]]
  private var beforeByCode: [[Int: Int]]
  private var tenantUsers: [DistinctUsers]
  private var codeUsers: [DistinctUsers]

  /// - Parameters:
  ///   - counts: Slot 0 is the period, slot 1 the one before.
  ///   - tenantCount: How many tenants are numbered.
  ///   - codeCount: The same of codes.
  init(of counts: PeriodCounts, tenantCount: Int, codeCount: Int) {
    var byCode = Array(repeating: [Int: Int](), count: codeCount)
    var byTenant = Array(repeating: [Int: Int](), count: tenantCount)
    var before = Array(repeating: [Int: Int](), count: codeCount)
    var tenantUsers = Array(repeating: DistinctUsers(), count: tenantCount)
    var codeUsers = Array(repeating: DistinctUsers(), count: codeCount)
    counts.forEachError(in: 0) { cell in
      byCode[cell.code][cell.tenant, default: 0] += cell.count
      byTenant[cell.tenant][cell.code, default: 0] += cell.count
      counts.addUsers(of: cell, to: &tenantUsers[cell.tenant])
      counts.addUsers(of: cell, to: &codeUsers[cell.code])
    }
    counts.forEachError(in: 1) { cell in
      before[cell.code][cell.tenant, default: 0] += cell.count
    }
    self.byCode = byCode
    self.byTenant = byTenant
    beforeByCode = before
    self.tenantUsers = tenantUsers
    self.codeUsers = codeUsers
  }

  /// The errors of a code by tenant.
  func tenants(ofCode code: Int) -> [Int: Int] { byCode[code] }
  /// The same in the period before.
  func tenantsBefore(ofCode code: Int) -> [Int: Int] { beforeByCode[code] }
  /// The errors of a tenant by code.
  func codes(ofTenant tenant: Int) -> [Int: Int] { byTenant[tenant] }

  func users(ofTenant tenant: Int) -> UserCount? { tenantUsers[tenant].count }
  func users(ofCode code: Int) -> UserCount? { codeUsers[code].count }
  func users(ofTenants tenants: [Int]) -> UserCount? { united(tenants.map { tenantUsers[$0] }) }
  func users(ofCodes codes: [Int]) -> UserCount? { united(codes.map { codeUsers[$0] }) }
  var allUsers: UserCount? { united(codeUsers) }

  private func united(_ sets: [DistinctUsers]) -> UserCount? {
    var all = DistinctUsers()
    for set in sets { all.formUnion(set) }
    return all.count
  }
}

/// The errors of a period by bin, for some tenants or codes.
struct PeriodSpread {
  /// By row, then by bin; the last row is that of the rest.
  private(set) var bins: [[Int]]

  /// - Parameters:
  ///   - counts: Slot 0 is the period.
  ///   - bins: In UTC seconds, ascending.
  ///   - rowOf: The row of every tenant or code that counts.
  ///   - key: Which of the two.
  init(
    of counts: PeriodCounts, bins: [Range<Int64>], rowOf: [Int: Int],
    by key: KeyPath<PeriodCounts.ErrorCell, Int>
  ) {
    let rowCount = (rowOf.values.max() ?? -1) + 2
    var spread = Array(repeating: Array(repeating: 0, count: bins.count), count: rowCount)
    counts.forEachError(in: 0) { cell in
      guard let row = rowOf[cell[keyPath: key]] else { return }
      var (low, high) = (0, bins.count)
      while low < high {
        let middle = (low + high) / 2
        if bins[middle].upperBound <= cell.start { low = middle + 1 } else { high = middle }
      }
      if low < bins.count { spread[row][low] += cell.count }
    }
    self.bins = spread
  }
}
