import Foundation
import Glibc
import LogModel
import LogState
import Testing

/// What goes into a state, and what comes out again.
struct StateSessionTests {
  @Test func `what was added in two runs is there together`() throws {
    let file = try StateFolder()
    try file.run { session throws(StateError) in
      try session.add(SampleState.counts(1), uniting: { $0 + $1 })
      try session.store([SampleState.position], run: 1)
      try session.watch([Array("/var/log/app.log".utf8)])
      try session.store(SampleState.memory)
      try session.store(SampleState.run(1))
    }
    try file.run { session throws(StateError) in
      try session.add(SampleState.counts(2), uniting: { $0 + $1 })
      try session.store(SampleState.run(2))
    }
    let session = try file.session()
    #expect(try session.counts().attempts.isEmpty)
    var range = StoredRange.all
    range.hasAttempts = true
    let counts = try session.counts(range)
    #expect(
      counts.attempts == [
        StoredAttempts(window: StoredWindow(.timed, start: 600), method: 1, records: 9)
      ])
    #expect(counts.tenants == [nil, Array("acme".utf8)])
    #expect(counts.codes.map(\.kind) == [0, 0, 3])
    #expect(counts.totals.map(\.records) == [1, 10])
    #expect(counts.errors.map(\.count) == [6])
    #expect(counts.errors.first?.users == [1, 7, 1, 7])
    #expect(counts.errors.first?.first == EventTime(seconds: 601, nanoseconds: 5))
    #expect(counts.userCounts.map(\.count) == [4])
    #expect(counts.userCounts.first?.user == .max)
    #expect(counts.records.error == 6)
    var position = SampleState.position
    position.id = 1
    #expect(try session.positions() == [position])
    #expect(try session.watchedLogs() == [Array("/var/log/app.log".utf8)])
    #expect(try session.alertMemory() == SampleState.memory)
    #expect(try session.runs(limit: 5) == [SampleState.run(2), SampleState.run(1)])
  }

  @Test func `a run that fails at any step leaves the state as it was`() throws {
    let file = try StateFolder()
    try file.run { session throws(StateError) in
      try session.add(SampleState.counts(1), uniting: { $0 + $1 })
      try session.store(SampleState.memory)
      try session.store(SampleState.run(1))
    }
    let before = try file.bytes()
    var step = 1
    var isDone = false
    while !isDone, step < 1_000 {
      do throws(StateError) {
        try file.run(failingAt: step) { session throws(StateError) in
          try session.add(SampleState.counts(2), uniting: { $0 + $1 })
          try session.store([SampleState.position], run: 2)
          try session.store(AlertMemory())
          try session.store(SampleState.past, spikes: SampleState.spikes([0]), judgedFrom: .min)
          try session.store(SampleState.run(2))
        }
        isDone = true
      } catch {
        #expect(error == .refused(step: step))
        #expect(try file.bytes() == before, "step \(step)")
        // What a process that dies here leaves behind is the same.
        #expect(try file.session().runs(limit: 5) == [SampleState.run(1)], "step \(step)")
      }
      step += 1
    }
    #expect(isDone && step > 10)
    #expect(try file.session().runs(limit: 5).count == 2)
  }

  @Test func `a judgement takes the place of the one before, as far back as it judged`() throws {
    let file = try StateFolder()
    try file.run { session throws(StateError) in
      #expect(try session.judgedPast() == nil)
      try session.store(SampleState.past, spikes: SampleState.spikes([0, 300, 600]), judgedFrom: 0)
    }
    var past = SampleState.past
    past.now = 2_000
    past.silenced.removeFirst()
    try file.run { session throws(StateError) in
      #expect(try session.judgedPast() == SampleState.past)
      try session.store(past, spikes: SampleState.spikes([900]), judgedFrom: 600)
    }
    let session = try file.session()
    #expect(try session.judgedPast() == past)
    #expect(try session.spikes(in: 300..<1_000) == SampleState.spikes([300, 900]))
    try session.forgetJudgedPast()
    #expect(try session.judgedPast() == nil)
  }

  @Test func `counts of late windows come with the last one before in which users were named`()
    throws
  {
    let file = try StateFolder()
    try file.run { session throws(StateError) in
      try session.add(SampleState.counts(1), uniting: { $0 + $1 })
      var later = SampleState.counts(1)
      for index in later.totals.indices { later.totals[index].window.start += 3_000 }
      later.errors[0].window.start += 3_000
      later.errors[0].users = []
      try session.add(later, uniting: { $0 + $1 })
    }
    let session = try file.session()
    func starts(from second: Int64, lacksUsers: Bool = false) throws -> ([Int64], [Int64]) {
      var range = StoredRange(totalsFrom: second, errorsFrom: second, userCountsFrom: second)
      range.lacksUsers = lacksUsers
      let counts = try session.counts(range)
      return (counts.errors.map(\.window.start).sorted(), counts.userCounts.map(\.start))
    }
    #expect(try starts(from: 0) == ([600, 3_600], [0]))
    #expect(try starts(from: 601) == ([600, 3_600], []))
    #expect(try starts(from: 4_000) == ([], []))
    #expect(try starts(from: 4_000, lacksUsers: true) == ([600], []))
    #expect(try session.errorSums().errors.map(\.count) == [4])
  }

  @Test func `what is older than asked for is forgotten, and the books say so`() throws {
    let file = try StateFolder()
    try file.run { session throws(StateError) in
      try session.add(SampleState.counts(1), uniting: { $0 + $1 })
      try session.store(SampleState.past, spikes: [], judgedFrom: .min)
      try session.forget(before: 86_400)
    }
    let session = try file.session()
    #expect(try session.judgedPast() == nil)
    #expect(try session.counts().totals.map(\.records) == [1])
    #expect(try session.counts().errors.isEmpty)
    var range = StoredRange.all
    range.hasAttempts = true
    #expect(try session.counts(range).attempts.isEmpty)
    #expect(try session.forgottenBefore() == 86_400)
    session.rollBack()
    #expect(try StateInspection(at: file.path, lockWait: 0).faults().isEmpty)
  }

  @Test func `ids are known until they are forgotten`() throws {
    let file = try StateFolder()
    let (one, two) = (EventID(high: .max, low: 1), EventID(high: 1, low: .max))
    try file.run { session throws(StateError) in
      #expect(try !session.storedIDs().knows(one))
      try session.add(SampleState.counts(1), uniting: { $0 + $1 })
      try session.add([one, one], seen: 1_000)
      try session.add([one, two], seen: 90_000)
    }
    try file.run { session throws(StateError) in
      let known = try session.storedIDs()
      #expect(known.knows(one) && known.knows(two))
      #expect(!known.knows(EventID(high: 1, low: 1)))
      try known.check()
      try session.forget(before: 86_400)
      #expect(!known.knows(one) && known.knows(two))
    }
  }

  @Test func `only its owner may look into a state`() throws {
    let file = try StateFolder()
    try file.run { _ throws(StateError) in }
    var status = stat()
    #expect(unsafe lstat(file.path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: file.folder) == ["state"])
  }

  @Test func `a second run waits for the first one and no longer than it is told`() throws {
    let file = try StateFolder()
    let first = try file.session()
    #expect(throws: StateError.locked) { _ = try file.session() }
    try first.commit()
    _ = try file.session()
  }

  @Test func `waiting for another run ends when somebody wants it to`() throws {
    let file = try StateFolder()
    let first = try file.session()
    defer { first.rollBack() }
    let interrupt = InterruptFlag()
    interrupt.raise()
    #expect(throws: StateError.interrupted) {
      _ = try StateSession(
        at: file.path, lockWait: 60, windowSeconds: 300, interrupt: interrupt)
    }
  }

  @Test func `rules with windows that the state cannot make up are refused`() throws {
    let file = try StateFolder()
    try file.run { _ throws(StateError) in }
    #expect(throws: StateError.otherWindows(stored: 300, asked: 60)) {
      _ = try StateSession(at: file.path, lockWait: 0, windowSeconds: 60)
    }
  }
}
