import LogAlerting
import LogModel
import LogPipeline
import LogReporting

/// Runs one case after the other through the whole way of a log, from its lines to its alerts.
struct CaseRunner {
  let rules: RuleSet
  /// Where the files of cases are looked for; empty for the present folder.
  let folder: String
  let levels: [String: RecoveryLevel]

  func run(_ theCase: RuleCase) -> CaseOutcome {
    do throws(WriteFailure) {
      var bytes = Array((theCase.lines ?? "").utf8)
      if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
      for series in theCase.series { bytes += CaseLines.bytes(of: series) }
      let scratch = try ScratchFile(bytes)
      defer { withExtendedLifetime(scratch) {} }
      var inputs = theCase.files.map { NativeText.bytes(of: CaseFileRun.path($0, in: folder)) }
      if !bytes.isEmpty { inputs.append(Array(scratch.path.utf8)) }
      return judge(theCase, inputs: inputs, scratch: scratch.path)
    } catch {
      return CaseOutcome(
        theCase: theCase, rows: [], alerts: [],
        comparison: CaseComparison(theCase, alerts: [], rules: rules),
        problems: ["no room for its lines in the folder of temporary files"])
    }
  }

  private func judge(_ theCase: RuleCase, inputs: [[UInt8]], scratch: String) -> CaseOutcome {
    let (result, rows) = RuleTrial(rules: rules, inputs: inputs, levels: levels).run()
    let problems = result.diagnostics.filter { DiagnosticText.isFatal($0.kind) }
      .map { diagnostic in
        var diagnostic = diagnostic
        if diagnostic.file == scratch { diagnostic.file = "lines" }
        return DiagnosticText.line(for: diagnostic)
      }
    return CaseOutcome(
      theCase: theCase, rows: rows, alerts: result.alerts,
      comparison: CaseComparison(theCase, alerts: result.alerts, rules: rules),
      problems: problems)
  }
}
