import LogModel
import LogTestSupport

/// Tells two readings of the same log apart, in a few lines.
enum Disagreement {
  /// Where what was found is not what was expected; nil when they are alike.
  static func between(
    _ found: ReferenceResult, _ expected: ReferenceResult, what: String
  ) -> String? {
    guard found != expected else { return nil }
    if books(found) != books(expected) {
      return "\(what): found \(books(found)), expected \(books(expected))"
    }
    let index =
      zip(found.records, expected.records).enumerated().first { $0.element.0 != $0.element.1 }?
      .offset ?? min(found.records.count, expected.records.count)
    func told(_ records: [ReferenceRecord]) -> String {
      records.dropFirst(index).first?.description ?? "nothing"
    }
    return
      "\(what): record \(index)\n found    \(told(found.records))\n expected \(told(expected.records))"
  }

  private static func books(_ result: ReferenceResult) -> String {
    "\(result.lines) lines, \(result.blank) blank, \(result.malformed) malformed, "
      + "\(result.oversized) oversized, \(result.parsed) parsed, \(result.repaired) repaired"
  }
}

extension ReferenceResult {
  /// The books alone.
  var books: ReferenceResult {
    var books = self
    books.records = []
    return books
  }

  /// Without what nothing counts, in an order that both readers have.
  var counted: ReferenceResult {
    var counted = self
    for index in records.indices where records[index].recordClass != .error {
      counted.records[index].user = nil
      counted.records[index].method = nil
      if records[index].recordClass == .other { counted.records[index].tenant = nil }
    }
    counted.records.sort { $0.description < $1.description }
    return counted
  }
}
