import Foundation
import GRDB
import LogAlerting
import LogModel
import LogPipeline
import LogTestSupport
import Testing

/// How much a run with memory reads, and from which states.
struct ReviewCostTests {
  /// So many days of two tenants, which end at the same moment: three records every half hour.
  private func log(days: Int64) -> [String] {
    let end: Int64 = 1_776_470_400
    return stride(from: end - days * 86_400, to: end, by: 600).map { second in
      let (time, isError) = (EventTime(seconds: second), second % 1_800 == 0)
      let kind = isError ? #""error_code":"invalid_otp""# : #""type":"gd_auth_succeed""#
      return #"{"time":"\#(time)","tenant":"t\#(second / 600 % 2)",\#(kind),"user_id":"u"}"#
    }
  }

  /// How many rows the run over one more line reads, and the one that had read all others.
  private func rows(days: Int64) throws -> (last: Int, first: Int) {
    let folder = try TemporaryFolder()
    let reviewer = Reviewer(state: folder.path + "/state", CutStory(seed: 1, days: 0), seed: 0)
    let lines = log(days: days)
    var text = lines.dropLast().joined(separator: "\n") + "\n"
    _ = try reviewer.run(over: folder.write(Array(text.utf8), to: "app.log"), now: 1_776_470_400)
    let other = Reviewer(state: reviewer.state, reviewer.story, seed: 0)
    text += (lines.last ?? "") + "\n"
    _ = try other.run(over: folder.write(Array(text.utf8), to: "app.log"), now: 1_776_470_400)
    let all = Reviewer(state: reviewer.state, reviewer.story, seed: 0, judgesAll: true)
    text += (lines.last ?? "") + "\n"
    _ = try all.run(over: folder.write(Array(text.utf8), to: "app.log"), now: 1_776_470_400)
    return (other.rowsRead, all.rowsRead)
  }

  @Test func `what a run reads does not depend on how much is stored`() throws {
    let (ten, most) = try (rows(days: 12), rows(days: 35))
    #expect(ten.last == most.last)
    // Of the week and a day before, only errors, which are a third of all; not one in twenty else.
    #expect(most.last < most.first / 4)
    #expect(most.first > ten.first * 2)
  }

  @Test func `a state of the first version is taken up`() throws {
    let folder = try TemporaryFolder()
    let story = CutStory(seed: 1)
    let old = Reviewer(state: folder.path + "/old", story, seed: 1)
    let new = Reviewer(state: folder.path + "/new", story, seed: 1)
    var path = ""
    for part in 1...4 {
      let lines = story.lines.prefix(story.lines.count * part / 4)
      path = try folder.write(
        Array(lines.map { $0.text + "\n" }.joined().utf8), to: "app.log")
      let now = lines.last?.arrival ?? 0
      let reports = try (old.run(over: path, now: now), new.run(over: path, now: now))
      #expect(reports.0.transitions == reports.1.transitions)
      #expect(try old.memory() == new.memory())
      guard part == 2 else { continue }
      // What later versions have besides: as it was before them.
      try DatabaseQueue(path: old.state).write { database in
        try database.execute(
          sql: """
            DROP TRIGGER name_errors; DROP TABLE named; DROP TABLE spikes; DROP TABLE silenced;
            DROP TABLE stretches; DROP TABLE attempts; DROP TABLE ids;
            DELETE FROM settings WHERE name IN ('judged_rules', 'judged_at');
            PRAGMA user_version = 1;
            """)
      }
    }
    let named = try [old, new].map { reviewer in
      try DatabaseQueue(path: reviewer.state).read { database in
        try Row.fetchAll(
          database,
          sql: """
            SELECT n.kind, t.name, c.name, n.method, n.start FROM named AS n
              JOIN tenants AS t ON t.id = n.tenant JOIN codes AS c ON c.id = n.code
            ORDER BY 1, 2, 3, 4
            """)
      }
    }
    #expect(named[0] == named[1] && named[0].count > 5)
  }
}
