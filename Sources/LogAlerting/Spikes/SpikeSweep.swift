/// Judges one span of windows for all series, in the order of time.
///
/// Time is walked in stretches, and in each stretch first series by series, because a fleet does not
/// fit into the caches of a processor. That pass takes for granted that nothing fires. What fires
/// changes the history of its series; such a series is judged again, window by window.
struct SpikeSweep {
  private let frame: SpikeFrame
  private var tracks: [SeriesTrack]
  private let family: FamilySize
  private var fleet = FleetDispersion([])

  init(frame: SpikeFrame, tracks: [SeriesTrack]) {
    self.frame = frame
    self.tracks = tracks
    family = FamilySize(tracks, week: frame.scale.week)
  }

  /// Judges a range of windows.
  ///
  /// - Parameters:
  ///   - range: The windows, none before the first observed one.
  ///   - asked: For each window, the series to tell about even when they did not fire.
  /// - Returns: Judgements of what fired and what was asked for, by window and series.
  mutating func judge(_ range: Range<Int64>, asked: [Int64: Set<Int>]) -> [SpikeJudgement] {
    var judgements: [SpikeJudgement] = []
    var next = start(from: range.lowerBound, asked)
    while let window = next, window < range.upperBound {
      let stretch = frame.grid.stretch(at: window, day: frame.scale.day)
      let counts = candidates(in: stretch.clamped(to: range))
      let isAsked = asked.keys.contains(where: stretch.contains)
      if isAsked || counts.contains(where: { $0 > 0 }) {
        estimateFleet(stretch.lowerBound)
        judgements += judge(stretch: stretch.clamped(to: range), counts, asked)
        next = stretch.upperBound
      } else {
        next = start(from: stretch.upperBound, asked)
      }
    }
    return judgements
  }

  /// The first window from one on in which there is something to judge.
  private func start(from window: Int64, _ asked: [Int64: Set<Int>]) -> Int64? {
    var first = asked.keys.filter { $0 >= window }.min()
    for track in tracks {
      guard let cell = track.nextCell(from: window) else { continue }
      first = min(first ?? cell, cell)
    }
    return first
  }

  private mutating func judge(
    stretch: Range<Int64>, _ candidates: [Int], _ asked: [Int64: Set<Int>]
  ) -> [SpikeJudgement] {
    var limits = candidates.map(Double.init)
    for (place, window) in zip(limits.indices, stretch) where limits[place] > 0 {
      // However many of the candidates pass, none of them passes above this.
      limits[place] *= frame.scale.level / Double(family.count(in: window))
    }
    var tests = [[Test]](repeating: [], count: stretch.count)
    let kept = asked.filter { stretch.contains($0.key) }.values.reduce(into: Set()) {
      $0.formUnion($1)
    }
    for index in tracks.indices {
      var track = tracks[index]
      var isQuiet = !kept.contains(index)
      track.possibleSpikes(in: stretch, frame, fleet, limits) { place, p in
        tests[place].append(Test(series: index, p: p))
        isQuiet = false
      }
      // All others may be needed again as they are before the stretch.
      if isQuiet { tracks[index] = track }
    }
    var judgements: [SpikeJudgement] = []
    var changed: Set<Int> = []
    for (place, window) in zip(limits.indices, stretch) {
      var now =
        changed.isEmpty ? tests[place] : tests[place].filter { !changed.contains($0.series) }
      for index in changed.sorted() where limits[place] > 0 {
        if let p = tracks[index].possibleSpike(in: window, frame, fleet, upTo: limits[place]) {
          now.append(Test(series: index, p: p))
        }
      }
      for judgement in judge(window, now, asked: asked[window, default: []]) {
        judgements.append(judgement)
        if judgement.fired { changed.insert(judgement.series) }
      }
    }
    return judgements
  }

  /// Judges one window, of which all p-values are known that may pass.
  private mutating func judge(
    _ window: Int64, _ tests: [Test], asked: Set<Int>
  ) -> [SpikeJudgement] {
    guard !tests.isEmpty || !asked.isEmpty else { return [] }
    let size = max(family.count(in: window), tests.count, 1)
    let qs = FalseDiscovery.qValues(tests.map(\.p), family: size)
    let passed = qs.count { $0 <= frame.scale.level }
    var judgements: [SpikeJudgement] = []
    for (test, q) in zip(tests, qs) where q <= frame.scale.level {
      let correction = Correction(q: q, family: size, passed: passed)
      judgements.append(
        tracks[test.series].judgement(test.series, window, frame, fleet, correction))
      tracks[test.series].leftOut.insert(window)
    }
    for index in asked.sorted() where !judgements.contains(where: { $0.series == index }) {
      // It takes its place among the others and does not change theirs.
      var ps = tests.filter { $0.series != index }.map(\.p)
      ps.append(tracks[index].p(window, frame, fleet))
      let q = FalseDiscovery.qValues(ps, family: max(size, ps.count))[ps.count - 1]
      let correction = Correction(q: q, family: size, passed: passed + 1)
      judgements.append(tracks[index].judgement(index, window, frame, fleet, correction))
    }
    return judgements.sorted { $0.series < $1.series }
  }

  /// How many series have enough events, window by window.
  private func candidates(in stretch: Range<Int64>) -> [Int] {
    var counts = [Int](repeating: 0, count: stretch.count)
    for track in tracks {
      track.forEachCell(in: stretch) { cell in
        if cell.count >= frame.minCount { counts[Int(cell.window - stretch.lowerBound)] += 1 }
      }
    }
    return counts
  }

  /// Estimates the dispersion of all series that can tell, and of the fleet.
  private mutating func estimateFleet(_ window: Int64) {
    var estimates: [Double] = []
    for index in tracks.indices {
      tracks[index].estimate(for: window, frame)
      if let own = tracks[index].dispersion, tracks[index].events >= FleetDispersion.enough {
        estimates.append(own)
      }
    }
    fleet = FleetDispersion(estimates)
  }

  /// The p-value of a series that passes the other gates.
  private struct Test {
    let series: Int
    let p: Double
  }

  /// What the other series of a window make of the p-value of one.
  struct Correction {
    let q: Double
    /// How many series there are.
    let family: Int
    /// How many pass, with the one that is judged.
    let passed: Int
  }
}
