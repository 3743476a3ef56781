/// Judges one span of windows for all series, in the order of time.
struct SpikeSweep {
  let scale: SpikeScale
  let policy: SpikePolicy
  let series: [SpikeSeries]
  /// The first window of which anything is known.
  let observedFrom: Int64
  /// For each series, the windows that are no history.
  private(set) var leftOut: [LeftOut]
  private(set) var histories: [RunningHistory]

  private let ratio: Double
  private let grid: BlockGrid
  private let family: FamilySize
  private var fleet = FleetDispersion([])
  /// The block that `fleet` is for; before the first whole block, the window.
  private var fleetIsFor: Int64?

  init(
    scale: SpikeScale, policy: SpikePolicy, series: [SpikeSeries], observedFrom: Int64,
    leftOut: [LeftOut]
  ) {
    self.scale = scale
    self.policy = policy
    self.series = series
    self.observedFrom = observedFrom
    self.leftOut = leftOut
    ratio = Double(policy.minRatio.numerator) / Double(policy.minRatio.denominator)
    grid = BlockGrid(
      origin: observedFrom, length: scale.block, kept: (scale.week + scale.block - 1) / scale.block)
    family = FamilySize(series, week: scale.week)
    histories = [RunningHistory](repeating: RunningHistory(), count: series.count)
  }

  /// Judges a range of windows, which are after the last ones.
  mutating func judge(_ range: Range<Int64>, asked: [Int64: Set<Int>]) -> [SpikeJudgement] {
    let order = CandidateOrder(series, in: range, minCount: UInt32(clamping: policy.minCount))
    var judgements: [SpikeJudgement] = []
    var questions = asked.keys.filter(range.contains).sorted()[...]
    for (place, window) in order.windows.enumerated() {
      while let question = questions.first, question < window {
        judgements += judge(question, candidates: [], asked: asked[question, default: []].sorted())
        questions.removeFirst()
      }
      if questions.first == window { questions.removeFirst() }
      judgements += judge(
        window, candidates: order.series[order.starts[place]..<order.starts[place + 1]],
        asked: asked[window, default: []].sorted())
    }
    for question in questions {
      judgements += judge(question, candidates: [], asked: asked[question, default: []].sorted())
    }
    return judgements
  }

  /// Judges one window, which is after the last one.
  ///
  /// - Parameters:
  ///   - window: The window.
  ///   - candidates: The series with enough events in it.
  ///   - asked: Series to tell about even when they did not fire, each once.
  /// - Returns: Judgements of what fired and what was asked for, by series.
  mutating func judge(
    _ window: Int64, candidates: ArraySlice<UInt32>, asked: [Int]
  ) -> [SpikeJudgement] {
    var tests: [(series: Int, p: Double)] = []
    for candidate in candidates {
      if let p = possibleSpike(Int(candidate), window) { tests.append((Int(candidate), p)) }
    }
    guard !tests.isEmpty || !asked.isEmpty else { return [] }
    estimateFleet(window)
    let size = max(family.count(in: window), tests.count, 1)
    let qs = FalseDiscovery.qValues(tests.map(\.p), family: size)
    let passed = qs.count { $0 <= scale.level }
    var judgements: [SpikeJudgement] = []
    for (test, q) in zip(tests, qs) where q <= scale.level {
      judgements.append(judgement(test.series, window, q: q, family: size, passed: passed))
    }
    for index in asked where !judgements.contains(where: { $0.series == index }) {
      histories[index].advance(to: window, in: series[index], week: scale.week)
      // It takes its place among the others and does not change theirs.
      var ps = tests.filter { $0.series != index }.map(\.p)
      ps.append(p(index, window))
      let q = FalseDiscovery.qValues(ps, family: max(size, ps.count))[ps.count - 1]
      judgements.append(judgement(index, window, q: q, family: size, passed: passed + 1))
    }
    for judgement in judgements where judgement.fired { leftOut[judgement.series].append(window) }
    return judgements.sorted { $0.series < $1.series }
  }

