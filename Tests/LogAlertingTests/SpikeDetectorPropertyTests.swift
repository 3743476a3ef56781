import LogAlerting
import LogModel
import LogTestSupport
import Testing

struct SpikeDetectorPropertyTests {
  /// Series with bursts, long spikes, gaps and windows before 1970, made from a seed.
  private struct Sample {
    var series: [SpikeSeries]
    let windows: Range<Int64>
    let detector: SpikeDetector

    init(seed: UInt64) {
      var random = SplitMix64(seed: seed)
      let seconds: Int64 = [300, 900, 3_600, 420].randomElement(using: &random) ?? 300
      let start: Int64 = [-3_000, 0, 5_908_032].randomElement(using: &random) ?? 0
      windows = start..<start + 20 * 86_400 / seconds
      detector = SpikeDetector(policy: SpikePolicy(severity: .warning), windowSeconds: seconds)
      series = []
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let chance = Double.random(in: 0...1, using: &random)
        let knowsUsers = random.unit() < 0.7
        var one = SpikeSeries()
        var spike: Int64 = 0
        for window in windows {
          if random.unit() < 0.002 { spike = window + Int64.random(in: 1...400, using: &random) }
          var count = random.unit() < chance * chance ? UInt64.random(in: 1...4, using: &random) : 0
          if window < spike { count = count * 20 + UInt64.random(in: 0...30, using: &random) }
          one.append(
            window: window, count: count,
            users: knowsUsers ? UInt64.random(in: 1...9, using: &random) : nil)
        }
        series.append(one)
      }
    }

    /// All series without what is before or after some windows.
    func cut(to range: Range<Int64>) -> [SpikeSeries] {
      series.map { whole in
        var part = SpikeSeries()
        for cell in whole.cells where range.contains(cell.window) {
          part.append(
            window: cell.window, count: UInt64(cell.count),
            users: whole.knowsUsers ? UInt64(cell.users) : nil)
        }
        return part
      }
    }
  }

  @Test(arguments: UInt64(0)..<12)
  func `many runs over parts judge as one run over everything`(seed: UInt64) {
    let sample = Sample(seed: seed)
    var random = SplitMix64(seed: seed ^ 0xFEED)
    let first = sample.windows.lowerBound
    var memory = SpikeMemory()
    let whole = sample.detector.judge(
      sample.series, observedFrom: first, windows: sample.windows, memory: &memory)
    var parts: [SpikeJudgement] = []
    var kept = SpikeMemory()
    var window = first
    while window < sample.windows.upperBound {
      let end = min(
        sample.windows.upperBound, window + Int64.random(in: 1...300, using: &random))
      // Only what must be kept is there, and nothing of what is still to come.
      parts += sample.detector.judge(
        sample.cut(to: window - sample.detector.reach..<end), observedFrom: first,
        windows: window..<end, memory: &kept)
      window = end
    }
    #expect(parts == whole)
    #expect(kept == memory)
  }

  @Test func `some of these samples have spikes of every span`() {
    var spans: Set<Int64> = []
    for seed in UInt64(0)..<12 {
      let sample = Sample(seed: seed)
      var memory = SpikeMemory()
      let spikes = sample.detector.judge(
        sample.series, observedFrom: sample.windows.lowerBound, windows: sample.windows,
        memory: &memory)
      spans.formUnion(spikes.map(\.span))
    }
    #expect(spans.isSuperset(of: [1, 12]))
  }

  @Test(arguments: UInt64(0)..<6)
  func `the order of the series does not matter`(seed: UInt64) {
    let sample = Sample(seed: seed)
    var random = SplitMix64(seed: seed ^ 0xBEEF)
    let order = sample.series.indices.shuffled(using: &random)
    func facts(_ series: [SpikeSeries], _ name: (Int) -> Int) -> [[Double]] {
      var memory = SpikeMemory()
      return sample.detector.judge(
        series, observedFrom: sample.windows.lowerBound, windows: sample.windows, memory: &memory
      ).map {
        [Double($0.window), Double($0.span), Double(name($0.series)), $0.p, $0.q, $0.expected]
      }.sorted { $0.lexicographicallyPrecedes($1) }
    }
    #expect(
      facts(order.map { sample.series[$0] }) { order[$0] } == facts(sample.series) { $0 })
  }

  @Test(arguments: UInt64(0)..<6)
  func `asking changes nothing, and every answer makes sense`(seed: UInt64) {
    let sample = Sample(seed: seed)
    let from = sample.windows.lowerBound
    var memory = SpikeMemory()
    let fired = sample.detector.judge(
      sample.series, observedFrom: from, windows: sample.windows, memory: &memory)
    var asked = SpikeMemory()
    let all = sample.detector.judge(
      sample.series, observedFrom: from, windows: sample.windows, memory: &asked,
      questions: [SpikeQuestion(series: 0, windows: from..<from + 900)])
    #expect(all.filter(\.fired) == fired)
    #expect(asked == memory)
    let told = all.filter { $0.series == 0 && $0.span == 1 && $0.window < from + 900 }
    let end = min(from + 900, sample.windows.upperBound)
    #expect(told.map(\.window) == Array(from..<end))
    for judgement in all {
      #expect(judgement.p >= 0 && judgement.p <= judgement.q && judgement.q <= 1)
      #expect(judgement.expected >= 0 && judgement.expected.isFinite)
      #expect(judgement.dispersion >= 1 && judgement.dispersion.isFinite)
      guard let bound = judgement.bound else { continue }
      #expect(judgement.significant.passed == (judgement.count >= bound))
    }
  }

  @Test(arguments: UInt64(0)..<6)
  func `huge counts and years of silence stop nothing`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let starts: [Int64] = [-6_000_000_000, -500, 0, 5_908_032, 6_000_000_000]
    var all: [SpikeSeries] = []
    for _ in 0..<5 {
      var series = SpikeSeries()
      for start in starts {
        for offset in Int64(0)..<40 {
          series.append(
            window: start + offset * 3 + Int64.random(in: 0...2, using: &random),
            count: [0, 1, 6, 4_294_967_295, .max].randomElement(using: &random) ?? 0, users: nil)
        }
      }
      all.append(series)
    }
    for seconds in [1, 300, 3_600, 86_400, 7 * 86_400] as [Int64] {
      let detector = SpikeDetector(policy: SpikePolicy(severity: .warning), windowSeconds: seconds)
      var memory = SpikeMemory()
      let judgements = detector.judge(
        all + [SpikeSeries()], observedFrom: -6_000_000_000,
        windows: -7_000_000_000..<7_000_000_000,
        memory: &memory)
      #expect(judgements.allSatisfy { $0.q <= $0.level && $0.expected.isFinite })
    }
  }
}
