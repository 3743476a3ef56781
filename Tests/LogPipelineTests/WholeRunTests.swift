import LogModel
import LogPipeline
import LogTestSupport
import Testing

/// A whole run over random logs, beside the reference and beside its own books.
struct WholeRunTests {
  @Test(arguments: UInt64(0)..<200)
  func `a run tells of a random log what the reference tells`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let log = RandomLogs.bytes(seed: seed, lines: 30)
    let (plan, options) = SampleRun.plan(seed: seed)
    let result = SampleRun.result(plan, over: [try folder.write(log, to: "a.log")])
    var expected = ExpectedReport(
      ReferenceReader.read(log, options: options), windowSeconds: plan.windows.length)
    var found = ExpectedReport(result.report)
    let repaired = (found.ledger.lines.repaired, expected.ledger.lines.repaired)
    found.ledger.lines.repaired = 0
    expected.ledger.lines.repaired = 0
    #expect(found.ledger.lines == expected.ledger.lines)
    // Of a value over the limit only the lines are settled: what of it streams, and with which
    // envelope, is the reader's own affair.
    guard plan.maxLine > log.count else { return }
    // Of a value over several lines the tool tells one as repaired, the reference each.
    #expect(repaired.0 <= repaired.1)
    #expect((repaired.0 == 0) == (repaired.1 == 0))
    #expect(found.ledger == expected.ledger)
    #expect(found.first == expected.first)
    #expect(found.last == expected.last)
    for key in Set(found.rows.keys).union(expected.rows.keys) {
      #expect(found.rows[key] == expected.rows[key], "\(key)")
    }
  }

  @Test(arguments: UInt64(0)..<60)
  func `the books balance, for each source and in all`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let logs = DivisibleLog(seed: seed, parts: 3, lines: 20).parts
    var (plan, _) = SampleRun.plan(seed: seed)
    plan.deduplicates = seed % 2 == 0
    plan.since = seed % 3 == 0 ? EventTime(seconds: 1_773_475_202) : nil
    let names = try logs.enumerated().map { try folder.write($0.element, to: "\($0.offset).log") }
    let report = SampleRun.result(plan, over: names, jobs: 2).report
    let (lines, records) = (report.ledger.lines, report.ledger.records)
    #expect(lines.lines == lines.blank + lines.malformed + lines.oversized + lines.parsed)
    #expect(
      records.records
        == records.error + records.normal + records.other + records.filtered + records.duplicate)
    #expect(report.rows.reduce(0) { $0 + $1.count } == records.error)
    #expect(report.sources.map(\.name) == names)
    #expect(report.sources.map(\.bytes) == logs.map(\.count))
    for (source, log) in zip(report.sources, logs) {
      #expect(source.lines.lines == lineCount(log))
      #expect(source.lines.balances)
    }
    #expect(lines == report.sources.reduce(into: LineLedger()) { $0 += $1.lines })
  }

  /// Every line feed ends a line, and so does the end of the input behind anything else.
  private func lineCount(_ bytes: [UInt8]) -> Int {
    bytes.count { $0 == 0x0A } + (bytes.last.map { $0 == 0x0A ? 0 : 1 } ?? 0)
  }
}
