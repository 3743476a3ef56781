/// Where the expected count comes from.
///
/// It is the largest of several means. Each of them alone is fooled by something, the night, Monday
/// morning, a quiet week; all at once they seldom are, and a real spike is far above each.
extension SeriesTrack {
  /// What is expected; exact, and slower than `nearby`.
  func expectation(_ window: Int64, _ frame: SpikeFrame) -> Expectation {
    var expectation = nearby(window, frame)
    guard expectation.reference == nil, expectation.source != .none else { return expectation }
    expectation.raise(to: sameTime(window, frame), from: .sameTime)
    return expectation
  }

  /// The part of the expected count that is at hand at once; never more than the whole.
  func nearby(_ window: Int64, _ frame: SpikeFrame) -> Expectation {
    let past = min(window - frame.observedFrom, frame.scale.week)
    guard past > 0, past >= frame.scale.leastHistory else { return .none }
    let gone = leftOut.windows(in: window - past..<window)
    let known = past - Int64(gone.count)
    guard known > 0 else { return .none }
    var events = weekEvents
    for window in gone { events -= UInt64(series.cell(in: window)?.count ?? 0) }
    let mean = Double(events) / Double(known)
    if past < frame.scale.trailing {
      return Expectation(
        mean: mean, source: .conditional, reference: .init(events: events, windows: known))
    }
    var expectation = Expectation(mean: 2 / Double(known), source: .floor)
    expectation.raise(to: mean, from: .mean)
    expectation.raise(to: trailing(window, frame, count: frame.scale.trailing), from: .trailing)
    if window - frame.observedFrom < frame.scale.week {
      expectation.raise(to: trailing(window, frame, count: frame.scale.recent), from: .recent)
    }
    return expectation
  }

  /// The mean of so many windows just before that did not fire.
  private func trailing(_ window: Int64, _ frame: SpikeFrame, count: Int64) -> Double? {
    let start = max(frame.observedFrom, window - count)
    if leftOut.windows(in: start..<window).isEmpty {
      let events = series.sum(from: start, upTo: head)
      return Double(events) / Double(window - start)
    }
    return mean(of: trailingWindows(window, frame, count: count))
  }

  /// The windows just before that did not fire, descending.
  ///
  /// When nearly all of them fired for long, what fires is no spike any more but how things are:
  /// then they count again.
  func trailingWindows(_ window: Int64, _ frame: SpikeFrame, count: Int64) -> [Range<Int64>] {
    let plain = max(frame.observedFrom, window - count)..<window
    let gone = leftOut
    if gone.windows(in: plain).isEmpty { return [plain] }
    let limit = max(frame.observedFrom, window - frame.scale.lookback)
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
    let isWhole = limit == window - frame.scale.lookback
    return missing > 0 && (isWhole || ranges.isEmpty) ? [plain] : ranges
  }

  /// The median, over the days before, of the mean around the same time of day.
  private func sameTime(_ window: Int64, _ frame: SpikeFrame) -> Double? {
    var means = sameTimeWindows(window, frame).compactMap { mean(of: $0) }
    guard !means.isEmpty else { return nil }
    means.sort()
    return (means[means.count / 2] + means[(means.count - 1) / 2]) / 2
  }

  /// The windows around the same time of earlier days, day by day, latest first.
  ///
  /// The median of three days and more is not moved by a spike on one of them. So what fired counts
  /// then; else what happens every day at the same time would fire every day.
  func sameTimeWindows(_ window: Int64, _ frame: SpikeFrame) -> [[Range<Int64>]] {
    guard frame.scale.day > 0 else { return [] }
    let days = (1...7 as ClosedRange<Int64>).lazy.map { day in
      let middle = window - day * frame.scale.day
      return middle - frame.scale.slack..<middle + frame.scale.slack + 1
    }.filter { $0.lowerBound >= frame.observedFrom }
    return days.count < 3 ? days.map { known($0) } : days.map { [$0] }
  }

  /// The parts of a range that did not fire.
  func known(_ range: Range<Int64>) -> [Range<Int64>] {
    var parts: [Range<Int64>] = []
    var start = range.lowerBound
    for window in leftOut.windows(in: range) {
      if start < window { parts.append(start..<window) }
      start = window + 1
    }
    if start < range.upperBound { parts.append(start..<range.upperBound) }
    return parts
  }

  private func mean(of ranges: [Range<Int64>]) -> Double? {
    var events: UInt64 = 0
    var windows = 0
    for range in ranges {
      events += series.sum(in: range)
      windows += range.count
    }
    return windows > 0 ? Double(events) / Double(windows) : nil
  }
}
