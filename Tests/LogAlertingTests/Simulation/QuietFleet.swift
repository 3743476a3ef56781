import Foundation
import LogAlerting
import LogTestSupport

/// Made-up series in which nothing is ever wrong, so that every alarm is a false one.
///
/// Counts are negative binomial: bursts come at random times, the rate of bursts follows the time of
/// day and the day of the week, and the size of a burst has a logarithmic distribution.
struct QuietFleet {
  /// One series of the fleet.
  struct Member {
    /// Events in a window, on average over a week.
    let mean: Double
    /// Variance over mean.
    let dispersion: Double
    let rhythm: Rhythm
    var series: SpikeSeries
  }

  /// Windows of five minutes; the first is a midnight in UTC.
  let windows: Range<Int64>
  private(set) var members: [Member]

  var series: [SpikeSeries] { members.map(\.series) }

  /// - Parameters:
  ///   - count: How many series; their means fall from 60 to 0.0005 like the powers of their rank.
  ///   - days: How long; seeds start on different days of the week.
  ///   - seed: Names the fleet.
  ///   - largest: The mean of the largest series; all others follow.
  init(count: Int, days: Int64, seed: UInt64, largest: Double = 60) {
    var random = SplitMix64(seed: seed)
    // A Monday, 2026-03-02.
    let start = (20_514 + Int64(seed % 7)) * Rhythm.day
    windows = start..<start + days * Rhythm.day
    let slope = log(120_000.0) / log(2_000.0)
    members = []
    for rank in 1...count {
      let mean = largest * pow(Double(rank), -slope)
      let dispersion = Double.random(in: 1...5, using: &random)
      let rhythm = Rhythm(using: &random)
      var member = Member(mean: mean, dispersion: dispersion, rhythm: rhythm, series: SpikeSeries())
      member.fill(windows, using: &random)
      members.append(member)
    }
  }
}

extension QuietFleet.Member {
  fileprivate mutating func fill(_ windows: Range<Int64>, using random: inout SplitMix64) {
    let bursts = dispersion > 1.0001 ? log(dispersion) / (dispersion - 1) : 1
    let most = mean * bursts * rhythm.peak
    var time = Double(windows.lowerBound)
    var window = windows.lowerBound
    var count: UInt64 = 0
    while true {
      time -= log(1 - random.unit()) / most
      let next = Int64(time)
      if next != window {
        series.append(window: window, count: count, users: nil)
        (window, count) = (next, 0)
      }
      guard next < windows.upperBound else { return }
      guard random.unit() * rhythm.peak < rhythm.factor(in: next) else { continue }
      count += burst(using: &random)
    }
  }

  /// The size of a burst, by Kemp's method for the logarithmic distribution (1981).
  private func burst(using random: inout SplitMix64) -> UInt64 {
    let theta = 1 - 1 / dispersion
    let first = random.unit()
    guard first < theta else { return 1 }
    let q = 1 - exp(log(1 - theta) * random.unit())
    if first <= q * q { return UInt64(1 + log(first) / log(q)) }
    return first <= q ? 2 : 1
  }
}

extension SplitMix64 {
  /// Evenly from 0 up to 1, without 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
