import LogAlerting
import LogModel

/// What became of one case.
struct CaseOutcome {
  let theCase: RuleCase
  /// What kinds of errors were in it.
  let rows: [CaseCoverage.Row]
  let alerts: [CaseAlert]
  let comparison: CaseComparison
  /// What kept it from being judged, in words.
  let problems: [String]

  var isPassed: Bool { problems.isEmpty && comparison.isPassed }
}
