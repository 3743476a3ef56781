import LogFuzzing
import LogModel
import LogPipeline
import LogTestSupport
import Testing

/// The same records give the same bytes, however the input is cut, packed and delivered.
struct CutInvarianceTests {
  @Test(arguments: UInt64(0)..<240)
  func `a big file read in pieces tells the same`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    var random = SplitMix64(seed: seed)
    let path = try folder.write(RandomLogs.bytes(seed: seed, lines: 30), to: "a.log")
    var (plan, _) = SampleRun.plan(seed: seed)
    let whole = SampleRun.result(plan, over: [path])
    for jobs in [2, 3, 8] {
      plan.pieceSize = Int.random(in: 30...1_500, using: &random)
      let cut = SampleRun.result(plan, over: [path], jobs: jobs)
      let name = "\(jobs) jobs, pieces of \(plan.pieceSize) bytes"
      expectSame(Telling(cut.report), Telling(whole.report), name)
      #expect(cut.report.sources == whole.report.sources, "\(name)")
      #expect(cut.diagnostics == whole.diagnostics, "\(name)")
      #expect(cut.diagnosticCounts == whole.diagnosticCounts, "\(name)")
      #expect(cut.failures == whole.failures, "\(name)")
    }
  }

  @Test(arguments: UInt64(0)..<60)
  func `gzip of any number of members tells the same`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    var random = SplitMix64(seed: seed)
    let log = RandomLogs.bytes(seed: seed, lines: 30)
    let (plan, _) = SampleRun.plan(seed: seed)
    let whole = SampleRun.result(plan, over: [try folder.write(log, to: "a.log")])
    for longest in [log.count, 2_000, 30] {
      let members = pieces(of: log, longest: longest, using: &random).map {
        StoredGzip.member($0, blockSize: Int.random(in: 1...9_000, using: &random))
      }
      let path = try folder.write(members.joined(), to: "\(longest).gz")
      let packed = SampleRun.result(plan, over: [path], jobs: 2)
      let name = "\(members.count) members"
      expectSame(Telling(packed.report), Telling(whole.report), name)
      #expect(packed.report.sources.map(\.lines) == whole.report.sources.map(\.lines), "\(name)")
      #expect(packed.report.sources.map(\.bytes) == [log.count], "\(name)")
      #expect(packed.diagnosticCounts == whole.diagnosticCounts, "\(name)")
    }
  }

  @Test(.timeLimit(.minutes(1)), arguments: UInt64(0)..<40)
  func `a pipe tells the same in pieces of any size`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    var random = SplitMix64(seed: seed)
    let log = RandomLogs.bytes(seed: seed, lines: 30)
    let (plan, _) = SampleRun.plan(seed: seed)
    let whole = SampleRun.result(plan, over: [try folder.write(log, to: "a.log")])
    for longest in [4_000, 100] {
      let plain = try NamedPipe(
        in: folder, pieces: pieces(of: log, longest: longest, using: &random))
      let packed = try NamedPipe(
        in: folder,
        pieces: pieces(of: StoredGzip.member(log), longest: longest, using: &random))
      for pipe in [plain, packed] {
        let piped = SampleRun.result(plan, over: [pipe.path], jobs: 3)
        expectSame(Telling(piped.report), Telling(whole.report), "pieces up to \(longest)")
        #expect(piped.report.sources.map(\.lines) == whole.report.sources.map(\.lines))
        #expect(piped.diagnosticCounts == whole.diagnosticCounts)
      }
    }
  }

  @Test(arguments: UInt64(0)..<60)
  func `eight files in any order tell the same as one`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    var random = SplitMix64(seed: seed)
    let log = DivisibleLog(seed: seed, parts: 8, lines: 5)
    var (plan, _) = SampleRun.plan(seed: seed)
    let whole = SampleRun.result(plan, over: [try folder.write(log.bytes, to: "a.log")])
    var names = try log.parts.enumerated().map { index, part in
      try folder.write(index % 3 == 0 ? StoredGzip.member(part) : part, to: "part-\(index)")
    }
    for jobs in [1, 2, 3, 8] {
      names.shuffle(using: &random)
      plan.pieceSize = Int.random(in: 100...2_000, using: &random)
      let divided = SampleRun.result(plan, over: names, jobs: jobs)
      expectSame(Telling(divided.report), Telling(whole.report), "\(jobs) jobs")
      #expect(divided.report.sources.map(\.name) == names)
    }
  }
}
