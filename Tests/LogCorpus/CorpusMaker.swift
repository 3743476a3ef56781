/// What makes a corpus piece by piece, so that one larger than memory can be written.
package protocol CorpusMaker {
  /// The true counts of what was given out; nil unless they were wanted.
  var truth: CorpusTruth? { get }

  /// Adds the next records to `out` until it holds `count` bytes or a little more.
  ///
  /// - Returns: False when there are no more.
  mutating func fill(_ out: inout CorpusBytes, upTo count: Int) -> Bool
}

extension CorpusMaker {
  /// The whole corpus at once: for small ones.
  package mutating func all() -> [UInt8] {
    var out = CorpusBytes()
    while fill(&out, upTo: .max) {}
    return out.bytes
  }
}
