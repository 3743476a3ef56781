import LogModel

/// A tenant as a row of a table.
struct TenantRow {
  let tenant: String
  /// Nil without a verdict.
  let severity: String?
  let severityIcon: String?
  let change: ComparedContent
  let bar: String
  let records: String
  let share: String
  let users: String
  let topCodes: [NameContent]
  let spark: String

  init(_ line: TenantLine, most: Double) {
    tenant = HTMLText.name(line.tenant)
    severity = line.severity?.name
    severityIcon = line.severity.map { StatusIcon.markup($0) }
    change = ComparedContent(line.errors)
    bar = RowCharts.bar(
      Double(line.errors.count), expected: line.errors.forecast?.expected, most: most)
    records = HumanNumber.grouped(line.records)
    share = ShareText.share(line.errors.count, of: line.records)
    users = line.errors.users.map(HumanNumber.users) ?? "–"
    topCodes = NameContent.list(line.codes)
    spark = RowCharts.sparkline(line.bins)
  }
}
