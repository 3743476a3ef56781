import LogAlerting
import LogTestSupport

/// The spike rule of ElastAlert, as its documentation and `ruletypes.py` define it, for comparison.
///
/// Two windows lie side by side and slide over the events. An event that leaves the current one
/// enters the reference. At each event the rule matches when the current window holds at least
/// `height` times the events of the reference and both hold their least number. It is silent until
/// both windows were passed once; a match empties both and keeps the series quiet as long.
struct ElastAlertSpike {
  /// The length of one of its two windows, in windows of five minutes.
  let timeframe: Double
  let height: Double
  /// The fewest events of the current window, and of the reference.
  let leastCurrent: Int
  let leastReference: Int

  /// The windows of five minutes in which it matches; events lie anywhere inside their window.
  func matches(_ series: SpikeSeries, using random: inout SplitMix64) -> [Int64] {
    var times: [Double] = []
    for cell in series.cells {
      let inside = (0..<cell.count).map { _ in random.unit() }.sorted()
      times += inside.map { Double(cell.window) + $0 }
    }
    guard let first = times.first else { return [] }
    var matches: [Int64] = []
    var current = 0
    var reference = 0
    var quietUntil = first + 2 * timeframe
    for (place, time) in times.enumerated() {
      while times[current] <= time - timeframe { current += 1 }
      while reference < current, times[reference] <= time - 2 * timeframe { reference += 1 }
      guard time >= quietUntil else { continue }
      let now = place + 1 - current
      let before = current - reference
      guard now >= leastCurrent, before >= leastReference,
        Double(now) >= Double(before) * height
      else { continue }
      matches.append(Int64(time.rounded(.down)))
      quietUntil = time + 2 * timeframe
      (current, reference) = (place + 1, place + 1)
      if current == times.count { break }
    }
    return matches
  }
}
