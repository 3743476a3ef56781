import Foundation
import LogAlerting
import LogTestSupport
import Testing

/// The detector against fleets in which nothing is wrong, and against spikes put into them.
///
/// A small fleet is always tried. `LOGSTAT_SIMULATION=full` tries the large ones, whose figures stand
/// in the documentation, and prints them; it takes minutes and wants a release build.
struct SpikeSimulationTests {
  static let isFull = ProcessInfo.processInfo.environment["LOGSTAT_SIMULATION"] == "full"
  static let seeds: Range<UInt64> = 0..<20

  @Test(arguments: UInt64(0)..<2)
  func `a small fleet keeps within its budget and shows its spikes`(seed: UInt64) {
    let fleet = QuietFleet(count: 60, days: 14, seed: seed, largest: 2)
    // A true rate of four a day would give more than 82 in 14 days once in a thousand times.
    let detector = SpikeTrial.Budget.all[0].detector
    #expect(SpikeTrial.fired(fleet.series, in: fleet.windows, detector).count <= 82)
    let injections = SpikeTrial.injections(fleet, members: 20..<60, extra: [60], seed: seed)
    let alarms = SpikeTrial.fired(
      SpikeTrial.series(fleet, with: injections), in: fleet.windows, detector)
    #expect(SpikeTrial.found(injections, by: alarms.map { ($0.series, $0.window) }) >= 38)
  }

  @Test func `the spike rule for comparison does what its definition says`() {
    var random = SplitMix64(seed: 1)
    let rule = ElastAlertSpike(timeframe: 12, height: 3, leastCurrent: 5, leastReference: 1)
    func matches(_ cells: [(Int64, UInt64)]) -> [Int64] {
      var series = SpikeSeries()
      for cell in cells { series.append(window: cell.0, count: cell.1, users: nil) }
      return rule.matches(series, using: &random)
    }
    // Nothing before it, so there is nothing to compare with.
    #expect(matches([(100, 50)]) == [])
    // Silent until both windows were passed once.
    #expect(matches([(100, 1), (110, 9)]) == [])
    #expect(matches([(100, 1), (130, 2), (145, 9)]) == [145])
    // Two, then five: less than three times as many.
    #expect(matches([(100, 1), (130, 2), (144, 5)]) == [])
    // After a match both windows are empty and it is quiet for as long.
    #expect(matches([(100, 1), (130, 2), (145, 9), (150, 90), (160, 90)]) == [145])
  }

  @Test(.enabled(if: isFull), arguments: SpikeTrial.Budget.all.indices)
  func `false alarms of twenty fleets keep within the budget`(index: Int) throws {
    let budget = SpikeTrial.Budget.all[index]
    var alarms: [SpikeJudgement] = []
    var early = 0
    for seed in SpikeSimulationTests.seeds {
      let fleet = QuietFleet(count: 2_000, days: 30, seed: seed)
      let fired = SpikeTrial.fired(fleet.series, in: fleet.windows, budget.detector)
      early += fired.count { $0.window < fleet.windows.lowerBound + 288 }
      alarms += fired
    }
    let allowed = budget.allowed(days: 600)
    let most = try #require(
      CountTests.bound(level: 0.001) { CountTests.poisson(atLeast: $0, mean: allowed) })
    print(
      "\(budget.name): \(alarms.count) false alarms, \(allowed) allowed, bound \(most - 1);",
      "on first days \(early); of hours \(alarms.count { $0.span > 1 })")
    #expect(alarms.count < most)
  }

  /// A kind of spike.
  private struct Shape: Sendable {
    let name: String
    let sizes: [UInt64]
    /// What a size adds, window by window.
    let extra: @Sendable (UInt64) -> [UInt64]
  }

  private static let shapes = [
    Shape(name: "one window", sizes: [8, 12, 20, 30, 50, 100, 200, 400]) { [$0] },
    Shape(name: "each window of half an hour", sizes: [3, 5, 8, 12, 20, 50, 100]) {
      [UInt64](repeating: $0, count: 6)
    },
    Shape(name: "each hour of six, evenly", sizes: [6, 12, 24, 36, 60, 120, 240]) { size in
      (0..<72).map { ($0 + 1) * size / 12 - $0 * size / 12 }
    },
  ]

  /// Members by their rank: 60 to 1.7, 0.1 to 0.04, 0.006 to 0.005 and 0.0008 events in a window.
  private static let ranks: [(name: String, members: Range<Int>)] = [
    ("large", 0..<10), ("middle", 60..<110), ("small", 400..<450), ("tiny", 1_500..<1_550),
  ]

  /// With 5 m or 1 h to compare, events needed before, and events needed now.
  private static let rules = [
    ElastAlertSpike(timeframe: 1, height: 3, leastCurrent: 5, leastReference: 0),
    ElastAlertSpike(timeframe: 12, height: 3, leastCurrent: 5, leastReference: 0),
    ElastAlertSpike(timeframe: 12, height: 3, leastCurrent: 5, leastReference: 5),
    ElastAlertSpike(timeframe: 12, height: 3, leastCurrent: 30, leastReference: 1),
  ]

  @Test(.enabled(if: isFull), arguments: shapes.indices)
  func `spikes are found, side by side with another rule`(index: Int) {
    let shape = SpikeSimulationTests.shapes[index]
    let rules = SpikeSimulationTests.rules
    let seeds = SpikeSimulationTests.seeds.prefix(4)
    var random = SplitMix64(seed: 7)
    var found: [[[Int]]] = SpikeSimulationTests.ranks.map { _ in
      shape.sizes.map { _ in [Int](repeating: 0, count: rules.count + 1) }
    }
    var quiet = [Int](repeating: 0, count: rules.count)
    for seed in seeds {
      let fleet = QuietFleet(count: 2_000, days: 30, seed: seed)
      for (place, rule) in rules.enumerated() where index == 0 {
        for series in fleet.series { quiet[place] += rule.matches(series, using: &random).count }
      }
      for (column, size) in shape.sizes.enumerated() {
        let trials = SpikeSimulationTests.ranks.map {
          SpikeTrial.injections(fleet, members: $0.members, extra: shape.extra(size), seed: seed)
        }
        let series = SpikeTrial.series(fleet, with: trials.flatMap { $0 })
        let alarms = SpikeTrial.fired(
          series, in: fleet.windows, SpikeTrial.Budget.all[2].detector
        ).map { (series: $0.series, window: $0.window) }
        for (row, injections) in trials.enumerated() {
          found[row][column][0] += SpikeTrial.found(injections, by: alarms)
          for (place, rule) in rules.enumerated() {
            let matches = injections.map(\.member).flatMap { member in
              rule.matches(series[member], using: &random).map { (series: member, window: $0) }
            }
            found[row][column][place + 1] += SpikeTrial.found(injections, by: matches)
          }
        }
      }
    }
    if index == 0 {
      print("false matches a day:", quiet.map { Double($0) / 30 / Double(seeds.count) })
    }
    for (row, rank) in SpikeSimulationTests.ranks.enumerated() {
      let all = Double(rank.members.count * seeds.count)
      for (column, size) in shape.sizes.enumerated() {
        let shares = found[row][column].map { String(format: "%.2f", Double($0) / all) }
        print(shape.name, rank.name, "+\(size):", shares.joined(separator: " "))
      }
      // The largest of every kind are found wherever they stand out.
      if row > 0 { #expect(Double(found[row][shape.sizes.count - 1][0]) >= 0.95 * all) }
    }
  }
}
