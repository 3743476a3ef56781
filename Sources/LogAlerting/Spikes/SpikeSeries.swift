/// The counts of one series, window after window; windows without events are left out.
package struct SpikeSeries: Equatable, Sendable {
  /// The windows that hold events, ascending.
  package private(set) var cells: [SpikeCell] = []
  /// Whether every cell tells how many users there were.
  package private(set) var knowsUsers = true

  package init() {}

  package init(reservingCapacity capacity: Int) { cells.reserveCapacity(capacity) }

  /// Adds a window after all others; one without events changes nothing.
  ///
  /// Users are nil where nobody knows them; one such window makes them unknown in all.
  package mutating func append(window: Int64, count: UInt64, users: UInt64?) {
    guard count > 0 else { return }
    precondition(cells.last.map { $0.window < window } ?? true, "window \(window) is out of order")
    if users == nil { knowsUsers = false }
    cells.append(
      SpikeCell(
        window: window, count: UInt32(clamping: count), users: UInt32(clamping: users ?? 0)))
  }

  /// Forgets the windows before one.
  package mutating func removeWindows(before window: Int64) {
    cells.removeFirst(firstIndex(notBefore: window))
  }

  /// The place of the first cell at or after a window.
  func firstIndex(notBefore window: Int64) -> Int {
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].window < window { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The cell of a window, when it holds events.
  func cell(in window: Int64) -> SpikeCell? {
    let place = firstIndex(notBefore: window)
    return place < cells.count && cells[place].window == window ? cells[place] : nil
  }

  /// The events of some windows together.
  func sum(in range: Range<Int64>) -> UInt64 {
    var sum: UInt64 = 0
    var place = firstIndex(notBefore: range.lowerBound)
    while place < cells.count, cells[place].window < range.upperBound {
      sum += UInt64(cells[place].count)
      place += 1
    }
    return sum
  }

  /// The events from a window on, up to the cell at a place and without it.
  func sum(from window: Int64, upTo end: Int) -> UInt64 {
    var sum: UInt64 = 0
    var place = end
    while place > 0, cells[place - 1].window >= window {
      place -= 1
      sum += UInt64(cells[place].count)
    }
    return sum
  }

  /// The series in spans of so many windows, without the spans from `end` on.
  ///
  /// A span counts its events, or how many of its windows hold some. Users are not known then: those
  /// of the windows may be the same.
  func rolled(by length: Int64, before end: Int64, _ evidence: SpikeJudgement.Evidence)
    -> SpikeSeries
  {
    var spans = 0
    var last: Int64?
    for cell in cells where cell.window.span(of: length) != last {
      last = cell.window.span(of: length)
      spans += 1
    }
    var rolled = SpikeSeries(reservingCapacity: spans)
    var place = 0
    while place < cells.count {
      let span = cells[place].window.span(of: length)
      guard span < end else { break }
      let after = (span + 1) * length
      var sum: UInt64 = 0
      while place < cells.count, cells[place].window < after {
        sum += evidence == .events ? UInt64(cells[place].count) : 1
        place += 1
      }
      rolled.append(window: span, count: sum, users: nil)
    }
    return rolled
  }
}
