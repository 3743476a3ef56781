import Glibc
import LogModel
import LogReporting

/// The words for diagnostics: what is, and what to do about it.
package enum DiagnosticText {
  /// `FILE:LINE: what; what to do`, without the name of the tool.
  package static func line(for diagnostic: Diagnostic) -> String {
    var place = ""
    if let file = diagnostic.file {
      place = SourceText.name(file)
      if let line = diagnostic.line { place += ":\(line)" }
      place += ": "
    }
    return place + words(for: diagnostic.kind)
  }

  /// What is left over the few that are shown: `and 3,214 more malformed lines`.
  package static func more(_ count: Int, of group: DiagnosticGroup) -> String {
    let noun =
      switch group {
      case .input: ("input with a problem", "inputs with a problem")
      case .sameFile: ("file that was given twice", "files that were given twice")
      case .malformed: ("malformed line", "malformed lines")
      case .oversized: ("line over --max-line", "lines over --max-line")
      case .cutBytes: ("input with an unfinished last line", "inputs with an unfinished last line")
      case .ignoredElements:
        ("line with ignored array elements", "lines with ignored array elements")
      case .repaired: ("input with invalid text", "inputs with invalid text")
      case .gap: ("log with lost lines", "logs with lost lines")
      case .summary: ("warning", "warnings")
      }
    let hint = group == .malformed ? "; see them all with --rejects FILE" : ""
    return "and \(SystemText.grouped(count)) more \(count == 1 ? noun.0 : noun.1)\(hint)"
  }

  /// Whether it is told even with `--quiet`: whatever makes the exit status another than 0.
  package static func isFatal(_ kind: Diagnostic.Kind) -> Bool {
    switch kind {
    case .problem, .nothingRecognised, .tooManyMalformed, .unbalanced, .gap: true
    case .sameFile, .rejected, .cutBytes, .ignoredElements, .repaired, .mostlyUntimed,
      .mostlyUntenanted, .noCode, .assumedUTC, .aheadOfNow, .folded, .noFiles:
      false
    }
  }

  private static func words(for kind: Diagnostic.Kind) -> String {
    switch kind {
    case .problem(.unopenable(EBADF)): "is closed"
    case .problem(let problem):
      ProblemText.text(problem) + (ProblemText.hint(problem).map { "; \($0)" } ?? "")
    case .sameFile(let other): "is the same file as \(SourceText.name(other)); counted once"
    case .rejected(let reason, let column): RejectionText.words(for: reason, column: column)
    case .cutBytes(let count):
      "\(HumanNumber.counted(count, "byte")) behind the last line feed not counted, as the input is cut there"
    case .ignoredElements(let count):
      "\(HumanNumber.counted(count, "array element")) passed over, as only objects are records"
    case .repaired(let count):
      "\(HumanNumber.counted(count, "line")) with invalid UTF-8 or a lone surrogate; shown as U+FFFD"
    case .mostlyUntimed(let count, let all):
      "\(part(count, all)) have no time; name its field with --field time=PATH"
    case .mostlyUntenanted(let count, let all):
      "\(part(count, all)) name no tenant; use --field tenant=PATH or --tenant NAME"
    case .noCode(let records):
      "none of \(HumanNumber.counted(records, "record")) has an error code; if some should have one, "
        + "name its field with --field code=PATH"
    case .nothingRecognised(records: 0):
      "no line holds a record; are these MFA logs, one JSON object a line?"
    case .nothingRecognised(let records):
      "none of \(HumanNumber.counted(records, "record")) has a time, a tenant or a code; are these MFA logs? "
        + "name the fields with --field"
    case .assumedUTC(let count):
      "the time of \(HumanNumber.counted(count, "record")) tells no offset and is taken for UTC"
    case .aheadOfNow(let count):
      "\(HumanNumber.counted(count, "record")) more than a day ahead of now; look at the clock of the source"
    case .folded(let limit):
      "more than \(HumanNumber.counted(limit, "group")), the rest is told as (other); raise --max-groups, "
        + "or use fewer keys in --by"
    case .tooManyMalformed(let count, let all, let limit):
      "\(SystemText.grouped(count)) of \(HumanNumber.counted(all, "line")) \(count == 1 ? "is" : "are") malformed, "
        + "\(words(for: limit)); see them all with --rejects FILE"
    case .noFiles: "holds no file to read; hidden files are left out"
    case .gap(let offset, 0):
      "was read up to byte \(SystemText.grouped(offset)) and is gone or cut now; what was written behind "
        + "that since then is lost; let rotation keep one old file"
    case .gap(let offset, let missing):
      "\(HumanNumber.counted(missing, "byte")) behind byte \(SystemText.grouped(offset)) were never read and are "
        + "gone; run more often than logs are rotated away"
    case .unbalanced: "the counts do not add up, which is a bug of this tool; please report it"
    }
  }

  private static func words(for limit: MalformedLimit) -> String {
    switch limit {
    case .nothing: "and --strict allows none"
    case .share(let share):
      "which is more than \(SystemText.percentage(share)) (--max-malformed)"
    }
  }

  private static func part(_ count: Int, _ all: Int) -> String {
    "\(SystemText.grouped(count)) of \(HumanNumber.counted(all, "record"))"
  }
}

/// Names of inputs on the screen.
enum SourceText {
  /// `-` is what the user writes for standard input, and says little in a message.
  static func name(_ file: String) -> String {
    switch file {
    case "-": "standard input"
    case "": "\"\""
    default: SafeText.escaped(file)
    }
  }

  /// A path of the command line, the environment or the configuration.
  static func path(_ text: String) -> String { SafeText.escaped(NativeText.shown(text)) }
}
