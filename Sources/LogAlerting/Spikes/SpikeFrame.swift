/// What is the same for all series and windows of a sweep.
struct SpikeFrame: Sendable {
  let scale: SpikeScale
  /// The first window of which anything is known.
  let observedFrom: Int64
  let grid: BlockGrid
  let minCount: UInt32
  let minUsers: UInt32
  let minRatio: Double

  init(scale: SpikeScale, policy: SpikePolicy, observedFrom: Int64) {
    self.scale = scale
    self.observedFrom = observedFrom
    grid = BlockGrid(
      origin: observedFrom, length: scale.block, kept: (scale.week + scale.block - 1) / scale.block)
    minCount = UInt32(clamping: policy.minCount)
    minUsers = UInt32(clamping: policy.minUsers)
    minRatio = Double(policy.minRatio.numerator) / Double(policy.minRatio.denominator)
  }

  /// The gate of size against what is usual.
  func isLarge(_ count: UInt32, _ expected: Double) -> Bool {
    Double(count) >= minRatio * expected
  }
}
