/// Where the expected count comes from.
///
/// It is the largest of several means. Each of them alone is fooled by something, the night, Monday
/// morning, a quiet week; all at once they seldom are, and a real spike is far above each.
extension SpikeSweep {
  /// What is expected; exact, and slower than `nearby`.
  func expectation(_ index: Int, _ window: Int64) -> Expectation {
    var expectation = nearby(index, window)
    guard expectation.reference == nil, expectation.source != .none else { return expectation }
    expectation.raise(to: sameTime(index, window), from: .sameTime)
    return expectation
  }

  /// The part of the expected count that is at hand at once; never more than the whole.
  func nearby(_ index: Int, _ window: Int64) -> Expectation {
    let past = min(window - observedFrom, scale.week)
    let gone = leftOut[index].windows(in: window - past..<window)
    let known = past - Int64(gone.count)
    guard known > 0, past >= scale.leastHistory else { return Expectation(mean: 0, source: .none) }
    var events = histories[index].weekEvents
    for window in gone { events -= UInt64(series[index].count(in: window)) }
    let mean = Double(events) / Double(known)
    if past < scale.trailing {
      return Expectation(
        mean: mean, source: .conditional, reference: .init(events: events, windows: known))
    }
    var expectation = Expectation(mean: 2 / Double(known), source: .floor)
    expectation.raise(to: mean, from: .mean)
    expectation.raise(to: trailing(index, window, count: scale.trailing), from: .trailing)
    if window - observedFrom < scale.week {
      expectation.raise(to: trailing(index, window, count: scale.recent), from: .recent)
    }
    return expectation
  }

  /// The mean of so many windows just before that did not fire.
  private func trailing(_ index: Int, _ window: Int64, count: Int64) -> Double? {
    let ranges = trailingWindows(index, window, count: count)
    return mean(index, of: ranges)
  }

  /// The windows just before that did not fire, descending.
  ///
  /// When nearly all of them fired for long, what fires is no spike any more but how things are:
  /// then they count again.
  func trailingWindows(_ index: Int, _ window: Int64, count: Int64) -> [Range<Int64>] {
    let plain = max(observedFrom, window - count)..<window
    let gone = leftOut[index]
    if gone.windows(in: plain).isEmpty { return [plain] }
    let limit = max(observedFrom, window - scale.lookback)
    var ranges: [Range<Int64>] = []
    var end = window
    var missing = count
    while missing > 0, end > limit {
      var start = end
      while start > limit, missing > 0, !gone.contains(start - 1) {
        start -= 1
        missing -= 1
      }
      if start < end { ranges.append(start..<end) }
      end = start
      while end > limit, gone.contains(end - 1) { end -= 1 }
    }
    let isWhole = limit == window - scale.lookback
    return missing > 0 && (isWhole || ranges.isEmpty) ? [plain] : ranges
  }

  /// The median, over the days before, of the mean around the same time of day.
  private func sameTime(_ index: Int, _ window: Int64) -> Double? {
    var means: [Double] = []
    for range in sameTimeWindows(window) {
      if let mean = mean(index, of: known(index, range)) { means.append(mean) }
    }
    guard !means.isEmpty else { return nil }
    means.sort()
    return (means[means.count / 2] + means[(means.count - 1) / 2]) / 2
  }

  /// The windows around the same time of earlier days, latest first.
  func sameTimeWindows(_ window: Int64) -> [Range<Int64>] {
    guard scale.day > 0 else { return [] }
    return (1...7 as ClosedRange<Int64>).lazy.map { day in
      let middle = window - day * scale.day
      return middle - scale.slack..<middle + scale.slack + 1
    }.filter { $0.lowerBound >= observedFrom }
  }

  /// The parts of a range that did not fire.
  func known(_ index: Int, _ range: Range<Int64>) -> [Range<Int64>] {
    var parts: [Range<Int64>] = []
    var start = range.lowerBound
    for window in leftOut[index].windows(in: range) {
      if start < window { parts.append(start..<window) }
      start = window + 1
    }
    if start < range.upperBound { parts.append(start..<range.upperBound) }
    return parts
  }

  private func mean(_ index: Int, of ranges: [Range<Int64>]) -> Double? {
    var events: UInt64 = 0
    var windows = 0
    for range in ranges {
      events += series[index].sum(in: range)
      windows += range.count
    }
    return windows > 0 ? Double(events) / Double(windows) : nil
  }
}
