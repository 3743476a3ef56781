import LogModel

/// Error and normal records by tenant and base window, for shares and for tenants that fall silent.
struct TenantTotals: Sendable {
  private struct Entry {
    let tenant: UInt32
    let window: Int64
    let total: Int
  }

  private var windows: [Int64] = []
  /// The sum of all entries before each, and of all at the end.
  private var sums: [Int] = [0]
  /// Where the entries of each tenant begin, and the last of them end.
  private var starts: [Int] = []
  private var baseSeconds: Int64 = 1

  init() {}

  init(of aggregate: PartialAggregate) {
    let table = aggregate.ruleTables
    baseSeconds = max(table.windows.windows.length, 1)
    let ranks = table.windows.ranks()
    var groups: [UInt32] = []
    groups.reserveCapacity(table.groupCount)
    for number in 0..<table.groupCount {
      let window = table.group(number).window
      if window != 0, !table.windows.window(window).isAhead { groups.append(UInt32(number)) }
    }
    groups = CountingSort.sorted(groups) { Int(ranks[table.group($0).window]) }
    groups = CountingSort.sorted(groups) { table.group($0).tenant }
    let entries = groups.map { number in
      let (window, tenant, total) = table.group(Int(number))
      return Entry(
        tenant: UInt32(tenant), window: table.windows.window(window).index, total: total)
    }
    starts = Array(repeating: 0, count: aggregate.tenants.count + 1)
    for entry in entries { starts[Int(entry.tenant) + 1] += 1 }
    for tenant in 1..<starts.count { starts[tenant] += starts[tenant - 1] }
    windows = entries.map(\.window)
    sums.reserveCapacity(entries.count + 1)
    for entry in entries { sums.append(sums[sums.count - 1] + entry.total) }
  }

  var isEmpty: Bool { windows.isEmpty }

  /// The records of a tenant, or of all, in some base windows.
  func sum(tenant: Int?, in range: Range<Int64>) -> Int {
    if let tenant { return sum(ofTenant: tenant, in: range) }
    return (0..<max(starts.count - 1, 0)).reduce(0) { $0 + sum(ofTenant: $1, in: range) }
  }

  /// The records of all tenants that a request speaks of, by its windows.
  func counts(of request: MeasureRequest, mask: RequestMask) -> [Int64: Int] {
    counts(of: (0..<max(starts.count - 1, 0)).filter { mask.accepts(tenant: $0) }, request)
  }

  /// The measures of a request that counts records.
  func table(for request: MeasureRequest, mask: RequestMask, tenants: NameTable) -> MeasureTable {
    var table = MeasureTable(windowSeconds: request.windowSeconds)
    let order = NameOrder(of: tenants, where: Array(repeating: true, count: tenants.count))
    let wanted = order.numbers.filter { mask.accepts(tenant: $0) && !range(of: $0).isEmpty }
    if request.by.contains(.tenant) {
      for tenant in wanted {
        let name = tenant == 0 ? nil : Array(tenants.bytes(of: tenant))
        append(
          SeriesKey([.init(key: .tenant, text: name)]), counts(of: [tenant], request), request,
          to: &table)
      }
    } else {
      append(SeriesKey(), counts(of: wanted, request), request, to: &table)
    }
    return table
  }

  private func append(
    _ key: SeriesKey, _ counts: [Int64: Int], _ request: MeasureRequest,
    to table: inout MeasureTable
  ) {
    let enough = counts.filter { $0.value >= request.minCount }.sorted { $0.key < $1.key }
    guard !enough.isEmpty else { return }
    table.append(key)
    for (window, count) in enough {
      table.append(Measure(series: table.series.count - 1, window: window, count: count))
    }
  }

  /// The records of some tenants by window of the request.
  private func counts(of tenants: [Int], _ request: MeasureRequest) -> [Int64: Int] {
    var counts: [Int64: Int] = [:]
    let length = max(request.windowSeconds / baseSeconds, 1)
    for tenant in tenants {
      for place in range(of: tenant) {
        counts[windows[place].flooredQuotient(by: length), default: 0] +=
          sums[place + 1] - sums[place]
      }
    }
    return counts
  }

  private func range(of tenant: Int) -> Range<Int> {
    tenant + 1 < starts.count ? starts[tenant]..<starts[tenant + 1] : 0..<0
  }

  private func sum(ofTenant tenant: Int, in range: Range<Int64>) -> Int {
    let places = self.range(of: tenant)
    return sums[firstPlace(in: places, notBefore: range.upperBound)]
      - sums[firstPlace(in: places, notBefore: range.lowerBound)]
  }

  private func firstPlace(in places: Range<Int>, notBefore window: Int64) -> Int {
    var (low, high) = (places.lowerBound, places.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if windows[middle] < window { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
