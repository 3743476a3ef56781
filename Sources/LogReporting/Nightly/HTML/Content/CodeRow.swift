import LogModel

/// A code as a row of a table.
struct CodeRow {
  let code: String
  let meaning: String?
  let level: LevelContent
  /// Nil without a verdict.
  let severity: String?
  let severityIcon: String?
  let change: ComparedContent
  let bar: String
  let users: String
  let tenantCount: String
  let topTenants: [NameContent]
  let spark: String

  /// A count of `most` fills a bar; with 0 there is none.
  init(_ line: CodeLine, most: Double, report: NightlyReport, words: PagePeriod) {
    code = HTMLText.name(line.code)
    meaning = line.entry?.meaning
    level = LevelContent(line.level)
    severity = line.severity?.name
    severityIcon = line.severity.map { StatusIcon.markup($0) }
    change = ComparedContent(line.errors)
    bar = RowCharts.bar(
      Double(line.errors.count), expected: line.errors.forecast?.expected, most: most)
    users = line.errors.users.map(HumanNumber.users) ?? "–"
    tenantCount = HumanNumber.grouped(line.tenantCount)
    topTenants = NameContent.list(line.tenants)
    spark = RowCharts.sparkline(line.bins)
  }
}
