import LogModel
import LogParsing
import LogTestSupport

/// Any bytes, cut anywhere, give the same records, books and rejections as in one piece, and the same
/// as the plain reader makes of them.
package struct FramingTarget: FuzzTarget {
  package static let name = "framing"

  /// One way to read, with two parsers that are used again and again like those of a worker.
  private struct Way {
    var maxLine = 16 << 20
    var keepsText = false
    var overrides: [FieldOverride] = []

    func parser() -> LogParser {
      LogParser(
        options: ParserOptions(
          overrides: overrides, findsIDs: true, maxLine: maxLine, keepsRejectedText: keepsText))
    }
  }

  private static let ways = [
    Way(), Way(maxLine: 200), Way(maxLine: 40, keepsText: true),
    Way(keepsText: true, overrides: [FieldOverride(field: .tenant, path: "data.org.name")]),
  ]

  private let parsers = ways.map { ($0, whole: $0.parser(), cut: $0.parser()) }

  package init() {}

  package func complaint(about input: [UInt8]) -> String? {
    var input = FuzzInput(input)
    let (way, wholeParser, cutParser) = parsers[Int(input.choice & 3)]
    let whole = ParsedLog(input.bytes, parser: wholeParser) { .max }
    let longest = [1, 3, 20, 400][Int(input.choice >> 2 & 3)]
    let cut = ParsedLog(input.bytes, parser: cutParser) {
      Int.random(in: 1...longest, using: &input.random)
    }
    if whole.isStuck || cut.isStuck { return "more bytes are asked for than there are" }
    if !whole.books.balances { return "the books do not balance: \(whole.books)" }
    if cut.books != whole.books { return "books of pieces \(cut.books), of one \(whole.books)" }
    if cut.records != whole.records {
      return Disagreement.between(cut.result, whole.result, what: "pieces of \(longest)")
        ?? "ids of records differ in pieces of \(longest)"
    }
    if told(cut, all: way.keepsText) != told(whole, all: way.keepsText) {
      return "rejections of pieces \(told(cut, all: way.keepsText)),\n"
        + "of one \(told(whole, all: way.keepsText))"
    }
    var options = ReferenceOptions()
    options.maxLine = way.maxLine
    options.paths = way.overrides.map { (.tenant, $0.path) }
    let expected = ReferenceReader.read(input.bytes, options: options)
    return Disagreement.between(
      whole.result.books.withFewRepairs, expected.books.withFewRepairs, what: "the books of a log")
      ?? (FramingTarget.isDecided(input.bytes)
        ? Disagreement.between(whole.result.counted, expected.counted, what: "a log") : nil)
  }

  /// Whether the rules leave no choice in what the records are.
  ///
  /// They do leave one for keys that come twice, for a message in several values, for lists inside
  /// lists, and for more envelopes than are looked into.
  private static func isDecided(_ bytes: [UInt8]) -> Bool {
    if bytes.contains(UInt8(ascii: "\\")) || bytes.contains(where: { $0 >= 0x80 }) { return false }
    var found = 0
    for word in bytes.split(whereSeparator: { $0 | 0x20 < 0x61 || $0 | 0x20 > 0x7A })
    where envelopes.contains(word) {
      found += 1
    }
    return found <= 1
  }

  private static let envelopes: Set<ArraySlice<UInt8>> = [
    "data", "detail", "event", "json", "attributes", "logs", "logEvents", "source", "result",
    "jsonPayload", "resourceLogs", "message", "msg", "log", "body", "MESSAGE", "textPayload",
    "raw", "line",
  ].reduce(into: []) { $0.insert(Array($1.utf8)[...]) }

  /// The rejections that a run tells: unless all are wanted, the first few of each sort.
  private func told(_ log: ParsedLog, all: Bool) -> [Rejection] {
    if all { return log.rejections }
    let (oversized, others) = (
      log.rejections.filter { $0.reason == .oversized },
      log.rejections.filter { $0.reason != .oversized }
    )
    return Array(oversized.prefix(8) + others.prefix(8))
  }
}

extension ReferenceResult {
  /// Of a value over several lines the tool tells one line as repaired, the reference each.
  fileprivate var withFewRepairs: ReferenceResult {
    var result = self
    result.repaired = min(repaired, 1)
    return result
  }
}
