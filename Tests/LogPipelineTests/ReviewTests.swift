import Foundation
import LogAlerting
import LogModel
import LogPipeline
import LogState
import LogTestSupport
import Synchronization
import Testing

/// A run judges only what may have changed, and it does not show.
struct ReviewTests {
  /// Random histories; many of them with `LOGSTAT_SIMULATION=full`.
  static let seeds: Range<UInt64> =
    ProcessInfo.processInfo.environment["LOGSTAT_SIMULATION"] == "full" ? 0..<30 : 0..<6

  @Test(arguments: seeds)
  func `any run tells and remembers what judging everything does`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let story = CutStory(seed: seed)
    var random = SplitMix64(seed: seed ^ 0xC07)
    let quick = Reviewer(state: folder.path + "/quick", story, seed: seed)
    let whole = Reviewer(state: folder.path + "/whole", story, seed: seed, judgesAll: true)
    var rest = story.lines[...]
    let path = try folder.write([], to: "app.log")
    var told = 0
    while let first = rest.first {
      // Some runs come minutes after the one before, some days.
      let longest: Int64 = [900, 7_200, 200_000].randomElement(using: &random) ?? 0
      let now = first.arrival + Int64.random(in: 0...longest, using: &random)
      let new = rest.prefix { $0.arrival <= now }
      rest = rest.dropFirst(new.count)
      let log = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
      try log.seekToEnd()
      try log.write(contentsOf: Data(new.map { $0.text + "\n" }.joined().utf8))
      try log.close()
      // A clock may go back, a run may stop early, and another may find nothing new.
      let isBehind = seed % 6 == 5 && Int.random(in: 0..<8, using: &random) == 0
      let isNarrow = seed % 6 == 4 && Int.random(in: 0..<15, using: &random) == 0
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let (left, right) = try (
          quick.run(over: path, now: now - (isBehind ? 170_000 : 0), isNarrow: isNarrow),
          whole.run(over: path, now: now - (isBehind ? 170_000 : 0), isNarrow: isNarrow)
        )
        try #require(left.transitions == right.transitions, "at \(now)")
        try #require(left.incidents == right.incidents, "at \(now)")
        try #require(left.silencedCount == right.silencedCount, "at \(now)")
        try #require(left.level == right.level && left.errors == right.errors, "at \(now)")
        let memories = try (quick.memory(), whole.memory())
        try #require(memories.0 == memories.1, "at \(now)")
        told += left.transitions?.count ?? 0
      }
    }
    #expect(told > 50)
    #expect(quick.rowsRead < whole.rowsRead * 3 / 4)
  }

  @Test func `what was ahead of now when it came is judged once it is not any more`() throws {
    let folder = try TemporaryFolder()
    let reviewer = Reviewer(
      state: folder.path + "/state", CutStory(seed: 1, days: 0), seed: 0)
    let now = CutStory.start + 10 * 86_400
    func line(_ second: Int64, _ kind: String) -> String {
      #"{"time":"\#(EventTime(seconds: second))","tenant":"t1",\#(kind)}"# + "\n"
    }
    var text = line(now, #""type":"gd_auth_succeed""#)
    func run(now: Int64) throws -> [AlertTransition.Kind] {
      let path = try folder.write(Array(text.utf8), to: "app.log")
      let told = try reviewer.run(over: path, now: now).transitions ?? []
      return told.filter { $0.alert.rule == "share" }.map(\.kind)
    }
    #expect(try run(now: now) == [])
    // Errors of two hours ago come late, to a host that takes it for two days ago.
    for second in 0..<Int64(10) {
      text += line(now - 7_200 + second, #""error_code":"invalid_otp""#)
    }
    #expect(try run(now: now - 2 * 86_400) == [])
    text += line(now + 1, #""type":"gd_auth_succeed""#)
    #expect(try run(now: now + 1) == [.firing, .resolved])
  }
}

/// Runs of `check --state` over a story.
final class Reviewer {
  let state: String
  let story: CutStory
  let seed: UInt64
  let judgesAll: Bool
  private let rows = Rows()

  init(state: String, _ story: CutStory, seed: UInt64, judgesAll: Bool = false) {
    self.state = state
    self.story = story
    self.seed = seed
    self.judgesAll = judgesAll
  }

  var rowsRead: Int { rows.sum.withLock { $0 } }

  /// Runs once; a narrow run has no room for what it counts, and so does not judge it.
  func run(over input: String, now: Int64, isNarrow: Bool = false) throws -> CheckReport {
    var plan = RunPlan(inputs: [input], now: EventTime(seconds: now))
    plan.rules = story.rules
    if isNarrow { plan.maxGroups = 1 }
    var memory = MemoryPlan(path: state)
    memory.latenessSeconds = [60, 900, 3_600][Int(seed / 3 % 3)]
    memory.needsIncidents = seed % 3 == 1
    if seed % 4 == 2 { memory.retainSeconds = 11 * 86_400 }
    memory.judgesAll = judgesAll
    memory.readWitness = { [rows] count in rows.sum.withLock { $0 += count } }
    var report: CheckReport?
    try StatefulCheckRun(plan: plan, memory: memory).run(
      progress: nil, interrupt: InterruptFlag()
    ) { result in
      report = result.report
      return true
    }
    return try #require(report).withoutPlaces
  }

  func memory() throws -> AlertMemory {
    let session = try StateSession(at: state, lockWait: 0, windowSeconds: 300)
    defer { session.rollBack() }
    return try session.alertMemory()
  }

  private final class Rows: Sendable {
    let sum = Mutex(0)
  }
}

extension CheckReport {
  /// The report without the places that series have among those that were read.
  fileprivate var withoutPlaces: CheckReport {
    var report = self
    for index in report.incidents.indices { report.incidents[index].decisive.series = 0 }
    for index in (report.transitions ?? []).indices {
      report.transitions?[index].incident?.decisive.series = 0
    }
    return report
  }
}
