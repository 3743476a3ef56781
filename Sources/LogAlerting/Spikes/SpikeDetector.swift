/// Finds windows in which a series has more events than chance and its own history explain.
package struct SpikeDetector: Equatable, Sendable {
  package let policy: SpikePolicy
  /// The length of a window in seconds; positive.
  package let windowSeconds: Int64

  package init(policy: SpikePolicy, windowSeconds: Int64) {
    precondition(windowSeconds > 0, "a window of \(windowSeconds) s")
    self.policy = policy
    self.windowSeconds = windowSeconds
  }

  /// How many windows before a judged one can have a part in its judgement.
  package var reach: Int64 { 8 * 86_400 / windowSeconds + 1 }

  /// Judges windows that are closed, each once, in ascending order over all calls.
  ///
  /// - Parameters:
  ///   - series: All series of the rule with their counts up to the end of `windows`, and at least
  ///     `reach` windows back. Their order is that of `memory`; new ones come last.
  ///   - observedFrom: The first window of which counts exist at all, in any run: before it there is
  ///     no history, from then on a window without events is one with zero events.
  ///   - windows: The windows to judge.
  ///   - memory: What fired in earlier runs; what fires now is added.
  ///   - explaining: Which judgements to tell besides those that fired, by series and last window.
  /// - Returns: Judgements by window, span and series.
  package func judge(
    _ series: [SpikeSeries], observedFrom: Int64, windows: Range<Int64>,
    memory: inout SpikeMemory, explaining: ((_ series: Int, _ window: Int64) -> Bool)? = nil
  ) -> [SpikeJudgement] {
    []
  }
}
