import Glibc
import LogModel

/// An opened regular file that may be a log, or a part of one that was rotated.
///
/// It holds on to the file that was opened, whatever happens to its name, and to the size that it had
/// then: what is written later is left for the next time.
package final class LogFile: Sendable {
  /// The path by which it was asked for: its own, or that of the log from which it was rotated.
  package let log: [UInt8]
  package let path: [UInt8]
  /// Whether this very path was asked for.
  package let isGiven: Bool
  package let identity: FileIdentity
  /// In bytes as they lie there.
  package let rawSize: Int
  package let isCompressed: Bool
  /// Why nothing of it can be read, although it could be opened.
  let failure: InputError?
  let descriptor: Descriptor

  /// Opens a file and looks at its first bytes.
  ///
  /// - Parameters:
  ///   - path: The file's own path.
  ///   - log: The path by which it was asked for.
  ///   - isGiven: Whether it was asked for by its own path.
  /// - Returns: Nil for what is no regular file.
  /// - Throws: `SourceProblem.unopenable`, and `.unsupportedCompression` for what is compressed
  ///   otherwise than by gzip.
  package static func open(
    _ path: [UInt8], log: [UInt8], isGiven: Bool
  ) throws(InputError) -> LogFile? {
    guard let file = try openPlain(path, log: log, isGiven: isGiven) else { return nil }
    let firstBytes: [UInt8]
    do throws(InputError) {
      firstBytes = try file.rawBytes(in: 0..<6)
    } catch {
      // It is there, which counts for as much as what is in it.
      return try LogFile(file, isCompressed: false, failure: error)
    }
    switch Compression(firstBytes: firstBytes, isWhole: true) {
    case .format(.gzip): return try LogFile(file, isCompressed: true, failure: nil)
    case .format(let format): throw InputError(.unsupportedCompression(format))
    case .plain, .undecided: return file
    }
  }

  private static func openPlain(
    _ path: [UInt8], log: [UInt8], isGiven: Bool
  ) throws(InputError) -> LogFile? {
    do throws(SystemFailure) {
      let native = NativePath(path)
      guard try native.status().kind == .regular else { return nil }
      // A pipe may have taken its place; to open it does not wait.
      let descriptor = try native.open(O_NONBLOCK)
      let status = try descriptor.status()
      guard status.kind == .regular else { return nil }
      return LogFile(path, log: log, isGiven: isGiven, descriptor, status)
    } catch {
      throw InputError(error.problemAtOpening)
    }
  }

  private init(
    _ path: [UInt8], log: [UInt8], isGiven: Bool, _ descriptor: consuming Descriptor,
    _ status: FileStatus
  ) {
    self.path = path
    self.log = log
    self.isGiven = isGiven
    identity = FileIdentity(device: status.identity.device, inode: status.identity.inode)
    rawSize = status.size
    isCompressed = false
    failure = nil
    self.descriptor = descriptor
  }

  /// The same file, of which more is known.
  ///
  /// - Throws: When the system has no descriptor left.
  private init(_ file: LogFile, isCompressed: Bool, failure: InputError?) throws(InputError) {
    do throws(SystemFailure) {
      descriptor = try file.descriptor.duplicate()
    } catch {
      throw InputError(error.problemAtOpening)
    }
    path = file.path
    log = file.log
    isGiven = file.isGiven
    identity = file.identity
    rawSize = file.rawSize
    self.isCompressed = isCompressed
    self.failure = failure
  }

  /// Whether it is the log itself, and not one that was rotated.
  var isLog: Bool { path == log }

  /// As diagnostics name it.
  package var name: String { String(decoding: path, as: UTF8.self) }

  /// Some bytes as they lie there; fewer at the end of the file.
  ///
  /// - Throws: `SourceProblem.readFailed` when the system refuses.
  func rawBytes(in range: Range<Int>) throws(InputError) -> [UInt8] {
    let range = range.clamped(to: 0..<rawSize)
    var bytes = [UInt8](repeating: 0, count: range.count)
    var count = 0
    while count < range.count {
      let (offset, done) = (range.lowerBound + count, count)
      let read = unsafe bytes.withUnsafeMutableBytes { buffer -> Result<Int, SystemFailure> in
        let room = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
        do throws(SystemFailure) {
          return .success(try unsafe descriptor.read(into: room, at: offset))
        } catch {
          return .failure(error)
        }
      }
      switch read {
      case .success(0): return Array(bytes.prefix(count))
      case .success(let more): count += more
      case .failure(let failure):
        throw InputError(.readFailed(errno: failure.code, byteOffset: offset))
      }
    }
    return bytes
  }
}
