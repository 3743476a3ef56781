import LogModel

/// Sorts counts into a few levels, each a few times the one before.
package struct HeatLevels {
  /// The least count of each level, ascending; empty when nothing was counted.
  package let bounds: [Int]

  package static let most = 6

  package init(highest: Int) {
    let series = CountScale.roundCounts(upTo: highest)
    guard series.count > HeatLevels.most else {
      bounds = series
      return
    }
    let last = HeatLevels.most - 1
    bounds = (0...last).map { series[($0 * (series.count - 1) + last / 2) / last] }
  }

  /// The colour of a count, 1 to `most`; 0 for nothing.
  package func level(_ count: Int) -> Int {
    bounds.count { $0 <= count }
  }

  /// `1`, `2 – 9`, `200 or more`.
  package func label(_ level: Int) -> String {
    let low = HumanNumber.grouped(bounds[level - 1])
    guard level < bounds.count else { return "\(low) or more" }
    let high = bounds[level] - 1
    return high == bounds[level - 1] ? low : "\(low) – \(HumanNumber.grouped(high))"
  }
}
