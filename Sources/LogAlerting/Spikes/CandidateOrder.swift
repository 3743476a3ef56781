/// The cells that could be spikes, window by window.
struct CandidateOrder {
  /// The windows that hold some, ascending.
  private(set) var windows: [Int64] = []
  /// Where the series of each window begin, and at last where they end.
  private(set) var starts: [Int] = [0]
  /// The series of all windows, in each ascending.
  private(set) var series: [UInt32] = []

  /// - Parameters:
  ///   - all: The series.
  ///   - range: The windows that are asked for.
  ///   - minCount: The fewest events that make a candidate.
  init(_ all: [SpikeSeries], in range: Range<Int64>, minCount: UInt32) {
    var first = Int64.max
    var last = Int64.min
    var total = 0
    CandidateOrder.forEach(all, range, minCount) { window, _ in
      first = min(first, window)
      last = max(last, window)
      total += 1
    }
    guard total > 0 else { return }
    // Counting needs a place for each window; with years between a few events, sorting does not.
    if let length = last.subtractingSafely(first), length <= Int64(total) * 4 + 100_000 {
      count(all, range, minCount, first: first, length: Int(length) + 1, total: total)
    } else {
      sort(all, range, minCount)
    }
  }

  private mutating func count(
    _ all: [SpikeSeries], _ range: Range<Int64>, _ minCount: UInt32, first: Int64, length: Int,
    total: Int
  ) {
    var places = [Int](repeating: 0, count: length + 1)
    CandidateOrder.forEach(all, range, minCount) { window, _ in
      places[Int(window - first) + 1] += 1
    }
    for place in 0..<length where places[place + 1] > 0 {
      windows.append(first + Int64(place))
      starts.append(starts[starts.count - 1] + places[place + 1])
    }
    for place in 0..<length { places[place + 1] += places[place] }
    series = [UInt32](repeating: 0, count: total)
    CandidateOrder.forEach(all, range, minCount) { window, index in
      series[places[Int(window - first)]] = UInt32(index)
      places[Int(window - first)] += 1
    }
  }

  private mutating func sort(_ all: [SpikeSeries], _ range: Range<Int64>, _ minCount: UInt32) {
    var cells: [(window: Int64, series: Int)] = []
    CandidateOrder.forEach(all, range, minCount) { cells.append(($0, $1)) }
    cells.sort { ($0.window, $0.series) < ($1.window, $1.series) }
    for cell in cells {
      if windows.last != cell.window {
        if !windows.isEmpty { starts.append(series.count) }
        windows.append(cell.window)
      }
      series.append(UInt32(cell.series))
    }
    starts.append(series.count)
  }

  private static func forEach(
    _ all: [SpikeSeries], _ range: Range<Int64>, _ minCount: UInt32, _ body: (Int64, Int) -> Void
  ) {
    for index in all.indices {
      let one = all[index]
      var place = one.firstIndex(notBefore: range.lowerBound)
      while place < one.windows.count, one.windows[place] < range.upperBound {
        if one.counts[place] >= minCount { body(one.windows[place], index) }
        place += 1
      }
    }
  }
}

extension Int64 {
  /// The difference, or nil when it is too large.
  fileprivate func subtractingSafely(_ other: Int64) -> Int64? {
    let (difference, overflow) = subtractingReportingOverflow(other)
    return overflow ? nil : difference
  }
}
