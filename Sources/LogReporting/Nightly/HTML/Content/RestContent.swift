import LogModel

/// The exact rest of a table, as its last row.
struct RestContent {
  let members: String
  let restCount: String
  let restRecords: String
  let restShare: String
  let restUsers: String
  let restBar: String
  let restSpark: String

  init(_ rest: RestLine, noun: String, most: Double) {
    members = HumanNumber.counted(rest.members, noun)
    restCount = HumanNumber.grouped(rest.errors)
    restRecords = HumanNumber.grouped(rest.records)
    restShare = ShareText.share(rest.errors, of: rest.records)
    restUsers = rest.users.map(HumanNumber.users) ?? "–"
    restBar = RowCharts.bar(
      Double(rest.errors), expected: nil, most: max(most, Double(rest.errors)))
    restSpark = RowCharts.sparkline(rest.bins)
  }
}
