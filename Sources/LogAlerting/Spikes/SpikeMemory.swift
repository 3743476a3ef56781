/// What a spike detector must remember from run to run, besides the counts: which windows fired.
///
/// Windows that fired are no history, so the baseline of a spike stays what it was while it lasts.
/// A run that takes the memory of the run before and the counts that `SpikeDetector.reach` asks for
/// judges as one run over everything does.
package struct SpikeMemory: Equatable, Sendable {
  /// For each of `SpikeDetector.spans`, in that order, and each series, in the order of the input:
  /// the last base windows of the spans that fired, ascending.
  package var fired: [[[Int64]]]

  package init(fired: [[[Int64]]] = []) { self.fired = fired }

  /// Makes room for so many spans and series.
  mutating func fit(spans: Int, series: Int) {
    precondition(fired.allSatisfy { $0.count <= series }, "a series that fired is missing")
    while fired.count < spans { fired.append([]) }
    for span in fired.indices {
      fired[span] += [[Int64]](repeating: [], count: series - fired[span].count)
    }
  }

  /// Forgets what fired before a window.
  mutating func forget(before window: Int64) {
    for span in fired.indices {
      for series in fired[span].indices {
        fired[span][series].removeAll { $0 < window }
      }
    }
  }

  /// The spans of `length` windows that are no history: those of the first so many kinds that fired,
  /// and those that hold one, by series.
  func leftOut(kinds: Int, length: Int64) -> [LeftOut] {
    fired[0].indices.map { series in
      let all = (0..<kinds).flatMap { fired[$0][series] }
      return all.isEmpty ? LeftOut() : LeftOut(Set(all.map { $0.span(of: length) }).sorted())
    }
  }
}
