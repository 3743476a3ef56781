import Foundation

/// Compares two answers in CSV on the columns that both have.
struct AnswerCheck {
  private let header: [String]
  private let rows: [[Substring]]

  /// Reads plain CSV; the names of the benchmark's corpus need no quotes.
  init(_ path: String) throws {
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    let lines = text.utf8.split(separator: 0x0A).map { Substring($0) }
    header = lines.first?.split(separator: ",").map(String.init) ?? []
    rows = lines.dropFirst().map { line in
      line.utf8.split(separator: 0x2C, omittingEmptySubsequences: false).map { Substring($0) }
    }
  }

  /// The first difference from `other` in words; nil when both agree.
  func difference(from other: AnswerCheck) -> String? {
    let shared = header.filter { other.header.contains($0) }
    guard shared.contains("count") else { return "it has no column 'count'" }
    let (mine, theirs) = (keyed(shared), other.keyed(shared))
    for (left, right) in zip(mine, theirs) {
      for (column, pair) in zip(shared, zip(left, right))
      where !AnswerCheck.isSame(pair.0, pair.1, column) {
        return "\(column) is \(pair.0) and not \(pair.1) in \(right.joined(separator: ","))"
      }
    }
    return mine.count == theirs.count ? nil : "\(mine.count) rows and not \(theirs.count)"
  }

  /// The rows with these columns only, in one order.
  private func keyed(_ columns: [String]) -> [[Substring]] {
    let places = columns.compactMap { header.firstIndex(of: $0) }
    let keys = ["window_start", "tenant", "code"].compactMap { columns.firstIndex(of: $0) }
    return rows.filter { $0.count == header.count }.map { row in places.map { row[$0] } }.sorted {
      for key in keys where $0[key] != $1[key] { return $0[key] < $1[key] }
      return false
    }
  }

  private static func isSame(_ left: Substring, _ right: Substring, _ column: String) -> Bool {
    if left == right { return true }
    switch column {
    case "share":
      guard let left = Double(left), let right = Double(right) else { return false }
      return abs(left - right) < 0.00011
    case "users":
      // Beyond 1,024 ours is an estimate of standard error 0.8 %.
      guard let left = Double(left), let right = Double(right) else { return false }
      return min(left, right) > 1_000 && abs(left - right) < 0.04 * right
    case "first_seen", "last_seen": return bare(left) == bare(right)
    default: return false
    }
  }

  /// A time without zeros at the end of its fraction.
  private static func bare(_ time: Substring) -> Substring {
    var time = time.hasSuffix("Z") ? time.dropLast() : time
    guard time.contains(".") else { return time }
    while time.hasSuffix("0") { time = time.dropLast() }
    return time.hasSuffix(".") ? time.dropLast() : time
  }
}
