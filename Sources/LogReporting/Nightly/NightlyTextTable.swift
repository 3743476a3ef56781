import LogModel

/// Draws a table in plain text: a line with the name and what belongs to it, below it the numbers.
///
/// So a code is never cut, however many numbers there are.
struct NightlyTextTable {
  private let table: NightlyTable
  private let options: RenderOptions

  /// Columns of a line in a mail.
  static let width = 72
  private static let indent = 2
  private static let gap = 2
  private static let widestTrend = 24
  private static let narrowestTrend = 8
  private static let narrowestName = 8

  /// What is left out where numbers are so large that not all fit, the least telling first.
  private static let lesserTitles = ["median", "week before", "before", "users", "share"]

  init(table: NightlyTable, options: RenderOptions) {
    var table = table
    for title in NightlyTextTable.lesserTitles
    where NightlyTextTable.taken(table) > NightlyTextTable.width {
      table = table.without(title)
    }
    self.table = table
    self.options = options
  }

  var lines: [String] {
    table.asideTitles.isEmpty ? shortLines : [titleLine] + table.rows.flatMap(block)
  }

  /// A table with nothing but names and numbers has both in one line.
  private var shortLines: [String] {
    let widest = table.rows.map { DisplayWidth.of($0.name) }.max() ?? 0
    let room =
      NightlyTextTable.width - NightlyTextTable.indent
      - widths.reduce(0) { $0 + $1 + NightlyTextTable.gap }
    let width = min(max(widest, table.nameTitle.utf8.count), room)
    return ([(table.nameTitle, table.titles)] + table.rows.map { ($0.name, $0.cells) }).map {
      let name = DisplayWidth.fitted($0.0, into: width, isASCII: options.isASCII)
      return indent + name + blanks(width - DisplayWidth.of(name) + NightlyTextTable.gap)
        + numbers($0.1)
    }
  }

  private var titleLine: String {
    let trend = trendWidth > 0 ? blanks(NightlyTextTable.gap) + NightlyTable.trendTitle : ""
    return indent + numbers(table.titles) + trend
  }

  private func block(_ row: NightlyTable.Row) -> [String] {
    let trend =
      trendWidth > 0
      ? blanks(NightlyTextTable.gap)
        + Sparkline.text(row.bins, width: trendWidth, isASCII: options.isASCII) : ""
    return head(row) + [indent + numbers(row.cells) + trend]
  }

  /// `harbor-bank: critical; too_many_pn_per_tenant 280, invalid_otp 60`, wrapped.
  private func head(_ row: NightlyTable.Row) -> [String] {
    let groups = row.asides.filter { !$0.isEmpty }
    var parts: [String] = []
    for (number, group) in groups.enumerated() {
      for (index, word) in group.enumerated() {
        let isLast = index + 1 == group.count
        parts.append(word + (isLast ? (number + 1 == groups.count ? "" : ";") : ","))
      }
    }
    let name = row.name + (parts.isEmpty ? "" : ":")
    let all = TextWrap.lines(
      of: [name] + parts, separator: " ", lineEnd: "",
      width: NightlyTextTable.width - NightlyTextTable.indent * 2)
    return all.enumerated().map { index, line in
      let style: ANSIStyle = index == 0 ? .heading : .plain
      guard index == 0 else { return blanks(NightlyTextTable.indent * 2) + line }
      let rest = line.dropFirst(row.name.count)
      return style.applied(to: row.name, usesColor: options.usesColor) + rest
    }
  }

  private func numbers(_ cells: [String]) -> String {
    zip(zip(cells, table.titles), widths).map { pair, width in
      let (cell, title) = pair
      let space = blanks(width - DisplayWidth.of(cell))
      return table.wordTitles.contains(title) ? cell + space : space + cell
    }.joined(separator: blanks(NightlyTextTable.gap))
  }

  private var widths: [Int] { NightlyTextTable.widths(table) }

  private static func widths(_ table: NightlyTable) -> [Int] {
    table.titles.indices.map { column in
      table.rows.map { DisplayWidth.of($0.cells[column]) }
        .reduce(table.titles[column].utf8.count, max)
    }
  }

  /// The columns that the numbers take, and the least of a name that stands beside them.
  private static func taken(_ table: NightlyTable) -> Int {
    let name = table.asideTitles.isEmpty ? narrowestName + gap : 0
    return widths(table).reduce(indent + name) { $0 + $1 + gap } - gap
  }

  /// What is left for bars; none where that is too little to tell anything.
  private var trendWidth: Int {
    guard table.hasTrend else { return 0 }
    let room = min(
      NightlyTextTable.width - NightlyTextTable.taken(table) - NightlyTextTable.gap,
      NightlyTextTable.widestTrend)
    return room < NightlyTextTable.narrowestTrend ? 0 : room
  }

  private var indent: String { blanks(NightlyTextTable.indent) }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: max(count, 0)) }
}
