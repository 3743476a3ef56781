import LogModel

/// An input as a row of a table.
struct SourceRow {
  let source: String
  let lines: String
  let malformed: String
  let bytes: String
  let problem: String

  init(_ summary: SourceSummary) {
    source = HTMLText.text(summary.name)
    lines = HumanNumber.grouped(summary.lines.lines)
    malformed = HumanNumber.grouped(summary.lines.malformed + summary.lines.oversized)
    bytes = HumanNumber.grouped(summary.bytes)
    problem =
      summary.problem.map { problem in
        ProblemText.text(problem) + (ProblemText.hint(problem).map { "; \($0)" } ?? "")
      } ?? "none"
  }
}
