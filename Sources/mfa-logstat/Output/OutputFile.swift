import Glibc
import LogModel

/// A place that a report goes to: standard output, or a file that appears only when it is whole.
///
/// A file is written beside its final place and renamed at the end, so that a reader never sees half
/// of it and a failure leaves the old one. Devices and pipes are written directly.
final class OutputFile {
  /// As the user wrote it; for messages.
  let name: String
  private let descriptor: Int32
  /// Nil when the bytes go straight to their place.
  private let temporary: String?
  private let final: String
  /// Nothing more is written after the first failure.
  private(set) var failure: WriteFailure?
  private var isOpen = true

  /// Standard output.
  init() {
    name = "standard output"
    descriptor = STDOUT_FILENO
    temporary = nil
    final = ""
  }

  /// - Throws: `refused` with the reason why the file cannot be made.
  init(path: String) throws(WriteFailure) {
    name = path
    var status = stat()
    let exists = unsafe stat(NativeText.path(path), &status) == 0
    let kind = status.st_mode & S_IFMT
    if exists, kind == S_IFDIR { throw .refused(errno: EISDIR) }
    if exists, kind != S_IFREG {
      descriptor = try OutputFile.descriptor(of: path, flags: O_WRONLY | O_NOCTTY)
      temporary = nil
      final = path
      return
    }
    // A link stays a link: the file that it points to is replaced.
    let place = exists ? OutputFile.resolved(path) : path
    final = place
    let beside = OutputFile.temporaryName(for: place)
    descriptor = try OutputFile.descriptor(
      of: beside, flags: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW)
    temporary = beside
    if exists { _ = fchmod(descriptor, status.st_mode & 0o7777) }
  }

  deinit {
    guard isOpen, descriptor != STDOUT_FILENO else { return }
    _ = close(descriptor)
    if let temporary { _ = unsafe unlink(NativeText.path(temporary)) }
  }

  func write(_ bytes: [UInt8]) {
    guard failure == nil else { return }
    do {
      try Descriptor.writeAll(bytes, to: descriptor)
    } catch {
      failure = error
    }
  }

  /// Puts the file in its place, or takes it away when a write failed.
  ///
  /// - Returns: The first failure of all, nil when every byte is where it belongs.
  func finish() -> WriteFailure? {
    guard isOpen, descriptor != STDOUT_FILENO else { return failure }
    isOpen = false
    if failure == nil, temporary != nil, fsync(descriptor) != 0 { failure = .refused(errno: errno) }
    if close(descriptor) != 0, failure == nil { failure = .refused(errno: errno) }
    guard let temporary else { return failure }
    let beside = NativeText.path(temporary)
    if failure == nil, unsafe rename(beside, NativeText.path(final)) != 0 {
      failure = .refused(errno: errno)
    }
    if failure != nil { _ = unsafe unlink(beside) }
    return failure
  }

  private static func descriptor(
    of path: String, flags: Int32
  ) throws(WriteFailure) -> Int32 {
    while true {
      // The mode of a file that a shell redirection makes.
      let descriptor = unsafe open(NativeText.path(path), flags | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return descriptor }
      // A named pipe that nobody reads is waited for until a signal comes.
      if errno != EINTR || Interrupts.flag.isRaised { throw .refused(errno: errno) }
    }
  }

  private static func resolved(_ path: String) -> String {
    guard let real = unsafe realpath(NativeText.path(path), nil) else { return path }
    defer { unsafe free(real) }
    return unsafe NativeText.text(of: real)
  }

  /// A hidden name in the same directory, which is the same file system.
  private static func temporaryName(for path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let directory = parts.dropLast().joined(separator: "/")
    let number = String(UInt32.random(in: 0...UInt32.max), radix: 16)
    return (parts.count > 1 ? directory + "/" : "") + ".mfa-logstat.\(getpid()).\(number)"
  }
}
