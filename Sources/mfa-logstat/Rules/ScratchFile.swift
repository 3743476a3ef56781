import Glibc

/// A file without a name, for bytes that must be read like a log; it is gone with its owner.
final class ScratchFile {
  private let descriptor: Int32

  /// - Throws: `refused` when the system gives no such file or no room for the bytes.
  init(_ bytes: [UInt8]) throws(WriteFailure) {
    let folder = Environment()("TMPDIR") ?? "/tmp"
    var name = NativeText.path("\(folder)/mfa-logstat.XXXXXX")
    descriptor = unsafe mkstemp(&name)
    guard descriptor >= 0 else { throw .refused(errno: errno) }
    _ = unsafe unlink(name)
    try Descriptor.writeAll(bytes, to: descriptor)
  }

  deinit { if descriptor >= 0 { _ = close(descriptor) } }

  /// What opens it, from its beginning.
  var path: String { "/proc/self/fd/\(descriptor)" }
}
