import Foundation
import Glibc
import Synchronization

/// A named pipe with a thread that writes into it, piece by piece.
struct NamedPipe {
  let path: String

  /// Makes the pipe; its thread waits for a reader, and before each piece for `mayWrite` to return.
  init(
    in directory: TemporaryDirectory, pieces: [ArraySlice<UInt8>],
    mayWrite: @escaping @Sendable (_ piece: Int) -> Void = { _ in }
  ) throws {
    let path = directory.path + "/pipe-\(UUID().uuidString)"
    guard unsafe mkfifo(path, 0o600) == 0 else { throw CocoaError(.fileWriteUnknown) }
    self.path = path
    // A reader that has seen enough closes early, which must not end the tests.
    _ = signal(SIGPIPE, SIG_IGN)
    Thread.detachNewThread {
      let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
      defer { close(descriptor) }
      for (index, piece) in pieces.enumerated() {
        mayWrite(index)
        var rest = piece
        while !rest.isEmpty {
          let written = unsafe rest.withUnsafeBytes {
            unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
          }
          if written < 0 { return }
          rest = rest.dropFirst(written)
        }
      }
    }
  }
}

/// Cuts bytes into pieces of 1 to `longest` bytes.
func pieces(
  of bytes: [UInt8], longest: Int, using random: inout some RandomNumberGenerator
) -> [ArraySlice<UInt8>] {
  var pieces: [ArraySlice<UInt8>] = []
  var rest = bytes[...]
  while !rest.isEmpty {
    pieces.append(rest.prefix(Int.random(in: 1...longest, using: &random)))
    rest = rest.dropFirst(pieces.last?.count ?? 0)
  }
  return pieces
}
