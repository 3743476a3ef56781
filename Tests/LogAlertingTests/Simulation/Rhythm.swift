import Foundation
import LogTestSupport

/// How the rate of a tenant changes over the week, as a factor whose mean is 1.
struct Rhythm {
  /// Windows of five minutes in a day.
  static let day: Int64 = 288
  /// By window of the week, from Monday midnight in UTC.
  private let factors: [Double]
  /// The largest factor.
  let peak: Double

  /// A company or a shop, somewhere in the world.
  init(using random: inout SplitMix64) {
    let isWork = random.unit() < 0.7
    let place = random.unit()
    let zone: ClosedRange<Int64> = place < 0.4 ? -8 ... -5 : place < 0.8 ? 0...2 : 8...10
    self.init(isWork: isWork, hoursAhead: Int64.random(in: zone, using: &random))
  }

  init(isWork: Bool, hoursAhead: Int64) {
    let week = 7 * Rhythm.day
    var factors = (0..<week).map { window in
      let local = (window + hoursAhead * 12 + week) % week
      let hour = Double(local % Rhythm.day) / 12
      let isWeekend = local / Rhythm.day >= 5
      if isWork {
        let morning = exp(-pow((hour - 9.3) / 1.6, 2))
        let afternoon = 0.6 * exp(-pow((hour - 13.6) / 1.9, 2))
        let dayFactor = isWeekend ? 0.18 : local < Rhythm.day ? 1.15 : 1
        return (0.04 + morning + afternoon) * dayFactor
      }
      return (0.2 + 0.4 * (1 + cos(2 * .pi * (hour - 20) / 24))) * (isWeekend ? 1.1 : 1)
    }
    let mean = factors.reduce(0, +) / Double(week)
    for place in factors.indices { factors[place] /= mean }
    self.factors = factors
    peak = factors.max() ?? 1
  }

  func factor(in window: Int64) -> Double {
    // 1970-01-05 was a Monday.
    let fromMonday = (window - 4 * Rhythm.day) % (7 * Rhythm.day)
    return factors[Int(fromMonday)]
  }
}
