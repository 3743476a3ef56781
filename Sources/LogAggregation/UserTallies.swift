import LogModel

/// Counts the errors of each user for the rules that ask for the most of one user.
///
/// A *series* is a request, a window of its length, and the tenant, code and method as far as the
/// request needs them. Sums over shorter windows would not do: the user with the most in an hour need
/// not be the one with the most in any quarter of it.
struct UserTallies: Sendable {
  /// Names a series; numbers that the request does not need are 0.
  struct Key: Hashable {
    var request: Int
    var window: Int64
    var tenant: UInt32
    var code: UInt32
    var method: UInt32
  }

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
  private var groups: KeyTable
  /// A code's number over a method's.
  private var details: KeyTable
  /// A group's number over a detail's.
  private var series: KeyTable
  private var entries: [Entry] = []
  /// An entry's number plus one, or 0; a power of two of them, at most half in use.
  private var slots: [UInt32] = Array(repeating: 0, count: 16)
  /// True once a user found no room; then the most of one user may be more than is told.
  private(set) var isFolded = false

  init(requestCount: Int, limit: Int, hash: ByteHash) {
    self.requestCount = Int64(max(requestCount, 1))
    self.limit = limit
    self.hash = hash
    windows = KeyTable(hash: hash)
    groups = KeyTable(hash: hash)
    details = KeyTable(hash: hash)
    series = KeyTable(hash: hash)
  }

  /// Counts one error of a user.
  mutating func add(_ key: Key, user: UInt64) { add(key, user: user, count: 1) }

  /// Adds what `other` counted, in which names have other numbers than here.
  mutating func merge(_ other: UserTallies, names: NameMaps) {
    isFolded = isFolded || other.isFolded
    for entry in other.entries {
      var key = other.key(ofSeries: Int(entry.series))
      guard let tenant = names.tenants[Int(key.tenant)], let code = names.codes[Int(key.code)],
        let method = names.methods[Int(key.method)]
      else {
        isFolded = true
        continue
      }
      (key.tenant, key.code, key.method) = (tenant, code, method)
      add(key, user: entry.user, count: entry.count)
    }
  }

  /// Calls `body` with the count of every user in every series.
  func forEach(_ body: (_ key: Key, _ user: UInt64, _ count: Int) -> Void) {
    for entry in entries { body(key(ofSeries: Int(entry.series)), entry.user, Int(entry.count)) }
  }

  /// The number of a series; nil when nothing was counted there.
  func number(of key: Key) -> Int? {
    let windowKey = UInt64(bitPattern: key.window * requestCount + Int64(key.request))
    guard let window = windows.find(windowKey),
      let group = groups.find(UInt64(high: window, low: key.tenant)),
      let detail = details.find(UInt64(high: key.code, low: key.method))
    else { return nil }
    return series.find(UInt64(high: group, low: detail)).map { Int($0) }
  }

  /// The most errors of one user in every series, by its number.
  func mostOfEachSeries() -> [Int] {
    var most = Array(repeating: 0, count: series.count)
    for entry in entries {
      most[Int(entry.series)] = max(most[Int(entry.series)], Int(entry.count))
    }
    return most
  }

  private func key(ofSeries number: Int) -> Key {
    let key = series.keys[number]
    let group = groups.keys[Int(key.high)]
    let detail = details.keys[Int(key.low)]
    let window = Int64(bitPattern: windows.keys[Int(group.high)])
    return Key(
      request: Int(window.flooredRemainder(by: requestCount)),
      window: window.flooredQuotient(by: requestCount), tenant: group.low, code: detail.high,
      method: detail.low)
  }

  /// Counts some errors of a user.
  mutating func add(_ key: Key, user: UInt64, count: UInt32) {
    let hasRoom = entries.count < limit
    let windowKey = UInt64(bitPattern: key.window * requestCount + Int64(key.request))
    guard let window = windows.number(of: windowKey, canGrow: hasRoom),
      let group = groups.number(of: UInt64(high: window, low: key.tenant), canGrow: hasRoom),
      let detail = details.number(of: UInt64(high: key.code, low: key.method), canGrow: hasRoom),
      let number = series.number(of: UInt64(high: group, low: detail), canGrow: hasRoom)
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
