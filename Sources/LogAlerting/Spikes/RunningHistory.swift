/// What a sweep keeps of one series while it walks through the windows.
///
/// Everything here follows from the counts, so it is made anew in every run.
struct RunningHistory: Sendable {
  /// The first cell at or after the current window.
  private(set) var head = 0
  /// The first cell of the week before it, and the events of that week.
  private var tail = 0
  private(set) var weekEvents: UInt64 = 0

  private var bursts = BurstSums()
  private var burstHead = 0
  private var burstTail = 0
  /// The estimate of the current block; nil without events.
  private(set) var dispersion: Double?
  /// How many events the estimate is from.
  private(set) var events: Int128 = 0

  /// Walks to a window that is not before the last one.
  mutating func advance(to window: Int64, in series: SpikeSeries, week: Int64) {
    while head < series.windows.count, series.windows[head] < window {
      weekEvents += UInt64(series.counts[head])
      head += 1
    }
    while tail < head, series.windows[tail] < window - week {
      weekEvents -= UInt64(series.counts[tail])
      tail += 1
    }
  }

  /// Estimates the dispersion from the whole blocks before one, up to a week of them.
  ///
  /// - Parameters:
  ///   - block: The block of the current window, not before the last one.
  ///   - series: The counts.
  ///   - grid: How windows are cut into blocks.
  ///   - leftOut: The windows that fired; their blocks are no history.
  mutating func estimate(
    before block: Int64, in series: SpikeSeries, grid: BlockGrid, leftOut: LeftOut
  ) {
    burstHead = walk(from: burstHead, to: block, sign: 1, series, grid, leftOut)
    burstTail = walk(from: burstTail, to: block - grid.kept, sign: -1, series, grid, leftOut)
    dispersion = bursts.dispersion(block: grid.length)
    events = bursts.events
  }

  /// Estimates it from all windows before one, where not even one block is whole.
  mutating func estimate(
    from first: Int64, to window: Int64, in series: SpikeSeries, leftOut: LeftOut
  ) {
    var sum: Int128 = 0
    var squares: Int128 = 0
    var place = series.firstIndex(notBefore: first)
    while place < series.windows.count, series.windows[place] < window {
      if !leftOut.contains(series.windows[place]) {
        let count = Int128(series.counts[place])
        sum += count
        squares += count * count
      }
      place += 1
    }
    var only = BurstSums()
    only.add(events: sum, squares: squares)
    let gone = leftOut.windows(in: first..<window).count
    dispersion = only.dispersion(block: window - first - Int64(gone))
    events = sum
  }

  /// Adds or removes whole blocks up to one; returns the first cell that is not before it.
  private mutating func walk(
    from start: Int, to block: Int64, sign: Int128, _ series: SpikeSeries, _ grid: BlockGrid,
    _ leftOut: LeftOut
  ) -> Int {
    let end = grid.range(of: block).lowerBound
    var place = start
    while place < series.windows.count, series.windows[place] < end {
      let range = grid.range(of: grid.block(of: series.windows[place]))
      var sum: UInt64 = 0
      var squares: Int128 = 0
      while place < series.windows.count, series.windows[place] < range.upperBound {
        let count = UInt64(series.counts[place])
        sum += count
        squares += Int128(count * count)
        place += 1
      }
      guard leftOut.isEmpty || leftOut.windows(in: range).isEmpty else { continue }
      bursts.add(events: Int128(sum), squares: squares, sign: sign)
    }
    return place
  }
}
