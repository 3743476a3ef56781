/// Places counts from the bottom of a chart to its top.
package struct CountScale {
  package let top: Double
  package let bottom: Double
  /// The highest count that has to fit; at least 1.
  package let most: Double
  /// With a square root small counts can be seen beside huge ones.
  package let isSquareRoot: Bool

  package init(
    top: Double, bottom: Double, most: Double, isSquareRoot: Bool
  ) {
    self.top = top
    self.bottom = bottom
    self.most = most
    self.isSquareRoot = isSquareRoot
  }

  package func y(_ count: Double) -> Double {
    let part = min(max(count, 0) / most, 1)
    return bottom - (bottom - top) * (isSquareRoot ? part.squareRoot() : part)
  }

  /// Round counts that are far enough apart to be labelled, ascending from 0.
  package var ticks: [Int] {
    var ticks: [Int] = []
    for count in candidates.reversed() {
      let y = y(Double(count))
      guard count == 0 || bottom - y >= 20 else { continue }
      if let above = ticks.last, y - self.y(Double(above)) < 20 { continue }
      ticks.append(count)
    }
    return ticks.reversed()
  }

  /// 0 and the round counts up to the highest.
  private var candidates: [Int] {
    let most = Int(min(most, 1e15))
    let series = CountScale.roundCounts(upTo: most)
    guard !isSquareRoot else { return [0] + series }
    let step = series.last { $0 * 3 <= most } ?? 1
    return Array(stride(from: 0, through: most, by: step))
  }

  /// 1, 2, 5, 10, 20, 50, ...
  package static func roundCounts(upTo most: Int) -> [Int] {
    var counts: [Int] = []
    var power = 1
    while power <= most, power <= 1_000_000_000_000_000 {
      counts += [power, power * 2, power * 5].filter { $0 <= most }
      power *= 10
    }
    return counts
  }
}
