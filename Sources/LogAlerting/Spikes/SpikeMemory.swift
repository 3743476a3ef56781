/// What a spike detector must remember from run to run, besides the counts: which windows fired.
///
/// Windows that fired are no history, so the baseline of a spike stays what it was while it lasts.
/// A run that takes the memory of the run before and the counts that `SpikeDetector.reach` asks for
/// judges as one run over everything does.
package struct SpikeMemory: Equatable, Sendable {
  /// For each span of the detector, in its order, and each series, in the order of the input: the
  /// last base windows of the spans that fired, ascending.
  package var fired: [[[Int64]]]

  package init() { fired = [] }
}
