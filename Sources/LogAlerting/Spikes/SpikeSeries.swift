/// The counts of one series, window after window; windows without events are left out.
///
/// Sixteen bytes a window, because a fleet has millions of them.
package struct SpikeSeries: Equatable, Sendable {
  /// The windows that hold events, ascending.
  package private(set) var windows: [Int64] = []
  /// How many events each of them holds; more than 4,294,967,295 count as that.
  package private(set) var counts: [UInt32] = []
  /// How many users each of them holds; empty where users are not known, or not in every window.
  package private(set) var users: [UInt32] = []

  package init() {}

  package init(reservingCapacity capacity: Int) {
    windows.reserveCapacity(capacity)
    counts.reserveCapacity(capacity)
    users.reserveCapacity(capacity)
  }

  /// Adds a window after all others; one without events changes nothing.
  ///
  /// Users are nil where nobody knows them; one such window makes them unknown in all.
  package mutating func append(window: Int64, count: UInt64, users known: UInt64?) {
    guard count > 0 else { return }
    precondition(windows.last.map { $0 < window } ?? true, "window \(window) is out of order")
    if let known, users.count == windows.count {
      users.append(UInt32(clamping: known))
    } else {
      users = []
    }
    windows.append(window)
    counts.append(UInt32(clamping: count))
  }

  /// Forgets the windows before one.
  package mutating func removeWindows(before window: Int64) {
    let gone = firstIndex(notBefore: window)
    windows.removeFirst(gone)
    counts.removeFirst(gone)
    if !users.isEmpty { users.removeFirst(gone) }
  }

  /// The place of the first window at or after one.
  package func firstIndex(notBefore window: Int64) -> Int {
    var low = 0
    var high = windows.count
    while low < high {
      let middle = (low + high) / 2
      if windows[middle] < window { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The events of a window.
  package func count(in window: Int64) -> UInt64 {
    let place = firstIndex(notBefore: window)
    guard place < windows.count, windows[place] == window else { return 0 }
    return UInt64(counts[place])
  }

  /// The events of some windows together.
  func sum(in range: Range<Int64>) -> UInt64 {
    var sum: UInt64 = 0
    var place = firstIndex(notBefore: range.lowerBound)
    while place < windows.count, windows[place] < range.upperBound {
      sum += UInt64(counts[place])
      place += 1
    }
    return sum
  }

  /// The same events in spans of so many windows, without those from span `end` on.
  ///
  /// Users are not known then: those of the windows may be the same.
  func rolled(by length: Int64, before end: Int64) -> SpikeSeries {
    var rolled = SpikeSeries()
    var place = 0
    while place < windows.count {
      let span = windows[place].span(of: length)
      guard span < end else { break }
      var sum: UInt64 = 0
      while place < windows.count, windows[place].span(of: length) == span {
        sum += UInt64(counts[place])
        place += 1
      }
      rolled.append(window: span, count: sum, users: nil)
    }
    return rolled
  }
}
