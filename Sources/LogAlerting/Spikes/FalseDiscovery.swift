/// Decides over many tests at once, so that their number does not make false alarms.
///
/// Source: Benjamini and Hochberg, "Controlling the false discovery rate", 1995.
package enum FalseDiscovery {
  /// The q-value of every test: the smallest level at which it passes.
  ///
  /// - Parameters:
  ///   - ps: The p-values, in any order; tests that are left out count as ones.
  ///   - family: How many tests there are, with those left out; not fewer than `ps`.
  /// - Returns: The q-values, in the order of `ps`.
  package static func qValues(_ ps: [Double], family: Int) -> [Double] {
    precondition(family >= ps.count, "\(ps.count) tests of \(family)")
    let order = ps.indices.sorted { ps[$0] < ps[$1] }
    var qs = ps
    var least = 1.0
    for rank in order.indices.reversed() {
      least = min(least, ps[order[rank]] * Double(family) / Double(rank + 1))
      qs[order[rank]] = least
    }
    return qs
  }
}
