import LogModel

/// Of which times anything is known.
package struct JudgingScope: Hashable, Sendable {
  /// UTC seconds, parted where nothing was logged for so long that nothing is known; ascending.
  package var stretches: [Range<Int64>]
  /// Windows that end later are still open.
  package var closedBefore: Int64
  /// The length of the windows in which records were counted.
  package var baseSeconds: Int64
  /// Windows that begin earlier are history only; a multiple of the windows of all rules, or
  /// `Int64.min`.
  package var judgedFrom: Int64

  package init(
    stretches: [Range<Int64>], closedBefore: Int64 = .max, baseSeconds: Int64 = 60,
    judgedFrom: Int64 = .min
  ) {
    self.stretches = stretches
    self.closedBefore = closedBefore
    self.baseSeconds = baseSeconds
    self.judgedFrom = judgedFrom
  }

  /// After a week without any record, what was before is no history.
  package static let longestGap: Int64 = 604_800

  /// Ranges of UTC seconds in any order as stretches: what is parted by no more than the longest gap is one.
  package static func stretches(of ranges: [Range<Int64>]) -> [Range<Int64>] {
    var stretches: [Range<Int64>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = stretches.last, range.lowerBound - last.upperBound <= longestGap {
        stretches[stretches.count - 1] =
          last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        stretches.append(range)
      }
    }
    return stretches
  }
}
