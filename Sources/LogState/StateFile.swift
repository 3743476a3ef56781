import GRDB
import Glibc
import LogModel

/// The file of a state: how it is opened, and how it is made.
enum StateFile {
  /// Opens the database of an existing file, waiting so many seconds for other runs, or until somebody
  /// wants this one to end.
  static func open(
    _ path: String, lockWait: Double, isReadOnly: Bool, interrupt: InterruptFlag? = nil
  ) throws(StateError) -> DatabaseQueue {
    try check(path)
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    let mostTries = Int(lockWait * 1_000 / Double(StateFile.pauseMilliseconds))
    configuration.busyMode = .callback { tries in
      guard tries < mostTries, interrupt?.isRaised != true else { return false }
      // A signal ends it early.
      _ = usleep(StateFile.pauseMilliseconds * 1_000)
      return true
    }
    // A run's transaction is open from its first look to its last word.
    configuration.allowsUnsafeTransactions = true
    configuration.prepareDatabase { database in
      // What is committed is on the disk; tables of a damaged file run nothing.
      try database.execute(
        sql: """
          PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;
          PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384;
          """)
    }
    return try wrap { try DatabaseQueue(path: path, configuration: configuration) }
  }

  /// Between two looks whether another run is done.
  private static let pauseMilliseconds: UInt32 = 20

  /// Makes an empty state, which comes to be as a whole or not at all.
  ///
  /// Does nothing when another run was faster.
  static func create(_ path: String, windowSeconds: Int64) throws(StateError) {
    let draft = "\(path).new-\(getpid())"
    let descriptor = unsafe Glibc.open(
      draft, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .uncreatable(errno: errno) }
    // The mask of the process must not make it less for its owner; it never makes it more.
    _ = fchmod(descriptor, 0o600)
    _ = close(descriptor)
    defer { _ = unsafe unlink(draft) }
    try wrap {
      let queue = try DatabaseQueue(path: draft)
      try queue.write { database in
        try database.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
        try Schema.migrate(database, from: 0)
        try database.execute(
          sql: "INSERT INTO settings VALUES ('window_seconds', ?)", arguments: [windowSeconds])
      }
      try queue.close()
    }
    guard unsafe link(draft, path) != 0 else { return try syncFolder(of: path) }
    switch errno {
    case EEXIST: return
    case EPERM, ENOTSUP, ENOSYS:
      // A file system without hard links.
      guard unsafe rename(draft, path) == 0 else { throw .uncreatable(errno: errno) }
      try syncFolder(of: path)
    case let code: throw .uncreatable(errno: code)
    }
  }

  /// Whether there is anything under this name.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  private static func check(_ path: String) throws(StateError) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else {
      throw errno == ENOENT ? .missing : .unopenable(errno: errno)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .wrongKind(.directory)
    case S_IFLNK: throw .wrongKind(.link)
    default: throw .wrongKind(.other)
    }
    // SQLite would take an empty file for a new database, and so a lost state for none. The smallest
    // page has 512 bytes.
    guard status.st_size >= 512 else { throw .damaged }
    guard unsafe access(path, R_OK) == 0 else { throw .unopenable(errno: errno) }
  }

  /// Brings the name of a new file to the disk.
  private static func syncFolder(of path: String) throws(StateError) {
    let cut = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = cut.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let descriptor = unsafe Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { _ = close(descriptor) }
    // Some file systems know no such thing.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw .uncreatable(errno: errno) }
  }

  /// Does something with GRDB, whose errors say more than is of use.
  static func wrap<Result>(_ body: () throws -> Result) throws(StateError) -> Result {
    do {
      return try body()
    } catch let error as StateError {
      throw error
    } catch let error as DatabaseError {
      throw StateError(code: error.extendedResultCode.rawValue)
    } catch {
      throw .damaged
    }
  }
}
