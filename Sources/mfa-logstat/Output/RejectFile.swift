import LogModel
import LogPipeline
import LogReporting
import Synchronization

/// The file of `--rejects`: every line that did not count, with its place and the reason.
final class RejectFile: RejectSink {
  private struct State: ~Copyable {
    let file: OutputFile
    /// Entries that are not written yet.
    var pending: [UInt8] = []

    mutating func write() {
      file.write(pending)
      pending.removeAll(keepingCapacity: true)
    }
  }

  private let state: Mutex<State>
  /// As the user gave it, for messages.
  let name: String

  /// As many bytes are gathered before they are written.
  private static let pendingLimit = 1 << 16

  /// A sink that writes to this path; `-` is standard output.
  ///
  /// - Throws: `refused` with the reason why the file cannot be made.
  init(path: String) throws(WriteFailure) {
    let file = path == "-" ? OutputFile() : try OutputFile(path: path)
    name = file.name
    state = Mutex(State(file: file))
  }

  /// Writes `FILE:LINE: reason<TAB>text` for each line that the rejection speaks of.
  func take(_ rejection: Rejection, at location: SourceLocation) {
    let reason = RejectionText.words(for: rejection.reason, column: rejection.column)
    state.withLock { state in
      for index in 0..<rejection.lineCount {
        SafeText.append(location.file, to: &state.pending)
        state.pending += ":\(location.line + index): \(reason)\t".utf8
        if index < rejection.texts.count {
          SafeText.append(
            String(decoding: RejectFile.uncut(rejection.texts[index]), as: UTF8.self),
            to: &state.pending)
        }
        state.pending.append(UInt8(ascii: "\n"))
        if state.pending.count >= RejectFile.pendingLimit { state.write() }
      }
    }
  }

  /// Without the beginning of a character that the limit of the text cut in two.
  private static func uncut(_ text: [UInt8]) -> ArraySlice<UInt8> {
    guard text.count == Rejection.textLimit,
      let first = text.lastIndex(where: { $0 & 0xC0 != 0x80 })
    else { return text[...] }
    let length =
      switch text[first] {
      case 0xF0...: 4
      case 0xE0...: 3
      case 0xC0...: 2
      default: 1
      }
    return text.count - first < length ? text[..<first] : text[...]
  }

  /// Puts the file in its place; returns why it could not be written, if so.
  func finish() -> WriteFailure? {
    state.withLock { state in
      state.write()
      return state.file.finish()
    }
  }
}
