import GRDB
import LogModel

/// One run's hold on a state: one transaction from the first look to the last word.
///
/// Nobody else can write meanwhile. What is written counts only once `commit` has come back; when the
/// process ends before, or fails, everything is as it was.
package final class StateSession {
  /// Told of every row before it is written; may refuse.
  package typealias Witness = (_ step: Int) throws(StateError) -> Void

  let queue: DatabaseQueue
  private let witness: Witness?
  private var steps = 0
  private var isOpen = true
  /// The length of the windows that it counts by, in seconds.
  package let windowSeconds: Int64

  /// Opens a state, or makes one, and locks it.
  ///
  /// - Parameters:
  ///   - path: Where it is, or will be.
  ///   - lockWait: How many seconds to wait for another run.
  ///   - windowSeconds: What the windows of the rules are multiples of; positive.
  ///   - interrupt: Ends the waiting when it is raised.
  ///   - witness: For those who try what happens when writing fails.
  /// - Throws: Everything that keeps it from being used.
  package init(
    at path: String, lockWait: Double, windowSeconds: Int64, interrupt: InterruptFlag? = nil,
    witness: Witness? = nil
  ) throws(StateError) {
    if !StateFile.exists(path) {
      try StateFile.create(path, windowSeconds: StateSession.baseSeconds(for: windowSeconds))
    }
    do throws(StateError) {
      let queue = try StateFile.open(
        path, lockWait: lockWait, isReadOnly: false, interrupt: interrupt)
      self.queue = queue
      self.witness = witness
      self.windowSeconds = try StateFile.wrap {
        try queue.writeWithoutTransaction { database in
          try database.beginTransaction(.immediate)
          try StateSession.admit(database, isReadOnly: false)
          return try Int64.fetchOne(
            database, sql: "SELECT value FROM settings WHERE name = 'window_seconds'") ?? 0
        }
      }
    } catch StateError.locked where interrupt?.isRaised ?? false {
      throw .interrupted
    }
    guard self.windowSeconds > 0 else { throw .damaged }
    guard windowSeconds % self.windowSeconds == 0 else {
      throw .otherWindows(stored: self.windowSeconds, asked: windowSeconds)
    }
  }

  deinit { rollBack() }

  /// Five minutes fit the windows of nearly all rules; a shorter one is taken where some rule needs it.
  private static func baseSeconds(for windowSeconds: Int64) -> Int64 {
    var (left, right) = (windowSeconds, Int64(300))
    while right != 0 { (left, right) = (right, left % right) }
    return left
  }

  /// Looks whose a database is, and takes an older one to the present version.
  static func admit(_ database: Database, isReadOnly: Bool) throws {
    let owner = try Int32.fetchOne(database, sql: "PRAGMA application_id")
    guard owner == Schema.applicationID else { throw StateError.foreign }
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard version > 0 else { throw StateError.damaged }
    guard version <= Schema.version else {
      throw StateError.newer(version: version, known: Schema.version)
    }
    if version < Schema.version, !isReadOnly { try Schema.migrate(database, from: version) }
  }

  /// Makes everything that was written count.
  ///
  /// - Throws: When it cannot be brought to the disk; then nothing of it counts.
  package func commit() throws(StateError) {
    try announce()
    try attempt { try $0.commit() }
    isOpen = false
  }

  /// Leaves everything as it was.
  package func rollBack() {
    guard isOpen else { return }
    isOpen = false
    // When this fails, too, SQLite does it at the next opening.
    try? queue.writeWithoutTransaction { try $0.rollback() }
  }

  // MARK: Steps

  func attempt<Result>(_ body: (Database) throws -> Result) throws(StateError) -> Result {
    try StateFile.wrap { try queue.writeWithoutTransaction(body) }
  }

  /// Tells the witness that something is going to be written.
  func announce() throws(StateError) {
    guard let witness else { return }
    steps += 1
    try witness(steps)
  }
}
