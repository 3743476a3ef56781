/// One series and what a sweep keeps of it while it walks through the windows.
///
/// All but `series` and `leftOut` follows from these, so it is made anew in every run.
struct SeriesTrack: Sendable {
  let series: SpikeSeries
  /// The windows that are no history.
  var leftOut: LeftOut

  /// The first cell at or after the current window.
  private(set) var head = 0
  /// The first cell of the week before it, and the events of that week.
  private var tail = 0
  private(set) var weekEvents: UInt64 = 0

  private var bursts = BurstSums()
  private var burstHead = 0
  private var burstTail = 0
  /// Whether the estimate is from whole blocks.
  private var isWhole = false
  /// Variance over mean; nil without events.
  private(set) var dispersion: Double?
  /// How many events that is from.
  private(set) var events = 0.0

  init(series: SpikeSeries, leftOut: LeftOut) {
    self.series = series
    self.leftOut = leftOut
  }

  /// Walks to a window that is not before the last one.
  mutating func advance(to window: Int64, week: Int64) {
    while head < series.cells.count, series.cells[head].window < window {
      weekEvents += UInt64(series.cells[head].count)
      head += 1
    }
    while tail < head, series.cells[tail].window < window - week {
      weekEvents -= UInt64(series.cells[tail].count)
      tail += 1
    }
  }

  /// The window of the first cell from a window on, which is not before the current one.
  func nextCell(from window: Int64) -> Int64? {
    var place = head
    while place < series.cells.count, series.cells[place].window < window { place += 1 }
    return place < series.cells.count ? series.cells[place].window : nil
  }

  /// The cells of some windows, which are not before the current one.
  func forEachCell(in range: Range<Int64>, _ body: (SpikeCell) -> Void) {
    var place = head
    while place < series.cells.count, series.cells[place].window < range.upperBound {
      if series.cells[place].window >= range.lowerBound { body(series.cells[place]) }
      place += 1
    }
  }

  /// Estimates the dispersion from what was before the block of a window, up to a week.
  ///
  /// The window is not in a block before that of the last one.
  mutating func estimate(for window: Int64, _ frame: SpikeFrame) {
    let block = frame.grid.block(of: window)
    guard block > 0 else { return estimate(from: frame.observedFrom, to: window) }
    let places = (burstHead, burstTail)
    burstHead = walk(from: burstHead, to: block, sign: 1, frame.grid)
    burstTail = walk(from: burstTail, to: block - frame.grid.kept, sign: -1, frame.grid)
    guard (burstHead, burstTail) != places || !isWhole else { return }
    isWhole = true
    dispersion = bursts.dispersion(block: frame.grid.length)
    events = bursts.count
  }

  /// Estimates it from all windows before one, where not even one block is whole.
  private mutating func estimate(from first: Int64, to window: Int64) {
    var sum: Int128 = 0
    var squares: Int128 = 0
    var place = series.firstIndex(notBefore: first)
    while place < series.cells.count, series.cells[place].window < window {
      if !leftOut.contains(series.cells[place].window) {
        let count = Int128(series.cells[place].count)
        sum += count
        squares += count * count
      }
      place += 1
    }
    var only = BurstSums()
    only.add(events: sum, squares: squares)
    let gone = leftOut.windows(in: min(first, window)..<window).count
    dispersion = only.dispersion(block: window - first - Int64(gone))
    events = only.count
  }

  /// Adds or removes whole blocks up to one; returns the first cell that is not before it.
  private mutating func walk(from start: Int, to block: Int64, sign: Int128, _ grid: BlockGrid)
    -> Int
  {
    let end = grid.range(of: block).lowerBound
    var place = start
    while place < series.cells.count, series.cells[place].window < end {
      let range = grid.range(of: grid.block(of: series.cells[place].window))
      var sum: UInt64 = 0
      var squares: Int128 = 0
      while place < series.cells.count, series.cells[place].window < range.upperBound {
        let count = UInt64(series.cells[place].count)
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
