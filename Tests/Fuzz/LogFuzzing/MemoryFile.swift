import CMemoryFile
import Glibc
import LogInput

/// Bytes that the system gives out like a file or a pipe, without touching a disk.
final class MemoryFile {
  private let descriptor: Int32

  /// A regular file that holds the bytes.
  init?(_ bytes: [UInt8]) {
    descriptor = logstat_memory_file()
    guard descriptor >= 0, unsafe write(descriptor, bytes, bytes.count) == bytes.count else {
      return nil
    }
    // A reader of its own starts at the front.
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { return nil }
  }

  /// A pipe that gives out the bytes in packets, one for each read, and then ends.
  ///
  /// The first six bytes, at which a reader looks in advance, come one by one. Nil when the pipe does
  /// not hold all packets: it holds 200 of at most 4,096 bytes.
  init?(packets: [ArraySlice<UInt8>]) {
    var ends: [Int32] = [-1, -1]
    guard unsafe logstat_packet_pipe(&ends) == 0 else {
      descriptor = -1
      return nil
    }
    descriptor = ends[0]
    defer { close(ends[1]) }
    for packet in packets {
      let isWritten = unsafe packet.withUnsafeBytes {
        unsafe write(ends[1], $0.baseAddress, $0.count) == $0.count
      }
      guard isWritten else { return nil }
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// A path that opens it as long as this object lives.
  var path: String { "/proc/self/fd/\(descriptor)" }

  var source: InputSource { InputSource(name: path, place: .file(path: path)) }
}
