import Foundation
import Glibc
import LogTestSupport

/// A named pipe with a thread that writes into it, piece by piece.
struct NamedPipe {
  let path: String

  /// Makes the pipe; its thread waits for a reader and closes the pipe after the last piece.
  init(in folder: TemporaryFolder, pieces: [ArraySlice<UInt8>]) throws {
    let path = folder.path + "/pipe-\(UUID().uuidString)"
    guard unsafe mkfifo(path, 0o600) == 0 else { throw CocoaError(.fileWriteUnknown) }
    self.path = path
    // A reader that has seen enough closes early, which must not end the tests.
    _ = signal(SIGPIPE, SIG_IGN)
    Thread.detachNewThread {
      let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
      defer { close(descriptor) }
      for piece in pieces {
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

/// Cuts bytes into pieces of 1 to `longest` bytes, wherever that is.
func pieces(
  of bytes: [UInt8], longest: Int, using random: inout SplitMix64
) -> [ArraySlice<UInt8>] {
  var pieces: [ArraySlice<UInt8>] = []
  var rest = bytes[...]
  while !rest.isEmpty {
    let piece = rest.prefix(Int.random(in: 1...longest, using: &random))
    pieces.append(piece)
    rest = rest.dropFirst(piece.count)
  }
  return pieces
}
