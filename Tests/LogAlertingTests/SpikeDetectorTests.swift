import LogAlerting
import LogModel
import Testing

struct SpikeDetectorTests {
  private static let day: Int64 = 288

  /// A detector for windows of five minutes and one false alarm a week.
  private static let detector = SpikeDetector(
    policy: SpikePolicy(severity: .warning), windowSeconds: 300)

  /// A series with the given counts from window 0 on.
  private static func series(_ counts: [UInt64], users: UInt64? = 3) -> SpikeSeries {
    var series = SpikeSeries()
    for (window, count) in counts.enumerated() {
      series.append(window: Int64(window), count: count, users: users)
    }
    return series
  }

  /// What one series with counts from window 0 on makes fire.
  private static func fired(_ counts: [UInt64], users: UInt64? = 3) -> [SpikeJudgement] {
    var memory = SpikeMemory()
    return detector.judge(
      [series(counts, users: users)], observedFrom: 0, windows: 0..<Int64(counts.count),
      memory: &memory)
  }

  /// One event in every second window.
  private static func quiet(_ windows: Int) -> [UInt64] { (0..<windows).map { UInt64($0 % 2) } }

  @Test func `nothing fires while all is as usual`() {
    #expect(SpikeDetectorTests.fired(SpikeDetectorTests.quiet(3_000)) == [])
    #expect(SpikeDetectorTests.fired([]) == [])
    #expect(SpikeDetectorTests.fired([100_000]) == [])
  }

  @Test func `a spike tells all that decided`() throws {
    let counts = SpikeDetectorTests.quiet(10 * 288) + [30]
    let spikes = SpikeDetectorTests.fired(counts)
    let spike = try #require(spikes.first)
    #expect(spikes.count == 1)
    #expect(spike.window == 2_880)
    #expect(spike.span == 1)
    #expect(spike.count == 30)
    #expect(spike.users == 3)
    // Five windows around a time of day hold three events or two, the trailing ones one in two.
    #expect(spike.expected == 0.5)
    #expect(spike.material == .init(passed: true, value: 30, needed: 5))
    #expect(spike.spread == .init(passed: true, value: 3, needed: 2))
    #expect(spike.large == .init(passed: true, value: 30, needed: 1))
    #expect(spike.significant.passed)
    // Half of the budget of one in 2,016 windows is for single windows.
    #expect(abs(spike.level * 4_032 - 1) < 1e-12)
    #expect(spike.family == 1)
    #expect(spike.q == spike.p)
    #expect(try #require(spike.bound) < 30)
    #expect(!spike.baselineWindows.isEmpty)
  }

  @Test(
    arguments: [
      (count: 30, users: 1, fires: false),  // one user alone
      (count: 30, users: 2, fires: true),
      (count: 30, users: nil, fires: true),  // nobody knows the users
      (count: 4, users: 4, fires: false),  // too few
    ] as [(count: UInt64, users: UInt64?, fires: Bool)])
  func `few events or few users are no spike`(count: UInt64, users: UInt64?, fires: Bool) {
    let counts = [UInt64](repeating: 0, count: 2_880) + [count]
    #expect(SpikeDetectorTests.fired(counts, users: users).isEmpty != fires)
  }

  @Test func `a spike stays red while it lasts and its baseline stays what it was`() {
    let quiet = SpikeDetectorTests.quiet(3 * 288)
    let spikes = SpikeDetectorTests.fired(
      quiet + [UInt64](repeating: 40, count: 100) + SpikeDetectorTests.quiet(50))
    let single = spikes.filter { $0.span == 1 }
    #expect(single.map(\.window) == Array(864..<964))
    #expect(single.allSatisfy { $0.expected < 0.75 })
  }

  @Test func `what lasts a day is how things are`() throws {
    let spikes = SpikeDetectorTests.fired(
      SpikeDetectorTests.quiet(3 * 288) + [UInt64](repeating: 40, count: 3 * 288))
    let last = try #require(spikes.last)
    #expect(last.window > 864 + 200)
    #expect(last.window < 864 + 288 + 24)
  }

