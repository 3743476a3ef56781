/// How one window of a series is judged.
extension SeriesTrack {
  /// Tells the p-values of windows that pass the other gates, where they are within the limits.
  ///
  /// - Parameters:
  ///   - stretch: The windows, of which each has its limit.
  ///   - frame: What is the same for all.
  ///   - fleet: The dispersion of the fleet.
  ///   - limits: For each window.
  ///   - body: Takes the place of a window in the stretch, and its p-value.
  mutating func possibleSpikes(
    in stretch: Range<Int64>, _ frame: SpikeFrame, _ fleet: FleetDispersion, _ limits: [Double],
    _ body: (_ place: Int, _ p: Double) -> Void
  ) {
    advance(to: stretch.lowerBound, week: frame.scale.week)
    var next = head
    while next < series.cells.count, series.cells[next].window < stretch.upperBound {
      let cell = series.cells[next]
      let place = Int(cell.window - stretch.lowerBound)
      if let p = possibleSpike(cell, frame, fleet, upTo: limits[place]) { body(place, p) }
      next += 1
    }
  }

  /// The p-value of a window that passes the other gates, when it is at most `most`.
  mutating func possibleSpike(
    in window: Int64, _ frame: SpikeFrame, _ fleet: FleetDispersion, upTo most: Double
  ) -> Double? {
    guard let cell = series.cell(in: window) else { return nil }
    return possibleSpike(cell, frame, fleet, upTo: most)
  }

  /// Cheap reasons to refuse come first; none of them refuses what the whole would not.
  private mutating func possibleSpike(
    _ cell: SpikeCell, _ frame: SpikeFrame, _ fleet: FleetDispersion, upTo most: Double
  ) -> Double? {
    let window = cell.window
    guard cell.count >= frame.minCount else { return nil }
    guard cell.users >= frame.minUsers || !series.knowsUsers else { return nil }
    guard leftOut.isEmpty || !leftOut.contains(window) else { return nil }
    advance(to: window, week: frame.scale.week)
    let near = nearby(window, frame)
    guard frame.isLarge(cell.count, near.mean) else { return nil }
    estimate(for: window, frame)
    let dispersion = fleet.shrunk(own: dispersion, events: events)
    let count = UInt64(cell.count)
    guard near.p(atLeast: count, dispersion: dispersion, upTo: most) <= most else { return nil }
    let whole = expectation(window, frame)
    guard frame.isLarge(cell.count, whole.mean) else { return nil }
    let p = whole.p(atLeast: count, dispersion: dispersion)
    return p <= most ? p : nil
  }

  /// The p-value of a window, whatever the other gates say.
  mutating func p(_ window: Int64, _ frame: SpikeFrame, _ fleet: FleetDispersion) -> Double {
    advance(to: window, week: frame.scale.week)
    estimate(for: window, frame)
    return expectation(window, frame).p(
      atLeast: UInt64(series.cell(in: window)?.count ?? 0),
      dispersion: fleet.shrunk(own: dispersion, events: events))
  }

  /// Puts together all that decided about a window.
  mutating func judgement(
    _ index: Int, _ window: Int64, _ frame: SpikeFrame, _ fleet: FleetDispersion,
    _ correction: SpikeSweep.Correction
  ) -> SpikeJudgement {
    advance(to: window, week: frame.scale.week)
    estimate(for: window, frame)
    let scale = frame.scale
    let cell = series.cell(in: window)
    let count = cell?.count ?? 0
    let users = series.knowsUsers && scale.span == 1 ? cell?.users ?? 0 : nil
    let expectation = expectation(window, frame)
    let dispersion = fleet.shrunk(own: dispersion, events: events)
    let needed = scale.level * Double(correction.passed) / Double(correction.family)
    let bound =
      expectation.source == .none
      ? nil
      : CountTests.bound(level: needed) { expectation.p(atLeast: $0, dispersion: dispersion) }
    return SpikeJudgement(
      series: index, window: window * scale.span + scale.span - 1, span: scale.span,
      evidence: scale.evidence,
      count: UInt64(count), users: users.map { UInt64($0) }, expected: expectation.mean,
      bound: bound, dispersion: dispersion,
      p: expectation.p(atLeast: UInt64(count), dispersion: dispersion), q: correction.q,
      level: scale.level, family: correction.family,
      material: .init(
        passed: count >= frame.minCount, value: Double(count), needed: Double(frame.minCount)),
      spread: users.map {
        .init(passed: $0 >= frame.minUsers, value: Double($0), needed: Double(frame.minUsers))
      },
      large: .init(
        passed: frame.isLarge(count, expectation.mean), value: Double(count),
        needed: frame.minRatio * expectation.mean),
      significant: .init(
        passed: correction.q <= scale.level, value: correction.q, needed: scale.level),
      isTold: leftOut.contains(window), baseline: expectation.source,
      baselineWindows: baselineWindows(window, frame, expectation.source))
  }

  /// The base windows that the expected count was read from, ascending.
  private func baselineWindows(
    _ window: Int64, _ frame: SpikeFrame, _ source: SpikeJudgement.Baseline
  ) -> [Range<Int64>] {
    let scale = frame.scale
    let past = min(window - frame.observedFrom, scale.week)
    let ranges: [Range<Int64>] =
      switch source {
      case .none: []
      case .trailing: trailingWindows(window, frame, count: scale.trailing)
      case .recent: trailingWindows(window, frame, count: scale.recent)
      case .sameTime: sameTimeWindows(window, frame).flatMap { $0 }
      case .mean, .floor, .conditional: known(window - past..<window)
      }
    return ranges.map { $0.lowerBound * scale.span..<$0.upperBound * scale.span }
      .sorted { $0.lowerBound < $1.lowerBound }
  }
}
