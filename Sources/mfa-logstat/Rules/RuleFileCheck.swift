import LogReporting
import LogAlerting

/// Looks over one file after the other.
struct RuleFileCheck {
  let context: RuleContext
  private let printer = DiagnosticPrinter()

  init(context: RuleContext) { self.context = context }

  /// Tells the faults on standard error, and on standard output what is in the files that have none.
  func check(_ files: [String]) -> ExitStatus {
    var statuses: [ExitStatus] = []
    let output = OutputFile()
    for file in files {
      switch RuleSource.read(file, context: context) {
      case .success(let read) where read.faults.isEmpty:
        output.write(
          Array("\(SourceText.name(NativeText.shown(file))): \(summary(of: read))\n".utf8))
      case .success(let read):
        for fault in read.faults { printer.say(RuleFaultText.line(for: fault, file: file)) }
        statuses.append(.judgedBad)
      case .failure(let failure):
        printer.say("\(SourceText.name(NativeText.shown(file))): \(failure.words)")
        statuses.append(failure.isOpening ? .inputUnopenable : .judgedBad)
      }
    }
    if let status = printer.tell(failure: output.finish(), of: output.name) {
      statuses.append(status)
    }
    return .worst(of: statuses)
  }

  /// `12 rules, 1 silence`, with what it extends.
  private func summary(of file: RuleFile) -> String {
    let set = file.set
    var parts = [HumanNumber.counted(set.rules.count, "rule")]
    if file.extendsBuiltIn {
      parts[0] +=
        " beside \(HumanNumber.counted(file.ruleSet.rules.count - set.rules.count, "built-in one"))"
    }
    if !set.silences.isEmpty { parts.append(HumanNumber.counted(set.silences.count, "silence")) }
    return parts.joined(separator: ", ")
  }
}
