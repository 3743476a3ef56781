/// How many series there are in a window: those with an event in it or in the week before.
///
/// Series that were silent for longer are not counted, so that the number does not depend on how
/// much of the past is kept.
struct FamilySize {
  /// When series come, ascending.
  private var starts: [Int64] = []
  /// When they are gone, ascending.
  private var ends: [Int64] = []

  init(_ tracks: [SeriesTrack], week: Int64) {
    for track in tracks {
      var last: Int64?
      for window in track.series.cells.lazy.map(\.window) {
        if let before = last, window - before <= week {
          last = window
          continue
        }
        if let before = last { ends.append(before + week + 1) }
        starts.append(window)
        last = window
      }
      if let last { ends.append(last + week + 1) }
    }
    starts.sort()
    ends.sort()
  }

  /// The number of series in a window.
  ///
  /// - Complexity: The logarithm of the number of series.
  func count(in window: Int64) -> Int {
    FamilySize.upTo(window, in: starts) - FamilySize.upTo(window, in: ends)
  }

  private static func upTo(_ window: Int64, in sorted: [Int64]) -> Int {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] <= window { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
