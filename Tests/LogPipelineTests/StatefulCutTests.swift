import Foundation
import LogModel
import LogPipeline
import LogState
import LogTestSupport
import Testing

/// A run may come at any moment: in the middle of a line, of a value over many lines, or of a line that a
/// container has cut.
struct StatefulCutTests {
  @Test(arguments: [UInt64(0), 1, 2, 25, 28, 34])
  func `however a log is cut into runs, it counts the same`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let log = DivisibleLog(seed: seed, parts: 2, lines: 10).bytes
    var random = SplitMix64(seed: seed)
    let cron = CronRuns(state: folder.path + "/cron.state")
    let cuts = (0..<5).map { _ in Int.random(in: 0..<log.count, using: &random) }
    for cut in cuts.sorted() + [log.count] {
      let path = try folder.write(log[..<cut], to: "app.log")
      try cron.run(over: [path])
    }
    let batch = CronRuns(state: folder.path + "/batch.state")
    try batch.run(over: [try folder.write(log, to: "all.log")])
    #expect(try cron.remembered() == batch.remembered())
    let books = try [cron, batch].map {
      try StateInspection(at: $0.state, lockWait: 0).summary().ledger
    }
    #expect(books[0] == books[1])
    #expect(try StateInspection(at: cron.state, lockWait: 0).faults().isEmpty)
  }
}
