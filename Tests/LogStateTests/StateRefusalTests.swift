import Foundation
import Glibc
import LogModel
import LogState
import Testing

/// Files that are no state of ours: told from each other, and left as they are.
struct StateRefusalTests {
  @Test(arguments: [
    ("", StateError.damaged),
    ("not a database, but long enough to be looked at as one, whatever it is", .damaged),
  ])
  func `a file that is no database is refused`(content: String, error: StateError) throws {
    let file = try StateFolder()
    try Data(content.utf8).write(to: URL(fileURLWithPath: file.path))
    #expect(throws: error) { _ = try file.session() }
    #expect(try file.bytes() == Array(content.utf8))
  }

  @Test func `a state that was cut is refused`() throws {
    let file = try StateFolder()
    try file.run { _ throws(StateError) in }
    let whole = try file.bytes()
    for size in [1, 99, 512, 4_096, whole.count / 2] {
      try Data(whole.prefix(size)).write(to: URL(fileURLWithPath: file.path))
      #expect(throws: StateError.damaged, "\(size) bytes") {
        let session = try file.session()
        _ = try session.counts()
        _ = try session.alertMemory()
        _ = try session.positions()
      }
    }
  }

  @Test(arguments: [
    // Where the header has the owner (68) and the version (60).
    (68, StateError.foreign), (60, StateError.newer(version: 0x7F00_0003, known: 3)),
  ])
  func `the database of somebody else, or of a later version, is refused`(
    place: Int, error: StateError
  ) throws {
    let file = try StateFolder()
    try file.run { _ throws(StateError) in }
    var bytes = try file.bytes()
    bytes[place] = 0x7F
    try Data(bytes).write(to: URL(fileURLWithPath: file.path))
    #expect(throws: error) { _ = try file.session() }
    #expect(try file.bytes() == bytes)
  }

  @Test func `a folder and a link are no state`() throws {
    let file = try StateFolder()
    try file.run { _ throws(StateError) in }
    #expect(throws: StateError.wrongKind(.directory)) {
      _ = try StateSession(at: file.folder, lockWait: 0, windowSeconds: 300)
    }
    let link = file.folder + "/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file.path)
    #expect(throws: StateError.wrongKind(.link)) {
      _ = try StateSession(at: link, lockWait: 0, windowSeconds: 300)
    }
  }

  @Test func `a state that cannot be made or is not there is told so`() throws {
    let file = try StateFolder()
    #expect(throws: StateError.uncreatable(errno: ENOENT)) {
      _ = try StateSession(at: file.folder + "/no/state", lockWait: 0, windowSeconds: 300)
    }
    #expect(throws: StateError.missing) { _ = try StateInspection(at: file.path, lockWait: 0) }
  }

  @Test func `a number that was changed is found`() throws {
    let file = try StateFolder()
    try file.run { session throws(StateError) in
      try session.add(SampleState.counts(1), uniting: { $0 + $1 })
    }
    #expect(try StateInspection(at: file.path, lockWait: 0).faults().isEmpty)
    try file.run { session throws(StateError) in
      var more = SampleState.counts(1)
      more.records.error = 0
      try session.add(more, uniting: { $0 + $1 })
    }
    #expect(
      try StateInspection(at: file.path, lockWait: 0).faults() == [
        .unbalanced, .sum(table: "totals", found: 8, expected: 6),
        .sum(table: "errors", found: 4, expected: 2),
      ])
  }
}