  @Test func `a short history is judged by a conditional test`() throws {
    var memory = SpikeMemory()
    let judgements = SpikeDetectorTests.detector.judge(
      [SpikeDetectorTests.series([0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 60])], observedFrom: 0,
      windows: 0..<13, memory: &memory,
      questions: [SpikeQuestion(series: 0, windows: 0..<3)])
    #expect(judgements.map(\.window) == [0, 1, 2, 12])
    #expect(judgements.map(\.fired) == [false, false, false, true])
    #expect(judgements.map(\.baseline) == [.none, .conditional, .conditional, .conditional])
    #expect(judgements[0].p == 1)
    let spike = judgements[3]
    #expect(spike.expected == 2.0 / 12)
    #expect(spike.baselineWindows == [0..<12])
  }

  @Test func `a slow rise that no window shows is found in an hour`() throws {
    // 24 events at once every two hours, and then one in every window.
    let usual = (0..<10 * 288).map { UInt64($0 % 24 == 0 ? 24 : 0) }
    let spikes = SpikeDetectorTests.fired(usual + [UInt64](repeating: 1, count: 24), users: 2)
    let first = try #require(spikes.first)
    #expect(!spikes.contains { $0.span == 1 })
    #expect(first.span == 12)
    #expect(first.window == 2_880 + 11)
    #expect(first.count == 12)
    #expect(first.evidence == .activity)
    #expect(first.users == nil)
  }

  @Test func `what fired in a shorter span is not told again`() {
    let spikes = SpikeDetectorTests.fired(SpikeDetectorTests.quiet(10 * 288) + [90] + [0, 0, 0])
    #expect(spikes.map(\.span) == [1])
    var memory = SpikeMemory(fired: [[[2_885]], [[]], [[]]])
    let counts = SpikeDetectorTests.quiet(10 * 288) + [UInt64](repeating: 9, count: 12)
    let judgements = SpikeDetectorTests.detector.judge(
      [SpikeDetectorTests.series(counts)], observedFrom: 0, windows: 2_891..<2_892, memory: &memory,
      questions: [SpikeQuestion(series: 0, windows: 2_891..<2_892)])
    #expect(judgements.map(\.span) == [1, 12, 12])
    #expect(judgements.map(\.isTold) == [false, true, true])
    #expect(judgements.allSatisfy { !$0.fired })
  }

  @Test func `the same time of earlier days is expected`() throws {
    // Two hundred events at noon, every day; on the last day twenty times as many.
    var counts = [UInt64](repeating: 0, count: 12 * 288)
    for day in 0..<12 {
      for window in 140..<150 { counts[day * 288 + window] = day == 11 ? 4_000 : 200 }
    }
    let spikes = SpikeDetectorTests.fired(counts).filter { $0.span == 1 }
    // It takes three days to know.
    let lastDay: Int64 = 3_168
    #expect(!spikes.contains { $0.window >= 864 && $0.window < lastDay })
    let first = try #require(spikes.first { $0.window >= lastDay })
    #expect(first.window == lastDay + 140)
    #expect(first.baseline == .sameTime)
    #expect(first.expected == 120)
    #expect(first.baselineWindows.count == 7)
    #expect(first.baselineWindows.last == 3_018..<3_023)
  }

  @Test func `every series of the week is in the correction`() throws {
    let busy = SpikeDetectorTests.series(SpikeDetectorTests.quiet(2_880) + [30])
    var old = SpikeSeries()
    old.append(window: 3, count: 1, users: 1)
    var recent = SpikeSeries()
    recent.append(window: 2_000, count: 1, users: 1)
    var memory = SpikeMemory()
    let spikes = SpikeDetectorTests.detector.judge(
      [old, busy, recent, recent, recent], observedFrom: 0, windows: 2_880..<2_881, memory: &memory)
    #expect(spikes.map(\.series) == [1])
    #expect(spikes.map(\.family) == [4])
    #expect(abs(try #require(spikes.first).q / spikes[0].p - 4) < 1e-12)
    #expect(memory.fired[0] == [[], [2_880], [], [], []])
  }
}
