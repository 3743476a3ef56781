import LogFuzzing
import LogModel
import LogPipeline
import LogTestSupport
import Testing

/// Logs that end anywhere: inside a line, a value or a character.
struct TornEndTests {
  /// A log that breaks off.
  private func tornLog(seed: UInt64) -> [UInt8] {
    var random = SplitMix64(seed: seed)
    let log = RandomLogs.bytes(seed: 5_000 + seed, lines: 6)
    return Array(log.prefix(Int.random(in: 1...log.count, using: &random)))
  }

  /// The books of the lines and how many records there are, as far as the reference keeps them.
  private func books(_ report: Report) -> [Int] {
    let lines = report.ledger.lines
    return [
      lines.lines, lines.blank, lines.malformed, lines.parsed, report.ledger.records.records,
    ]
  }

  private func books(_ result: ReferenceResult) -> [Int] {
    [result.lines, result.blank, result.malformed, result.parsed, result.records.count]
  }

  @Test(arguments: UInt64(0)..<15)
  func `the end of a log ends its last line`(dozen: UInt64) throws {
    let folder = try TemporaryFolder()
    for seed in dozen * 12..<(dozen + 1) * 12 {
      let log = tornLog(seed: seed)
      let path = try folder.write(log, to: "\(seed).log")
      let found = SampleRun.result(SampleRun.plan(seed: 0).run, over: [path]).report
      #expect(books(found) == books(ReferenceReader.read(log)), "seed \(seed)")
    }
  }

  @Test(arguments: UInt64(0)..<15)
  func `of a cut gzip what stands behind the last line feed is no line`(dozen: UInt64) throws {
    let folder = try TemporaryFolder()
    for seed in dozen * 12..<(dozen + 1) * 12 {
      let log = tornLog(seed: seed)
      // All of it can be decoded, but nobody knows whether it is whole.
      let path = try folder.write(StoredGzip.member(log).dropLast(8), to: "\(seed).gz")
      let found = SampleRun.result(SampleRun.plan(seed: 0).run, over: [path])
      let whole = Array(log.prefix(log.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0))
      #expect(books(found.report) == books(ReferenceReader.read(whole)), "seed \(seed)")
      #expect(found.report.ledger.lines.cutBytes == log.count - whole.count, "seed \(seed)")
      #expect(found.report.sources[0].bytes == log.count)
      #expect(found.failures.contains(.dataDamaged))
    }
  }
}
