import Glibc
import LogModel

/// A plain regular file that several threads read at places of their own.
///
/// It holds on to the file that was opened, whatever its name means later: a rotation while the pieces
/// are read changes nothing.
package final class PieceFile: Sendable {
  private let descriptor: Descriptor
  /// The size in bytes at opening; a log that grows has more to read.
  package let size: Int

  init(descriptor: consuming Descriptor, size: Int) {
    self.descriptor = descriptor
    self.size = size
  }

  /// Reads bytes at a place of the file.
  ///
  /// - Returns: How many bytes were read; zero at the end.
  /// - Throws: `SourceProblem.readFailed` when the system refuses.
  package func read(
    into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(InputError) -> Int {
    do throws(SystemFailure) {
      return try unsafe descriptor.read(into: buffer, at: offset)
    } catch {
      throw InputError(.readFailed(errno: error.code, byteOffset: offset))
    }
  }
}
