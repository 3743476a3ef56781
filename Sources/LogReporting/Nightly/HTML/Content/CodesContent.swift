import LogModel

/// The codes of the period.
struct CodesContent {
  let codeRows: [CodeRow]
  let hasCodeRows: Bool
  let otherCodes: RestContent?
  let beforeCode: String
  let hasWeekBeforeCode: Bool

  init(_ report: NightlyReport, _ words: PagePeriod) {
    let most = BarScale.most(report.codes.map(\.errors))
    codeRows = report.codes.map { CodeRow($0, most: most, report: report, words: words) }
    hasCodeRows = !codeRows.isEmpty
    otherCodes = report.otherCodes.map { RestContent($0, noun: "other code", most: most) }
    beforeCode = words.beforeHead
    hasWeekBeforeCode = words.hasOwnWeekBefore
  }
}
