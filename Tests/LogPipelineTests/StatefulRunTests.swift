import Foundation
import LogModel
import LogPipeline
import LogState
import LogTestSupport
import Testing

/// Many runs with memory over a log that grows and is rotated, and one run over all of it.
struct StatefulRunTests {
  /// Random histories; all of them with `LOGSTAT_SIMULATION=full`.
  static let seeds: Range<UInt64> =
    ProcessInfo.processInfo.environment["LOGSTAT_SIMULATION"] == "full" ? 0..<10_000 : 0..<6

  @Test(arguments: seeds)
  func `cron counts and remembers what one run over everything does`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/logs", withIntermediateDirectories: true)
    var world = try RotationWorld(
      seed: seed, in: folder.path + "/logs", headSize: 4_096,
      preamble: #"{"note":"\#(String(repeating: "=", count: 90))"}"#, line: SampleEvents.line)
    let cron = CronRuns(state: folder.path + "/cron.state")
    try world.live { world in
      // Now and then a run dies while it writes.
      if world.number(below: 3) == 0 {
        try cron.run(over: [world.log], failingAt: 1 + world.number(below: 40))
      }
      try cron.run(over: [world.log])
    }
    let all = try folder.write(
      Array(world.written.map { $0 + "\n" }.joined().utf8), to: "all.log")
    let batch = CronRuns(state: folder.path + "/batch.state")
    try batch.run(over: [all])
    #expect(try cron.remembered() == batch.remembered())
    let inspection = try StateInspection(at: cron.state, lockWait: 0)
    #expect(try inspection.summary().ledger.lines.lines == world.written.count)
    #expect(try inspection.faults().isEmpty)
    try cron.run(over: [world.log])
    #expect(cron.transitions.isEmpty)
  }
}

/// Records of three tenants, every 17 seconds one.
enum SampleEvents {
  static func line(number: Int, filling: Int) -> String {
    let time = EventTime(seconds: 1_773_475_200 + Int64(number) * 17)
    let tenant = ["acme", "beta", "caro"][number % 3]
    let code =
      switch number % 7 {
      case 0, 1: #""error_code":"too_many_sms_per_tenant","#
      case 2: #""error_code":"no_method_available","#
      case 3: #""error_code":"too_many_pn","#
      default: #""type":"gd_auth_succeed","#
      }
    return #"{"time":"\#(time)","tenant":"\#(tenant)",\#(code)"user_id":"u\#(number % 5)","#
      + #""filling":"\#(String(repeating: "x", count: filling))","number":"\#(1_000_000 + number)"}"#
  }
}

/// Runs of `check --state` by one state.
final class CronRuns {
  let state: String
  /// What the last run told.
  private(set) var transitions: [AlertTransition] = []

  init(state: String) { self.state = state }

  /// Runs once; a step that is to fail must leave everything as it was.
  func run(over inputs: [String], failingAt step: Int? = nil) throws {
    let plan = RunPlan(inputs: inputs, now: EventTime(seconds: 1_773_561_600))
    var memory = MemoryPlan(path: state)
    memory.lockWaitSeconds = 0
    memory.latenessSeconds = 60
    memory.witness = { number throws(StateError) in
      if number == step { throw .refused(step: number) }
    }
    do throws(StateError) {
      try StatefulCheckRun(plan: plan, memory: memory).run(
        progress: nil, interrupt: InterruptFlag()
      ) { result in
        transitions = result.report.transitions ?? []
        return true
      }
    } catch {
      guard let step, error == .refused(step: step) else { throw error }
    }
  }

  /// Everything that may not depend on the runs.
  func remembered() throws -> Remembered {
    let session = try StateSession(at: state, lockWait: 0, windowSeconds: 300)
    defer { session.rollBack() }
    return Remembered(try session.counts(), try session.alertMemory())
  }
}

/// Counts and alerts by name.
struct Remembered: Equatable {
  var counts: [String: Int] = [:]
  var users: [String: [UInt8]] = [:]
  var alerts: [String]
  var watermark: Watermark

  init(_ stored: StoredCounts, _ memory: AlertMemory) {
    func text(_ name: [UInt8]?) -> String {
      name.map { String(decoding: $0, as: UTF8.self) } ?? "-"
    }
    for row in stored.totals {
      counts["\(row.window) \(text(stored.tenants[row.tenant]))", default: 0] += row.records
    }
    for row in stored.errors {
      let key =
        "\(row.window) \(text(stored.tenants[row.tenant])) \(text(stored.codes[row.code].name)) "
        + text(stored.methods[row.method])
      counts[key, default: 0] += row.count
      users[key] = row.users
    }
    for row in stored.userCounts {
      let key =
        "\(stored.requests[row.request]) \(row.start) \(text(stored.tenants[row.tenant])) "
        + "\(text(stored.codes[row.code].name)) \(text(stored.methods[row.method])) \(row.user)"
      counts[key, default: 0] += row.count
    }
    counts["records"] = stored.records.records
    counts["errors"] = stored.records.error
    alerts = memory.alerts.map { alert in
      "\(alert.subject) \(alert.state) \(alert.severity) \(alert.seconds) \(alert.count) "
        + "\(String(describing: alert.users)) \(alert.peak) \(alert.tenantCount)"
    }
    watermark = memory.watermark
  }
}
