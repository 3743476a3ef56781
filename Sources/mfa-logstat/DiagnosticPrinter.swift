import Glibc
import LogModel
import LogReporting

/// Writes to standard error, one line a time: `mfa-logstat: FILE:LINE: what; what to do`.
struct DiagnosticPrinter {
  /// How much is said.
  enum Voice {
    case quiet
    case normal
    case verbose
  }

  let voice: Voice

  /// As many of a kind are shown.
  private static let shownOfAGroup = 5

  init(voice: Voice = .normal) { self.voice = voice }

  /// Says a line whatever the voice; `line` holds no foreign text that was not made safe.
  func say(_ line: String) {
    // Where standard error is gone, nobody is there to be told so.
    try? Descriptor.writeAll(Array("mfa-logstat: \(line)\n".utf8), to: STDERR_FILENO)
  }

  /// Says a line that only `--verbose` wants.
  func sayIfVerbose(_ line: @autoclosure () -> String) {
    if voice == .verbose { say(line()) }
  }

  func tell(_ complaint: Complaint) {
    for line in complaint.lines { say(line) }
  }

  /// Tells what a run found, at most five of a group and then how many more there are.
  ///
  /// `totals` counts all of each group, also those that are not among `diagnostics`.
  func tell(_ diagnostics: [Diagnostic], totals: [DiagnosticGroup: Int]) {
    let told =
      voice == .quiet ? diagnostics.filter { DiagnosticText.isFatal($0.kind) } : diagnostics
    var left: [DiagnosticGroup: Int] = [:]
    for diagnostic in told { left[DiagnosticGroup(of: diagnostic.kind), default: 0] += 1 }
    var shown: [DiagnosticGroup: Int] = [:]
    for diagnostic in told {
      let group = DiagnosticGroup(of: diagnostic.kind)
      left[group, default: 0] -= 1
      if group == .summary || shown[group, default: 0] < DiagnosticPrinter.shownOfAGroup {
        say(DiagnosticText.line(for: diagnostic))
        shown[group, default: 0] += 1
      }
      guard left[group] == 0, voice != .quiet || group == .input else { continue }
      let more = totals[group, default: 0] - shown[group, default: 0]
      if more > 0 { say(DiagnosticText.more(more, of: group)) }
    }
  }

  /// Tells why an output cannot be made.
  func tell(cannotCreate name: String, failure: WriteFailure) {
    say("\(SourceText.path(name)): cannot be created: \(DiagnosticPrinter.words(for: failure))")
  }

  /// Tells why an output is not whole; nil and silence when it is, or when its reader went away.
  func tell(failure: WriteFailure?, of name: String) -> ExitStatus? {
    guard let failure, failure != .closedPipe else { return nil }
    say("\(SourceText.path(name)): cannot be written: \(DiagnosticPrinter.words(for: failure))")
    return .outputUnwritable
  }

  private static func words(for failure: WriteFailure) -> String {
    switch failure {
    case .closedPipe: "nobody reads it"
    case .refused(ENOSPC): "no space left"
    case .refused(EBADF): "it is closed"
    case .refused(let code): SystemText.words(for: code)
    }
  }
}
