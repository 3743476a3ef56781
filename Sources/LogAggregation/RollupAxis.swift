/// What becomes of the windows, tenants, codes or methods of cells in the rows of a report.
package struct RollupAxis: Sendable {
  /// For every number, its place in the order of the rows, where several numbers can be one; 0 for
  /// all when the rows are not told apart by it; `none` for names that no cell has, and for windows
  /// whose records have no part.
  package var ranks: [UInt32]
  /// For every number, whether its cells are wanted.
  package var isChosen: [Bool]

  package static let none = UInt32.max

  package init(ranks: [UInt32], isChosen: [Bool]) {
    self.ranks = ranks
    self.isChosen = isChosen
  }

  /// Whether every number has a place of its own and is wanted.
  var keepsAllApart: Bool {
    var isTaken = Array(repeating: false, count: ranks.count)
    for (rank, isChosen) in zip(ranks, isChosen) where rank != RollupAxis.none {
      if !isChosen || Int(rank) >= isTaken.count || isTaken[Int(rank)] { return false }
      isTaken[Int(rank)] = true
    }
    return true
  }
}
