import LogModel

/// Counts error and normal records by window and method: how often each method was tried.
///
/// Past its limit it takes no new keys; how many records these would have counted is kept in sum.
struct AttemptTable: Sendable {
  private(set) var windows: WindowTable
  /// A window over a method.
  private var keys: KeyTable
  private var counts: [Int] = []
  private let limit: Int
  private(set) var folded = 0

  init(windows: TumblingWindows, limit: Int, hash: ByteHash) {
    self.windows = WindowTable(windows: windows, hash: hash)
    keys = KeyTable(hash: hash)
    self.limit = limit
  }

  /// Counts a record.
  ///
  /// - Parameters:
  ///   - second: Nil for a record without a time.
  ///   - isAhead: Whether the record is more than a day ahead of now.
  ///   - method: Nil when the method is new and there was no room for its name.
  mutating func add(second: Int64?, isAhead: Bool, method: UInt32?) {
    var window: UInt32? = 0
    if let second {
      window = windows.number(of: second, isAhead: isAhead, canGrow: counts.count < limit)
    }
    add(1, window: window, method: method)
  }

  /// Counts records of a window that is known by its index; nil for records without a time.
  mutating func add(_ count: Int, index: Int64?, isAhead: Bool, method: UInt32?) {
    var window: UInt32? = 0
    if let index {
      window = windows.number(index: index, isAhead: isAhead, canGrow: counts.count < limit)
    }
    add(count, window: window, method: method)
  }

  private mutating func add(_ count: Int, window: UInt32?, method: UInt32?) {
    guard let window, let method,
      let number = keys.number(
        of: UInt64(high: window, low: method), canGrow: counts.count < limit)
    else {
      folded += count
      return
    }
    if Int(number) == counts.count { counts.append(0) }
    counts[Int(number)] += count
  }

  /// Adds what `other` counted, in which methods have other numbers than here.
  mutating func merge(_ other: AttemptTable, methods: [UInt32?]) {
    folded += other.folded
    other.forEach { index, isAhead, method, count in
      add(count, index: index, isAhead: isAhead, method: methods[method])
    }
  }

  /// Calls `body` with the window's index (nil without a time), the method and the count of every key.
  func forEach(_ body: (_ index: Int64?, _ isAhead: Bool, _ method: Int, _ count: Int) -> Void) {
    for (number, key) in keys.keys.enumerated() {
      let window = key.high == 0 ? nil : windows.window(Int(key.high))
      body(window?.index, window?.isAhead ?? false, Int(key.low), counts[number])
    }
  }
}
