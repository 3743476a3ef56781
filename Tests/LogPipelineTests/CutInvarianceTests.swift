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

  @Test(.timeLimit(.minutes(15)), arguments: UInt64(0)..<6)
  func `gzip that is read ahead tells the same, sound, cut and damaged`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    var random = SplitMix64(seed: seed)
    var log: [UInt8] = []
    let part = RandomLogs.bytes(seed: seed, lines: 300)
    while log.count < 1_500_000 { log += part }
    let (plan, _) = SampleRun.plan(seed: seed)
    var packed = pieces(of: log, longest: 900_000, using: &random).flatMap {
      StoredGzip.member($0)
    }
    switch seed % 3 {
    case 1: packed.removeLast(Int.random(in: 1...packed.count / 3, using: &random))
    case 2: packed[Int.random(in: packed.count / 2..<packed.count, using: &random)] ^= 1
    default: break
    }
    let path = try folder.write(packed, to: "log")
    let alone = SampleRun.result(plan, over: [path])
    #expect((alone.report.sources[0].problem == nil) == (seed % 3 == 0))
    for jobs in [2, 3, 8] {
      let pipe = try NamedPipe(
        in: folder, pieces: pieces(of: packed, longest: 200_000, using: &random))
      for path in [path, pipe.path] {
        let shared = SampleRun.result(plan, over: [path], jobs: jobs)
        let name = "\(jobs) jobs"
        expectSame(Telling(shared.report), Telling(alone.report), name)
        #expect(shared.report.sources[0].problem == alone.report.sources[0].problem, "\(name)")
        #expect(shared.report.sources[0].lines == alone.report.sources[0].lines, "\(name)")
        #expect(shared.report.sources[0].bytes == alone.report.sources[0].bytes, "\(name)")
        #expect(shared.diagnosticCounts == alone.diagnosticCounts, "\(name)")
        #expect(shared.failures == alone.failures, "\(name)")
      }
    }
  }

  @Test(.timeLimit(.minutes(15)), arguments: UInt64(0)..<40)
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