  /// The p-value of a series that passes the other gates and may pass this one; nil for all others.
  ///
  /// Cheap reasons come first; none of them refuses what the whole would not.
  private mutating func possibleSpike(_ index: Int, _ window: Int64) -> Double? {
    guard !isLeftOut(index, window) else { return nil }
    histories[index].advance(to: window, in: series[index], week: scale.week)
    let place = histories[index].head
    let count = UInt64(series[index].counts[place])
    guard series[index].users.isEmpty || UInt64(series[index].users[place]) >= UInt64(policy.minUsers) else {
      return nil
    }
    let near = nearby(index, window)
    guard isLarge(count, near.mean) else { return nil }
    estimateFleet(window)
    let dispersion = dispersion(index)
    guard near.p(atLeast: count, dispersion: dispersion) <= scale.level else { return nil }
    let whole = expectation(index, window)
    guard isLarge(count, whole.mean) else { return nil }
    let p = whole.p(atLeast: count, dispersion: dispersion)
    return p <= scale.level ? p : nil
  }

  /// A window of which a shorter one fired has been told about.
  func isLeftOut(_ index: Int, _ window: Int64) -> Bool {
    !leftOut[index].isEmpty && leftOut[index].contains(window)
  }

  func isLarge(_ count: UInt64, _ expected: Double) -> Bool { Double(count) >= ratio * expected }

  private func p(_ index: Int, _ window: Int64) -> Double {
    expectation(index, window).p(
      atLeast: UInt64(series[index].count(in: window)), dispersion: dispersion(index))
  }

  private func dispersion(_ index: Int) -> Double {
    fleet.shrunk(own: histories[index].dispersion, events: Double(histories[index].events))
  }

  /// Estimates the dispersion of all series and of the fleet, once for all windows of a block.
  private mutating func estimateFleet(_ window: Int64) {
    let block = grid.block(of: window)
    let time = block > 0 ? block : window
    guard fleetIsFor != time else { return }
    fleetIsFor = time
    var estimates: [Double] = []
    for index in series.indices {
      if block > 0 {
        histories[index].estimate(
          before: block, in: series[index], grid: grid, leftOut: leftOut[index])
      } else {
        histories[index].estimate(
          from: observedFrom, to: window, in: series[index], leftOut: leftOut[index])
      }
      if let own = histories[index].dispersion, histories[index].events >= FleetDispersion.enough {
        estimates.append(own)
      }
    }
    fleet = FleetDispersion(estimates)
  }

  /// Puts together all that decided.
  private func judgement(
    _ index: Int, _ window: Int64, q: Double, family: Int, passed: Int
  ) -> SpikeJudgement {
    let one = series[index]
    let place = one.firstIndex(notBefore: window)
    let isThere = place < one.windows.count && one.windows[place] == window
    let count = isThere ? UInt64(one.counts[place]) : 0
    let users = scale.span > 1 || one.users.isEmpty ? nil : isThere ? UInt64(one.users[place]) : 0
    let expectation = expectation(index, window)
    let dispersion = dispersion(index)
    let needed = scale.level * Double(passed) / Double(family)
    let bound =
      expectation.source == .none
      ? nil
      : CountTests.bound(level: needed) { expectation.p(atLeast: $0, dispersion: dispersion) }
    return SpikeJudgement(
      series: index, window: window * scale.span + scale.span - 1, span: scale.span, count: count,
      users: users, expected: expectation.mean, bound: bound, dispersion: dispersion,
      p: expectation.p(atLeast: count, dispersion: dispersion), q: q, level: scale.level,
      family: family,
      material: .init(
        passed: count >= UInt64(policy.minCount), value: Double(count),
        needed: Double(policy.minCount)),
      spread: users.map {
        .init(
          passed: $0 >= UInt64(policy.minUsers), value: Double($0), needed: Double(policy.minUsers))
      },
      large: .init(
        passed: isLarge(count, expectation.mean), value: Double(count),
        needed: ratio * expectation.mean),
      significant: .init(passed: q <= scale.level, value: q, needed: scale.level),
      isTold: isLeftOut(index, window), baseline: expectation.source,
      baselineWindows: baselineWindows(index, window, expectation.source))
  }

  /// The base windows that a mean was read from, ascending.
  private func baselineWindows(
    _ index: Int, _ window: Int64, _ source: SpikeJudgement.Baseline
  ) -> [Range<Int64>] {
    let past = min(window - observedFrom, scale.week)
    let ranges: [Range<Int64>] =
      switch source {
      case .none: []
      case .trailing: trailingWindows(index, window, count: scale.trailing)
      case .recent: trailingWindows(index, window, count: scale.recent)
      case .sameTime: sameTimeWindows(window).flatMap { known(index, $0) }
      case .mean, .floor, .conditional: known(index, window - past..<window)
      }
    return ranges.map { $0.lowerBound * scale.span..<$0.upperBound * scale.span }
      .sorted { $0.lowerBound < $1.lowerBound }
  }
}
