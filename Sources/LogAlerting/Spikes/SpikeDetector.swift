/// Finds windows in which a series has more events than chance and its own history explain.
package struct SpikeDetector: Equatable, Sendable {
  package let policy: SpikePolicy
  /// The length of a window in seconds; positive.
  package let windowSeconds: Int64
  private let scales: [SpikeScale]

  package init(policy: SpikePolicy, windowSeconds: Int64) {
    precondition(windowSeconds > 0, "a window of \(windowSeconds) s")
    self.policy = policy
    self.windowSeconds = windowSeconds
    scales = SpikeScale.all(
      seconds: windowSeconds, level: policy.falseAlarms.level(windowSeconds: windowSeconds))
  }

  /// How many windows are judged together; each is one place of the memory.
  package var spans: [Int64] { scales.map(\.span) }

  /// The place in `spans` of what was judged.
  func kind(of judgement: SpikeJudgement) -> Int {
    scales.firstIndex { $0.span == judgement.span && $0.evidence == judgement.evidence } ?? 0
  }

  /// How many windows before a judged one can have a part in its judgement.
  package var reach: Int64 { scales.map { ($0.reach + 1) * $0.span }.max() ?? 0 }

  /// Judges windows that are closed, each once, in ascending order over all calls.
  ///
  /// A span of several windows is judged with its last one. It is not judged when one of its windows
  /// or of the shorter spans in it fired.
  ///
  /// - Parameters:
  ///   - series: All series of the rule with their counts up to the end of `windows`, and at least
  ///     `reach` windows back. Their order is that of `memory`; new ones come last. What is later
  ///     than `windows` has no part.
  ///   - observedFrom: The first window of which counts exist at all, in any run: before it there is
  ///     no history, from then on a window without events is one with zero events.
  ///   - windows: The windows to judge; those before `observedFrom` are not.
  ///   - memory: What fired in earlier runs; what fires now is added, what is out of reach goes.
  ///   - questions: What to tell besides that which fired.
  /// - Returns: Judgements by window, span, evidence and series.
  package func judge(
    _ series: [SpikeSeries], observedFrom: Int64, windows: Range<Int64>,
    memory: inout SpikeMemory, questions: [SpikeQuestion] = []
  ) -> [SpikeJudgement] {
    memory.fit(spans: scales.count, series: series.count)
    var judgements: [SpikeJudgement] = []
    for (kind, scale) in scales.enumerated() {
      var sweep = sweep(
        scale, series: series, observedFrom: observedFrom, windows: windows,
        leftOut: memory.leftOut(kinds: kind + 1, length: scale.span))
      let first = (observedFrom + scale.span - 1).span(of: scale.span)
      let range = windows.spans(of: scale.span)
        .clamped(to: (questions.isEmpty ? first + scale.leastHistory : first)..<Int64.max)
      for judgement in sweep.judge(range, asked: asked(questions, scale)) {
        judgements.append(judgement)
        if judgement.fired { memory.fired[kind][judgement.series].append(judgement.window) }
      }
    }
    memory.forget(before: windows.upperBound - reach)
    return judgements.sorted {
      ($0.window, $0.span, $0.evidence.rawValue, $0.series)
        < ($1.window, $1.span, $1.evidence.rawValue, $1.series)
    }
  }

  private func sweep(
    _ scale: SpikeScale, series: [SpikeSeries], observedFrom: Int64, windows: Range<Int64>,
    leftOut: [LeftOut]
  ) -> SpikeSweep {
    let end = windows.spans(of: scale.span).upperBound
    let frame = SpikeFrame(
      scale: scale, policy: policy,
      observedFrom: (observedFrom + scale.span - 1).span(of: scale.span))
    return SpikeSweep(
      frame: frame,
      tracks: zip(series, leftOut).map { series, leftOut in
        SeriesTrack(
          series: scale.span == 1
            ? series : series.rolled(by: scale.span, before: end, scale.evidence),
          leftOut: leftOut)
      })
  }

  /// The series that are asked for, by span.
  private func asked(_ questions: [SpikeQuestion], _ scale: SpikeScale) -> [Int64: Set<Int>] {
    var asked: [Int64: Set<Int>] = [:]
    for question in questions {
      for span in question.windows.spans(of: scale.span) {
        asked[span, default: []].insert(question.series)
      }
    }
    return asked
  }
}
