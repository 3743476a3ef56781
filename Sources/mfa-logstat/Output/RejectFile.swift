import LogModel
import LogPipeline
import LogReporting
import Synchronization

/// The file of `--rejects`: every line that did not count, with its place and the reason.
final class RejectFile: RejectSink {
  private let file: Mutex<OutputFile>

  /// - Throws: `refused` with the reason why the file cannot be made.
  init(path: String) throws(WriteFailure) {
    file = Mutex(try OutputFile(path: path))
  }

  /// Writes `FILE:LINE: reason<TAB>text` for each line that the rejection speaks of.
  func take(_ rejection: Rejection, at location: SourceLocation) {
    let name = SafeText.escaped(location.file)
    let text = SafeText.escaped(String(decoding: rejection.text, as: UTF8.self))
    let reason = RejectionText.words(for: rejection.reason, column: rejection.column)
    for line in location.line..<location.line + rejection.lineCount {
      let entry = "\(name):\(line): \(reason)\t\(text)\n"
      file.withLock { $0.write(Array(entry.utf8)) }
    }
  }

  /// Puts the file in its place; returns why it could not be written, if so.
  func finish() -> WriteFailure? { file.withLock { $0.finish() } }
}
