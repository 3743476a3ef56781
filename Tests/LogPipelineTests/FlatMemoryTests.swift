import Testing

/// Memory stays flat however long one line or one value is.
@Suite(.enabled(if: BuiltTool.path != nil, "mfa-logstat is not built"))
struct FlatMemoryTests {
  static let record =
    #"{"timestamp":"2026-03-14T08:00:00Z","tenant":"t","errorCode":"invalid_otp","user_id":"u"}"#

  /// An input of more than 60 MB, as a few texts that repeat.
  struct Input: CustomTestStringConvertible, Sendable {
    let name: String
    var head = ""
    /// Stands between two records.
    var separator = ""
    var tail = ""
    let limit: Int
    var testDescription: String { name }

    var pieces: [ArraySlice<UInt8>] {
      let one = FlatMemoryTests.record + separator
      let block = Array(String(repeating: one, count: FlatMemoryTests.recordsPerBlock).utf8)
      return [Array(head.utf8)[...]] + Array(repeating: block[...], count: FlatMemoryTests.blocks)
        + [Array((FlatMemoryTests.record + tail).utf8)[...]]
    }
  }

  static let recordsPerBlock = 7_000
  static let blocks = 100
  static let records = recordsPerBlock * blocks + 1

  static let inputs = [
    Input(name: "one array on one line", head: "[", separator: ",", tail: "]", limit: 48 << 20),
    Input(
      name: "one array over lines", head: "[\n", separator: ",\n", tail: "\n]", limit: 48 << 20),
    Input(name: "values on one line", limit: 48 << 20),
    // An object is kept up to the limit for one value before its elements are.
    Input(
      name: "one object with logs", head: #"{"start":1,"logs":["#, separator: ",",
      tail: #"],"total":1}"#, limit: 128 << 20),
  ]

  @Test(.timeLimit(.minutes(15)), arguments: inputs)
  func `sixty megabytes in one value need no more memory than a few`(input: Input) throws {
    let tool = try BuiltTool()
    let outcome = try tool.run(["-o", "json"], feeding: input.pieces)
    let report = try ToldJSON.report(outcome.output)
    #expect(outcome.status == 0)
    #expect(report.ledger.records == FlatMemoryTests.records)
    #expect(report.rows.map(\.count) == [FlatMemoryTests.records])
    #expect(report.ledger.parsed == report.ledger.lines)
    #expect(report.sources[0].bytes == input.pieces.reduce(0) { $0 + $1.count })
    #expect(report.sources[0].bytes > 60_000_000)
    #expect(outcome.peakMemory < input.limit, "\(outcome.peakMemory >> 20) MiB")
  }

  /// Where a value of 32 MB stands: what is before it on its line, and how many records count.
  static let places: [(name: String, head: String, tail: String, records: Int)] = [
    ("alone", "", "", 1),
    ("behind another value", record, record, 2),
    ("in an array", "[\(record),\(record),", ",\(record)]", 3),
    ("in logs", "{\"logs\":[\(record),", ",\(record)]}", 2),
    ("behind text", "INFO ", "", 1),
  ]

  @Test(.timeLimit(.minutes(15)), arguments: places)
  func `a value over the limit is told, and what stands around its line is counted`(
    name: String, head: String, tail: String, records: Int
  ) throws {
    let filler = Array(String(repeating: "abcdefg ", count: 8_192).utf8)
    let start = Array((head + #"{"tenant":"t","text":""#).utf8)
    let end = Array("\"}\(tail)\n\(FlatMemoryTests.record)\n".utf8)
    let tool = try BuiltTool()
    let outcome = try tool.run(
      ["--max-line", "1M", "-o", "json"],
      feeding: [start[...]] + Array(repeating: filler[...], count: 500) + [end[...]])
    let report = try ToldJSON.report(outcome.output)
    #expect(report.ledger.lines == 2)
    #expect(report.ledger.oversized == 1)
    #expect(report.ledger.parsed == 1)
    #expect(report.ledger.records == records)
    #expect(report.ledger.error == records)
    #expect(outcome.errors.hasPrefix("mfa-logstat: standard input:1: "))
    #expect(outcome.status == 0)
    #expect(outcome.peakMemory < 48 << 20, "\(outcome.peakMemory >> 20) MiB")
  }
}
