import LogModel

/// A table of a nightly report, before a format draws it.
struct NightlyTable {
  struct Row {
    let name: String
    /// Words that belong to the name, a list for each title; each word stands whole in a line.
    let asides: [[String]]
    /// In the order of the titles; all but the first of a table with words are numbers.
    let cells: [String]
    /// Counts over time; empty where the table has none.
    let bins: [Int]
    let severity: Severity?
  }

  let nameTitle: String
  let asideTitles: [String]
  let titles: [String]
  /// The titles whose cells are words.
  let wordTitles: Set<String>
  let hasTrend: Bool
  let rows: [Row]

  static let trendTitle = "over time"
  static let changeTitle = "change"
}
