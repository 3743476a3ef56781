import LogPipeline
import Synchronization

/// The file of `--rejects`: every line that did not count, with its place and the reason.
final class RejectFile: RejectSink {
  private let file: Mutex<OutputFile>

  /// - Throws: `refused` with the reason why the file cannot be made.
  init(path: String) throws(WriteFailure) {
    file = Mutex(try OutputFile(path: path))
  }

  func write(_ bytes: [UInt8]) { file.withLock { $0.write(bytes) } }

  /// Puts the file in its place; returns why it could not be written, if so.
  func finish() -> WriteFailure? { file.withLock { $0.finish() } }
}
