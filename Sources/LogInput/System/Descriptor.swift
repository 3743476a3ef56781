import Glibc
import LogModel

/// An open file of the system, closed when its owner goes.
struct Descriptor: ~Copyable {
  private let number: Int32
  private let isOwned: Bool

  /// Standard input, which stays open.
  static var standardInput: Descriptor { Descriptor(number: STDIN_FILENO, isOwned: false) }

  /// Opens a path that the system takes in one piece.
  ///
  /// - Parameters:
  ///   - path: With a zero at its end.
  ///   - directory: Where a relative path starts; the working directory if nil.
  ///   - flags: Those of `open(2)`; to close on exec is added.
  /// - Throws: The system's refusal.
  init(
    opening path: [CChar], in directory: borrowing Descriptor?, flags: Int32
  ) throws(SystemFailure) {
    let start = Descriptor.number(of: directory)
    var opened: Int32
    repeat {
      opened = unsafe openat(start, path, flags | O_CLOEXEC)
    } while opened < 0 && errno == EINTR
    guard opened >= 0 else { throw .latest }
    self.init(number: opened, isOwned: true)
  }

  private init(number: Int32, isOwned: Bool) {
    self.number = number
    self.isOwned = isOwned
  }

  deinit {
    if isOwned { _ = close(number) }
  }

  /// Another descriptor of the same open file, closed by its own owner.
  func duplicate() throws(SystemFailure) -> Descriptor {
    let copy = fcntl(number, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw .latest }
    return Descriptor(number: copy, isOwned: true)
  }

  func status() throws(SystemFailure) -> FileStatus {
    var status = stat()
    guard unsafe fstat(number, &status) == 0 else { throw .latest }
    return FileStatus(status)
  }

  /// What is known about a path, seen from a directory; see `init(opening:in:flags:)`.
  static func status(
    of path: [CChar], in directory: borrowing Descriptor?, followingLink: Bool
  ) throws(SystemFailure) -> FileStatus {
    var status = stat()
    let flags = followingLink ? 0 : AT_SYMLINK_NOFOLLOW
    guard unsafe fstatat(number(of: directory), path, &status, flags) == 0 else { throw .latest }
    return FileStatus(status)
  }

  /// Where the next `read` starts; nil for what has no positions.
  var position: Int? {
    let position = lseek(number, 0, SEEK_CUR)
    return position < 0 ? nil : Int(position)
  }

  /// Tells the system that the whole file is going to be read from front to end.
  func adviseSequentialReading() {
    // Only a hint: what it answers changes nothing.
    _ = posix_fadvise(number, 0, 0, POSIX_FADV_SEQUENTIAL)
  }

  /// Reads bytes at a place of a file, which are there or never come.
  ///
  /// - Parameters:
  ///   - buffer: Where the bytes go; not empty.
  ///   - offset: Where in the file they come from.
  /// - Returns: How many bytes were read; zero at the end.
  /// - Throws: The system's refusal, but not what only asks for another try.
  func read(
    into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(SystemFailure) -> Int {
    while true {
      let count = unsafe pread(number, buffer.baseAddress, buffer.count, off_t(offset))
      if count >= 0 { return count }
      guard errno == EINTR else { throw .latest }
    }
  }

  /// Reads the next bytes of a stream, waiting for the first one.
  ///
  /// - Parameters:
  ///   - buffer: Where the bytes go; not empty.
  ///   - interrupt: When it is raised, waiting ends soon.
  /// - Returns: How many bytes were read; zero at the end; nil when `interrupt` is raised.
  /// - Throws: The system's refusal, but not what only asks for another try.
  func readNext(
    into buffer: UnsafeMutableRawBufferPointer, interrupt: InterruptFlag?
  ) throws(SystemFailure) -> Int? {
    while try waitForInput(interrupt: interrupt) {
      let count = unsafe Glibc.read(number, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      guard errno == EINTR || errno == EAGAIN else { throw .latest }
    }
    return nil
  }

  /// The names in a directory without `.` and `..`, in no order.
  func entryNames() throws(SystemFailure) -> [[UInt8]] {
    // The stream closes the descriptor that it is given, so it gets one of its own.
    let copy = fcntl(number, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw .latest }
    guard let stream = unsafe fdopendir(copy) else {
      let failure = SystemFailure.latest
      _ = close(copy)
      throw failure
    }
    defer { _ = unsafe closedir(stream) }
    guard let nameOffset = MemoryLayout<dirent>.offset(of: \.d_name) else { return [] }
    var names: [[UInt8]] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else { break }
      // The name goes on past the end of `d_name` where a file system has longer names, so it is
      // read from where it stands and not from a copy of the entry.
      let start = unsafe UnsafeRawPointer(entry) + nameOffset
      let length = unsafe strlen(start.assumingMemoryBound(to: CChar.self))
      let name = unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: length))
      if name != [0x2E] && name != [0x2E, 0x2E] { names.append(name) }
    }
    guard errno == 0 else { throw .latest }
    return names
  }

  /// Sleeps until a stream has something to read or has ended.
  ///
  /// - Returns: False when `interrupt` is raised, whatever there is to read.
  private func waitForInput(interrupt: InterruptFlag?) throws(SystemFailure) -> Bool {
    var request = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
    // A signal may reach any thread, so only looking again and again is sure to notice it.
    while interrupt?.isRaised != true {
      let ready = unsafe poll(&request, 1, Descriptor.patience)
      if ready > 0 { return true }
      guard ready == 0 || errno == EINTR || errno == EAGAIN else { throw .latest }
    }
    return false
  }

  /// How long a quiet stream is waited for before looking at the interrupt, in milliseconds.
  private static let patience: Int32 = 100

  private static func number(of directory: borrowing Descriptor?) -> Int32 {
    switch directory {
    case .some(let descriptor): descriptor.number
    case .none: AT_FDCWD
    }
  }
}
