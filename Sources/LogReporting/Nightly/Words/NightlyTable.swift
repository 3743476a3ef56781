import LogModel

/// A table of a nightly report, before a format draws it.
struct NightlyTable {
  struct Row {
    let name: String
    /// Words that belong to the name, a list for each title; each word stands whole in a line.
    let asides: [[String]]
    /// In the order of the titles; all but the first of a table with words are numbers.
    var cells: [String]
    /// Counts over time; empty where the table has none.
    let bins: [Int]
    let severity: Severity?
  }

  let nameTitle: String
  let asideTitles: [String]
  var titles: [String]
  /// The titles whose cells are words.
  let wordTitles: Set<String>
  let hasTrend: Bool
  var rows: [Row]

  /// The same without the cells of a title.
  func without(_ title: String) -> NightlyTable {
    guard let column = titles.firstIndex(of: title) else { return self }
    var table = self
    table.titles.remove(at: column)
    for index in rows.indices { table.rows[index].cells.remove(at: column) }
    return table
  }

  static let trendTitle = "over time"
  static let changeTitle = "change"
}
