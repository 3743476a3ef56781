import LogModel

/// Counts the errors of each user for the rules that ask for the most of one user.
///
/// A *series* is a request, a window of its length and a tenant. Sums over shorter windows would not
/// do: the user with the most in an hour need not be the one with the most in any quarter of it.
struct UserTallies: Sendable {
  private struct Entry {
    /// `ByteHash.user`.
    var user: UInt64
    var series: UInt32
    /// Stays at its greatest value rather than overflowing.
    var count: UInt32
  }

  /// The most entries.
  private let limit: Int
  private let requestCount: Int64
  private let hash: ByteHash
  /// A window's index times the number of requests, plus the request's number.
  private var windows: KeyTable
  /// A window's number over a tenant's.
  private var series: KeyTable
  private var entries: [Entry] = []
  /// An entry's number plus one, or 0; a power of two of them, at most half in use.
  private var slots: [UInt32] = Array(repeating: 0, count: 16)
  /// True once a user found no room; then the most of one user may be more than is told.
  private(set) var isFolded = false

  init(requestCount: Int, limit: Int, hash: ByteHash) {
    self.requestCount = Int64(requestCount)
    self.limit = limit
    self.hash = hash
    windows = KeyTable(hash: hash)
    series = KeyTable(hash: hash)
  }

  /// Counts one error of a user in a window of the request's length.
  mutating func add(request: Int, window: Int64, tenant: UInt32, user: UInt64) {
    let key = UInt64(bitPattern: window * requestCount + Int64(request))
    add(windowKey: key, tenant: tenant, user: user, count: 1)
  }

  /// Adds what `other` counted, in which tenants have other numbers than here.
  mutating func merge(_ other: UserTallies, tenants: [UInt32?]) {
    isFolded = isFolded || other.isFolded
    for entry in other.entries {
      let key = other.series.keys[Int(entry.series)]
      guard let tenant = tenants[Int(key.low)] else {
        isFolded = true
        continue
      }
      add(
        windowKey: other.windows.keys[Int(key.high)], tenant: tenant, user: entry.user,
        count: entry.count)
    }
  }

  /// The most errors of one user in each series.
  func most() -> MostPerUser {
    var most = Array(repeating: UInt32(0), count: series.count)
    for entry in entries { most[Int(entry.series)] = max(most[Int(entry.series)], entry.count) }
    return MostPerUser(requestCount: requestCount, windows: windows, series: series, most: most)
  }

  private mutating func add(windowKey: UInt64, tenant: UInt32, user: UInt64, count: UInt32) {
    let hasRoom = entries.count < limit
    guard let window = windows.number(of: windowKey, canGrow: hasRoom),
      let number = series.number(of: UInt64(high: window, low: tenant), canGrow: hasRoom)
    else {
      isFolded = true
      return
    }
    var place = slot(user: user, series: number)
    if slots[place] == 0 {
      guard hasRoom else {
        isFolded = true
        return
      }
      if (entries.count + 1) * 2 > slots.count {
        grow()
        place = slot(user: user, series: number)
      }
      entries.append(Entry(user: user, series: number, count: 0))
      slots[place] = UInt32(entries.count)
    }
    let index = Int(slots[place] - 1)
    let (sum, overflows) = entries[index].count.addingReportingOverflow(count)
    entries[index].count = overflows ? .max : sum
  }

  /// Where the entry stands, or the free place where it would stand.
  private func slot(user: UInt64, series: UInt32) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash.hash(user ^ UInt64(high: series, low: 0))) & mask
    while slots[place] != 0 {
      let entry = entries[Int(slots[place] - 1)]
      if entry.user == user, entry.series == series { return place }
      place = (place + 1) & mask
    }
    return place
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (number, entry) in entries.enumerated() {
      slots[slot(user: entry.user, series: entry.series)] = UInt32(number + 1)
    }
  }
}

/// The most errors of one user, by request, window and tenant.
struct MostPerUser {
  fileprivate let requestCount: Int64
  fileprivate let windows: KeyTable
  fileprivate let series: KeyTable
  fileprivate let most: [UInt32]

  /// Nil when no error there named a user.
  func count(request: Int, window: Int64, tenant: Int) -> Int? {
    let key = UInt64(bitPattern: window * requestCount + Int64(request))
    guard let number = windows.find(key),
      let series = series.find(UInt64(high: number, low: UInt32(tenant)))
    else { return nil }
    return Int(most[Int(series)])
  }
}
