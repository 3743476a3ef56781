import ArgumentParser
import Foundation
import LogAlerting
import LogModel
import LogTestSupport

/// `logstat-bench judge`: judges the spikes of a large fleet, and nothing else, in this process.
///
/// The fleet is made as it is judged, 16 bytes a window with events, so that memory is that of the
/// series and of the judging. Events of series number i are a Poisson process with a mean of
/// 2.45 / sqrt(i) a window, at most 2.3, which leaves 98 % of 60,000 series' windows empty.
struct JudgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "judge", abstract: "Judge the spikes of a large fleet, on one thread.")

  @Option(help: "How many tenants.")
  var tenants = 2_000
  @Option(help: "How many codes each has.")
  var codes = 30
  @Option(help: "How many windows of five minutes.")
  var windows: Int64 = 8_640
  @Option(help: "Equal seeds give equal fleets.")
  var seed: UInt64 = 1

  func run() throws {
    guard tenants > 0, codes > 0, windows > 0 else {
      throw ValidationError("--tenants, --codes and --windows must be more than zero")
    }
    let clock = ContinuousClock()
    let begun = clock.now
    let fleet = fleet()
    let made = clock.now
    var memory = SpikeMemory()
    let judgements = SpikeDetector(policy: SpikePolicy(severity: .critical), windowSeconds: 300)
      .judge(fleet, observedFrom: 0, windows: 0..<windows, memory: &memory)
    let judged = clock.now
    let cells = fleet.reduce(0) { $0 + $1.cells.count }
    print(
      "\(fleet.count) series, \(windows) windows, \(cells) cells not empty, "
        + "\(judgements.count) judgements fired; made in \(made - begun)")
    // By itself, for `run --figures`.
    print((judged - made).seconds)
  }

  private func fleet() -> [SpikeSeries] {
    var random = SplitMix64(seed: seed)
    return (1...tenants * codes).map { number in
      let mean = min(2.3, 2.45 / Double(number).squareRoot())
      var series = SpikeSeries(
        reservingCapacity: Int(Double(windows) * min(1, mean * 1.02)) + 8)
      for window in 0..<windows {
        let count = JudgeCommand.poisson(mean, using: &random)
        series.append(window: window, count: count, users: count)
      }
      return series
    }
  }

  /// By inversion, which for small means is a comparison or two.
  private static func poisson(_ mean: Double, using random: inout SplitMix64) -> UInt64 {
    var left = Double.random(in: 0..<1, using: &random)
    var chance = exp(-mean)
    var count: UInt64 = 0
    while left >= chance, count < 64 {
      left -= chance
      count += 1
      chance *= mean / Double(count)
    }
    return count
  }
}

extension Duration {
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
