import Foundation
import LogModel
import LogState

/// A folder with a state, which goes with its test.
final class StateFolder {
  let folder: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "log-state-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  var path: String { folder + "/state" }

  func bytes() throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path))) }

  func session() throws(StateError) -> StateSession {
    try StateSession(at: path, lockWait: 0, windowSeconds: 300)
  }

  /// One run, which is refused at a step if it is given.
  func run(
    failingAt refused: Int? = nil, _ body: (StateSession) throws(StateError) -> Void
  ) throws(StateError) {
    let session = try StateSession(at: path, lockWait: 0, windowSeconds: 300) {
      step throws(StateError) in
      if step == refused { throw .refused(step: step) }
    }
    defer { session.rollBack() }
    try body(session)
    try session.commit()
  }
}

/// Things to be remembered.
enum SampleState {
  /// One tenant, one window and what has no time: so many times the same.
  static func counts(_ times: Int) -> StoredCounts {
    var counts = StoredCounts(windowSeconds: 300)
    counts.tenants = [nil, Array("acme".utf8)]
    counts.codes = [
      StoredCode(name: nil, kind: 0), StoredCode(name: Array("invalid_otp".utf8), kind: 0),
      StoredCode(name: Array("invalid_otp".utf8), kind: 3),
    ]
    counts.methods = [nil, Array("o\u{0}tp".utf8)]
    counts.requests = ["3600s by=tenant"]
    counts.totals = [
      StoredTotal(window: StoredWindow(.timed, start: 600), tenant: 1, records: 4 * times - 1)
    ]
    if times == 1 {
      counts.totals.append(
        StoredTotal(window: StoredWindow(.untimed, start: 0), tenant: 0, records: 1))
    }
    counts.errors = [
      StoredErrors(
        window: StoredWindow(.timed, start: 600), tenant: 1, code: 2, method: 1, count: 2 * times,
        first: EventTime(seconds: 600 + Int64(times), nanoseconds: 5),
        last: EventTime(seconds: 700), users: [1, 7])
    ]
    counts.userCounts = [
      StoredUserCount(
        request: 0, start: 0, tenant: 1, code: 2, method: 1, user: .max, count: 2)
    ]
    counts.attempts = [
      StoredAttempts(window: StoredWindow(.timed, start: 600), method: 1, records: 3 * times)
    ]
    counts.records.error = 2 * times
    counts.records.normal = times + 1
    counts.records.records = 3 * times + 1
    return counts
  }

  static let position = ReadPosition(
    log: Array("/var/log/app.log".utf8), path: Array("/var/log/app.log.1".utf8),
    file: FileIdentity(device: .max, inode: 7), offset: 1_000, lines: 9,
    head: [UInt8](repeating: 1, count: 32), tail: [UInt8](repeating: 2, count: 32), size: 1_010,
    packed: PackedFingerprint(size: 500, digest: [UInt8](repeating: 3, count: 32)), copyOf: 3)

  static let memory = AlertMemory(
    watermark: Watermark(
      latest: EventTime(seconds: 900, nanoseconds: 999_999_999), closedBefore: 300),
    horizon: 100,
    alerts: [
      RememberedAlert(
        subject: AlertSubject(
          rule: "a rule",
          key: SeriesKey([
            .init(key: .tenant, text: nil), .init(key: .code, text: Array("50% &=\u{0}é".utf8)),
          ])),
        rule: "a rule", state: .clearing, severity: .critical, seconds: 0..<600, quietFrom: 700,
        clearsAt: 800, count: 12, users: UserCount(count: 2_000, isEstimate: true),
        peak: IncidentPeak(seconds: 0..<300, count: 8, expected: 0.1), tenantCount: 2,
        tenant: "a\u{0}b",
        telling: AlertTelling(
          at: 900, renotifySeconds: 14_400, severity: .warning, isProviderWide: true, revision: 2)),
      RememberedAlert(
        subject: AlertSubject(rule: nil, key: SeriesKey([.init(key: .code, text: [0x78])])),
        rule: "x", state: .firing, severity: .warning, seconds: 0..<300, quietFrom: 1, clearsAt: 2,
        count: 1, users: nil, peak: IncidentPeak(seconds: 0..<300, count: 1, expected: nil),
        tenantCount: 0, tenant: nil,
        telling: AlertTelling(at: 1, renotifySeconds: 2, severity: .warning, isProviderWide: false)),
    ])

  static let past = JudgedPast(
    rules: "abc", now: 1_000, stretches: [-600..<900, 700_000..<701_000],
    silenced: [
      SilencedLife(subject: memory.alerts[0].subject, seconds: 0..<600, clearsAt: 900),
      SilencedLife(subject: memory.alerts[1].subject, seconds: 300..<600, clearsAt: 1_200),
    ])

  /// Spikes of one series in windows that begin at these seconds.
  static func spikes(_ starts: [Int64]) -> [FiredSpike] {
    starts.map { start in
      FiredSpike(rule: 3, series: memory.alerts[0].subject.key, kind: 1, start: start)
    }
  }

  static func run(_ id: Int64) -> RunRecord {
    RunRecord(
      id: id, now: EventTime(seconds: 1_000 + id), rules: "abc", status: .warning, files: 1,
      bytes: 2, lines: 3, records: 4, errors: 5)
  }
}
