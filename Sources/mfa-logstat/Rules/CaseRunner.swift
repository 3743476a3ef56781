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
    let trial = RuleTrial(rules: rules, inputs: inputs, levels: levels).run()
    let problems = trial.result.diagnostics.filter { DiagnosticText.isFatal($0.kind) }
      .map { diagnostic in
        var diagnostic = diagnostic
        if diagnostic.file == scratch { diagnostic.file = "lines" }
        return DiagnosticText.line(for: diagnostic)
      }
    return CaseOutcome(
      theCase: theCase, rows: CaseRunner.rows(of: trial.result.report), alerts: trial.alerts,
      comparison: CaseComparison(theCase, alerts: trial.alerts, rules: rules), problems: problems)
  }

  /// The cells of every kind of error, in the words that rules choose by.
  private static func rows(of report: Report) -> [CaseCoverage.Row] {
    report.rows.map { row in
      [
        .tenant: text(report.names[row.tenant], unknown: "-"),
        .code: text(report.names[row.code], unknown: "-"),
        .kind: row.kind?.name ?? "", .level: row.level?.name ?? "",
        .category: text(report.names[row.category], unknown: ""),
        .method: text(report.names[row.method], unknown: ""),
      ]
    }
  }

  private static func text(_ name: Name, unknown: String) -> String {
    if case .named(let text) = name { text } else { unknown }
  }
}
