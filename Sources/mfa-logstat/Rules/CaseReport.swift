import LogAlerting
import LogModel
import LogReporting

/// The outcome of a case file for people: every failed case with what is missing and what is too much.
struct CaseReport {
  let outcomes: [CaseOutcome]
  /// The rules that are not tried; nil when nobody asked.
  let coverage: (withoutAlert: [Rule], withoutSilence: [Rule])?

  var hasFailed: Bool {
    outcomes.contains { !$0.isPassed }
      || (coverage.map { !$0.withoutAlert.isEmpty || !$0.withoutSilence.isEmpty } ?? false)
  }

  /// The last line tells how many there were.
  var text: String {
    var lines: [String] = []
    for outcome in outcomes where !outcome.isPassed {
      let place = outcome.theCase.place
      lines.append(
        "FAILED \(SafeText.escaped(outcome.theCase.name)) (\(SourceText.path(place.file)):\(place.line))"
      )
      lines += outcome.problems.map { "  \($0)" }
      lines += CaseReport.lines(of: outcome.comparison).map { "  \($0)" }
    }
    if let coverage {
      lines += coverage.withoutAlert.map {
        "NOT COVERED \(CaseReport.name($0)): no case lets it fire"
      }
      lines += coverage.withoutSilence.map {
        "NOT COVERED \(CaseReport.name($0)): no case in which it could fire is silent"
      }
    }
    let failed = outcomes.count { !$0.isPassed }
    let passed = outcomes.count - failed
    lines.append(
      "\(HumanNumber.counted(outcomes.count, "case")): \(passed) passed, \(failed) failed")
    return lines.joined(separator: "\n") + "\n"
  }

  /// `missing     critical push  acme  too_many_pn  2026-01-05T00:15:00Z`, in columns.
  static func lines(of comparison: CaseComparison) -> [String] {
    let rows = comparison.differences.map { cells(of: $0) }
    let widths = (0..<6).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      var line = ""
      for (cell, width) in zip(row, widths) where width > 0 {
        line += cell + String(repeating: " ", count: width - cell.count + 2)
      }
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
  }

  private static func cells(of difference: CaseComparison.Difference) -> [String] {
    switch difference {
    case .missing(let expected, let start):
      [
        "missing", expected.severity?.name ?? "any", SafeText.escaped(expected.rule),
        expected.tenant.map { SafeText.escaped($0) } ?? "",
        expected.code.map { SafeText.escaped($0) } ?? "",
        start.map { EventTime(seconds: $0).description } ?? "at any time",
      ]
    case .unexpected(let alert):
      [
        "unexpected", alert.severity.name, SafeText.escaped(alert.rule),
        alert.tenant.map { SafeText.escaped($0) } ?? "",
        alert.code.map { SafeText.escaped($0) } ?? "",
        EventTime(seconds: alert.seconds.lowerBound).description,
      ]
    }
  }

  private static func name(_ rule: Rule) -> String {
    let place = rule.place.map { " (\(SourceText.path($0.file)):\($0.line))" } ?? ""
    return SafeText.escaped(rule.name) + place
  }
}
