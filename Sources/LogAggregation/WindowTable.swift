import LogModel

/// Gives every window that holds records a dense number; number 0 is "no window".
///
/// Records far ahead of now have windows of their own, so that rules can leave them out even where
/// such a record shares its window with a good one.
struct WindowTable: Sendable {
  let windows: TumblingWindows
  /// The window's index, doubled, plus one for records ahead.
  private var keys: KeyTable
  /// The window that was asked for last; most records stand near the one before.
  private var recent: Range<Int64> = 0..<0
  private var recentIsAhead = false
  private var recentNumber: UInt32 = 0

  init(windows: TumblingWindows, hash: ByteHash) {
    self.windows = windows
    keys = KeyTable(hash: hash)
  }

  /// With number 0.
  var count: Int { keys.count + 1 }

  /// The index in the line of windows of a number that is not 0, and whether its records are ahead.
  func window(_ number: Int) -> (index: Int64, isAhead: Bool) {
    let key = Int64(bitPattern: keys.keys[number - 1])
    return (key >> 1, key & 1 == 1)
  }

  /// For every number the place of its index among all, ascending; number 0 stands before them.
  func ranks() -> [UInt32] {
    let order = (1..<count).sorted { window($0).index < window($1).index }
    return CountingSort.places(of: [0] + order.map { UInt32($0) }, count: count)
  }

  /// The number of the window that holds a UTC second; nil when it is new and there is no room.
  mutating func number(of second: Int64, isAhead: Bool, canGrow: Bool) -> UInt32? {
    if recent.contains(second), isAhead == recentIsAhead { return recentNumber }
    let index = windows.index(of: second)
    guard let number = number(index: index, isAhead: isAhead, canGrow: canGrow) else { return nil }
    recent = windows.start(of: index)..<windows.end(of: index)
    recentIsAhead = isAhead
    recentNumber = number
    return number
  }

  mutating func number(index: Int64, isAhead: Bool, canGrow: Bool) -> UInt32? {
    keys.number(of: UInt64(bitPattern: index << 1 | (isAhead ? 1 : 0)), canGrow: canGrow)
      .map { $0 + 1 }
  }
}
