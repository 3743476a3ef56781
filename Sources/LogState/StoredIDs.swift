import GRDB
import LogModel

/// The ids of records that earlier runs have met, looked up one by one while a run reads.
///
/// Threads may ask; what fails is kept until somebody asks for that.
package final class StoredIDs: Sendable {
  private let queue: DatabaseQueue
  private let failure = Guarded<StateError?>(nil)
  /// Most states have none.
  private let isEmpty: Bool

  init(queue: DatabaseQueue) throws(StateError) {
    self.queue = queue
    isEmpty =
      try StateFile.wrap {
        try queue.writeWithoutTransaction { database in
          try Bool.fetchOne(database, sql: "SELECT 1 FROM ids LIMIT 1") ?? false
        }
      } == false
  }

  /// Whether an earlier run has met an id; false also where that cannot be read.
  ///
  /// - Complexity: O(log n) in the number of ids that are stored.
  package func knows(_ id: EventID) -> Bool {
    guard !isEmpty else { return false }
    do throws(StateError) {
      return try StateFile.wrap {
        try queue.writeWithoutTransaction { database in
          let find = try database.cachedStatement(
            sql: "SELECT 1 FROM ids WHERE high = ? AND low = ?")
          return try Bool.fetchOne(
            find, arguments: [Int64(bitPattern: id.high), Int64(bitPattern: id.low)]) ?? false
        }
      }
    } catch {
      failure.withLock { $0 = $0 ?? error }
      return false
    }
  }

  /// - Throws: What kept an id from being looked up.
  package func check() throws(StateError) {
    if let failure = failure.withLock({ $0 }) { throw failure }
  }
}

extension StateSession {
  /// The ids that earlier runs have met.
  package func storedIDs() throws(StateError) -> StoredIDs { try StoredIDs(queue: queue) }

  /// Remembers ids, which are forgotten with the counts of that UTC second.
  package func add(_ ids: [EventID], seen: Int64) throws(StateError) {
    try attempt { database in
      let add = try RowStatement(
        "INSERT INTO ids VALUES (?,?,?) ON CONFLICT DO NOTHING", on: database)
      // In the order of the keys, so that pages are met one after another.
      for id in ids.sorted(by: {
        (Int64(bitPattern: $0.high), $0.low) < (Int64(bitPattern: $1.high), $1.low)
      }) {
        try announce()
        try add.run([.init(id.high), .init(id.low), .init(seen)])
      }
    }
  }
}
