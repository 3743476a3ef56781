/// Counts of equal steps, written shortly: `10x3 0 0 40` is 10 10 10 0 0 40.
package enum SeriesNotation {
  /// A case is an example; whoever needs more has a log file.
  package static let mostSteps = 100_000
  package static let mostRecords = 1_000_000

  /// The counts; nil for anything else, and for more than a case may have.
  package static func counts(_ text: String) -> [Int]? {
    var counts: [Int] = []
    var records = 0
    for word in text.split(whereSeparator: { " \t\n,".contains($0) }) {
      let parts = word.split(separator: "x", omittingEmptySubsequences: false)
      guard parts.count <= 2, let count = whole(parts[0]) else { return nil }
      let times = parts.count == 2 ? whole(parts[1]) : 1
      guard let times, times > 0, counts.count + times <= mostSteps else { return nil }
      records += count * times
      guard records <= mostRecords else { return nil }
      counts += Array(repeating: count, count: times)
    }
    return counts.isEmpty ? nil : counts
  }

  /// Digits up to a million.
  private static func whole(_ text: Substring) -> Int? {
    guard let number = DecimalThreshold(String(text)), number.denominator == 1,
      number.numerator <= UInt(mostRecords)
    else { return nil }
    return Int(number.numerator)
  }
}
