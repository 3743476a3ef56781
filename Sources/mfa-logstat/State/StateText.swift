import Glibc
import LogModel
import LogReporting
import LogState

/// The words for what keeps a state from being used: what is, and how to go on.
enum StateText {
  /// What to tell of an error; `path` is the state as it was given.
  static func complaint(_ error: StateError, path: String) -> Complaint {
    Complaint("\(SourceText.path(path)): \(words(for: error))", status: status(of: error))
  }

  private static func words(for error: StateError) -> String {
    switch error {
    case .missing: "there is no such state; the first run of check with --state FILE makes one"
    case .wrongKind(.directory): "is a directory; name a file in it"
    case .wrongKind(.link): "is a symbolic link; name the file that it leads to"
    case .wrongKind(.other): "is no regular file; name a file of its own"
    case .unopenable(let code): "cannot be opened: \(SystemText.words(for: code))"
    case .uncreatable(let code): "cannot be created: \(SystemText.words(for: code))"
    case .readOnly:
      "cannot be written; let the user of this run write to the file and to its folder"
    case .full: "cannot be written: no space left; nothing was remembered"
    case .unreadable(let code):
      "cannot be read or written (SQLite says \(code)); nothing was remembered"
    case .locked: "is held by another run; try again later, or wait longer with --lock-wait"
    case .interrupted: "was held by another run until this one was stopped"
    case .damaged:
      "is damaged or no state at all; see what with mfa-logstat state verify FILE, bring back a copy, "
        + "or move it away to begin anew"
    case .foreign: "is the database of another program; name a file of its own"
    case .newer(let version, let known):
      "was written by a later version of this program (schema \(version), known here \(known)); use "
        + "that one"
    case .otherWindows(let stored, let asked):
      "counts by \(stored) s, and windows of \(asked) s are asked for; use windows that are "
        + "multiples of \(stored) s, or begin another state"
    case .refused(let step): "was refused at step \(step)"
    }
  }

  private static func status(of error: StateError) -> ExitStatus {
    switch error {
    case .missing, .unopenable: .inputUnopenable
    case .uncreatable: .outputUncreatable
    case .readOnly, .full, .unreadable, .refused: .outputUnwritable
    case .locked, .interrupted: .locked
    case .damaged: .dataDamaged
    case .wrongKind, .foreign, .newer, .otherWindows: .configUnusable
    }
  }

  static func words(for fault: StateFault) -> String {
    switch fault {
    case .structure(let text): SafeText.escaped(text)
    case .unknownName(let table):
      "a row of \(SafeText.escaped(table)) names something that is not there"
    case .unbalanced: "the ledger does not add up"
    case .sum(let table, let found, let expected):
      "\(table) hold \(SystemText.grouped(found)), the ledger says \(SystemText.grouped(expected))"
    case .position(let path):
      "the position of \(SafeText.escaped(String(decoding: path, as: UTF8.self))) cannot be"
    }
  }
}
