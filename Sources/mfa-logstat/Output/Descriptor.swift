import Glibc

/// Why bytes could not be written.
enum WriteFailure: Error, Equatable {
  /// Nobody reads the pipe any more (`| head`), which is no error of anybody.
  case closedPipe
  case refused(errno: Int32)
}

/// Writing to file descriptors with every answer of the system looked at.
///
/// `print` says nothing when a disk is full, and `FileHandle` dies of a closed pipe.
enum Descriptor {
  /// Writes all of `bytes`, however many calls that takes.
  ///
  /// - Throws: `closedPipe` or what else the system says; an unknown part was written by then.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(WriteFailure) {
    var done = 0
    while done < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        unsafe write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
      }
      if written > 0 {
        done += written
        continue
      }
      switch written == 0 ? ENOSPC : errno {
      case EINTR: continue
      case EAGAIN: waitUntilWritable(descriptor)
      case EPIPE: throw .closedPipe
      case let code: throw .refused(errno: code)
      }
    }
  }

  /// Everything that can be read from a descriptor, or nil with `errno` set when it cannot.
  ///
  /// It stops soon after `limit` bytes, so that a wrong file does not fill the memory.
  static func readAll(_ descriptor: Int32, limit: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= limit {
      let count = unsafe read(descriptor, &block, block.count)
      if count == 0 { break }
      if count > 0 {
        bytes.append(contentsOf: block[..<count])
      } else if errno == EAGAIN {
        wait(descriptor, for: POLLIN)
      } else if errno != EINTR {
        return nil
      }
    }
    return bytes
  }

  private static func waitUntilWritable(_ descriptor: Int32) { wait(descriptor, for: POLLOUT) }

  /// Sleeps until a descriptor that does not block is ready.
  private static func wait(_ descriptor: Int32, for events: Int32) {
    var request = pollfd(fd: descriptor, events: Int16(events), revents: 0)
    _ = unsafe poll(&request, 1, -1)
  }
}
