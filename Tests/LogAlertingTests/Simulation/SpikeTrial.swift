import LogAlerting
import LogModel
import LogTestSupport

/// Runs detectors over made-up fleets and counts what they find.
struct SpikeTrial {
  /// So many false alarms in so many seconds.
  struct Budget {
    let name: String
    let alarms: UInt
    let seconds: Int64

    var detector: SpikeDetector {
      SpikeDetector(
        policy: SpikePolicy(
          severity: .warning,
          falseAlarms: FalseAlarmBudget(
            alarms: DecimalThreshold(numerator: alarms), periodSeconds: seconds)),
        windowSeconds: 300)
    }

    /// The alarms it allows in so many days.
    func allowed(days: Int64) -> Double { Double(alarms) * Double(days * 86_400) / Double(seconds) }

    static let all = [
      Budget(name: "4/day", alarms: 4, seconds: 86_400),
      Budget(name: "1/day", alarms: 1, seconds: 86_400),
      Budget(name: "1/week", alarms: 1, seconds: 604_800),
    ]
  }

  /// Extra events for one member of a fleet.
  struct Injection {
    let member: Int
    let window: Int64
    /// What is added from that window on, one by one.
    let extra: [UInt64]

    var windows: Range<Int64> { window..<window + Int64(extra.count) }
  }

  static func fired(
    _ series: [SpikeSeries], in windows: Range<Int64>, _ detector: SpikeDetector
  ) -> [SpikeJudgement] {
    var memory = SpikeMemory()
    return detector.judge(
      series, observedFrom: windows.lowerBound, windows: windows, memory: &memory)
  }

  /// One injection for every member of a size, each on a working day of its own after the first
  /// ten days, so that none of them helps another.
  static func injections(
    _ fleet: QuietFleet, members: Range<Int>, extra: [UInt64], seed: UInt64
  ) -> [Injection] {
    var random = SplitMix64(seed: seed ^ 0xA11)
    let first = fleet.windows.lowerBound + 10 * 288
    let last = fleet.windows.upperBound - Int64(extra.count)
    return members.map {
      Injection(
        member: $0, window: Int64.random(in: first..<last, using: &random), extra: extra)
    }
  }

  /// The series of a fleet with the extra events.
  static func series(_ fleet: QuietFleet, with injections: [Injection]) -> [SpikeSeries] {
    var all = fleet.series
    for injection in injections {
      var counts: [Int64: UInt64] = [:]
      for cell in all[injection.member].cells { counts[cell.window] = UInt64(cell.count) }
      for (window, extra) in zip(injection.windows, injection.extra) {
        counts[window, default: 0] += extra
      }
      var series = SpikeSeries(reservingCapacity: counts.count)
      for window in counts.keys.sorted() {
        series.append(window: window, count: counts[window, default: 0], users: nil)
      }
      all[injection.member] = series
    }
    return all
  }

  /// Which injections were found, in some part of them.
  static func found(
    _ injections: [Injection], by alarms: [(series: Int, window: Int64)]
  ) -> Int {
    let windows = Dictionary(grouping: alarms, by: \.series).mapValues { $0.map(\.window) }
    return injections.count { injection in
      windows[injection.member, default: []].contains {
        (injection.window..<injection.windows.upperBound + 12).contains($0)
      }
    }
  }
}
