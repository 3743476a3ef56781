import LogModel

/// Decides which columns a table has, and how wide each is.
///
/// Where they do not all fit, columns first give way or shrink to a shorter form, the least telling
/// first; only then foreign names are cut. Room that is left goes to names, then to the trend.
struct TableLayout {
  struct Column {
    let column: TableColumn
    var width: Int
    var isShort: Bool
  }

  private(set) var columns: [Column]

  /// Between two columns.
  static let gap = 2
  /// The most bars of a trend.
  static let widestTrend = 32
  /// Longer names are cut on a terminal however wide it is: one of them would push all else away.
  static let widestName = 60
  /// Shorter names tell nothing; `(other)` still fits.
  static let narrowestName = 7

  init(_ cells: TableCells) {
    let report = cells.context.report
    columns = TableColumn.columns(of: report).map { column in
      Column(
        column: column, width: TableLayout.natural(column, cells, isShort: false), isShort: false)
    }
    guard let width = cells.context.options.width else { return }
    let natural = Dictionary(uniqueKeysWithValues: columns.map { ($0.column, $0.width) })
    for index in columns.indices {
      if let modest = columns[index].column.modestWidth {
        columns[index].width = Swift.min(columns[index].width, modest)
      } else if columns[index].column == .trend {
        columns[index].width = Swift.min(columns[index].width, 8)
      }
    }
    for step in TableLayout.steps where total > width { apply(step, cells) }
    cutNames(to: width)
    growNames(to: width, natural)
    if let index = columns.firstIndex(where: { $0.column == .trend }) {
      let wanted = natural[.trend] ?? 0
      columns[index].width += Swift.max(0, Swift.min(wanted - columns[index].width, width - total))
    }
  }

  /// What happens to a column when there is no room.
  private enum Step {
    case drop(TableColumn)
    /// Only where the code tells it, too.
    case dropKind
    case shorten(TableColumn)
  }

  private static let steps: [Step] = [
    .drop(.firstSeen), .drop(.lastSeen), .dropKind, .shorten(.window), .drop(.trend),
    .drop(.share), .shorten(.flag), .shorten(.level), .drop(.users), .drop(.example),
  ]

  private var total: Int {
    columns.reduce(0) { $0 + $1.width } + TableLayout.gap * Swift.max(0, columns.count - 1)
  }

  private mutating func apply(_ step: Step, _ cells: TableCells) {
    switch step {
    case .drop(let column): columns.removeAll { $0.column == column }
    case .dropKind:
      guard columns.contains(where: { $0.column == .code }) else { return }
      columns.removeAll { $0.column == .kind }
    case .shorten(let column):
      guard let index = columns.firstIndex(where: { $0.column == column }) else { return }
      let width = TableLayout.natural(column, cells, isShort: true)
      guard width < columns[index].width else { return }
      columns[index].isShort = true
      columns[index].width = width
    }
  }

  /// Takes from the widest name again and again, until all fits or none has anything to give.
  private mutating func cutNames(to width: Int) {
    while total > width {
      let names = columns.indices.filter {
        columns[$0].column.modestWidth != nil
          && columns[$0].width > TableLayout.narrowestName
      }
      guard let widest = names.max(by: { columns[$0].width < columns[$1].width }) else { return }
      columns[widest].width -= 1
    }
  }

  /// Gives to the narrowest name that is cut, again and again, until no room or no need is left.
  private mutating func growNames(to width: Int, _ natural: [TableColumn: Int]) {
    while total < width {
      let names = columns.indices.filter {
        columns[$0].column.modestWidth != nil
          && columns[$0].width
            < Swift.min(natural[columns[$0].column] ?? 0, TableLayout.widestName)
      }
      guard let narrowest = names.min(by: { columns[$0].width < columns[$1].width }) else { return }
      columns[narrowest].width += 1
    }
  }

  /// The width of the widest cell or of the head.
  private static func natural(_ column: TableColumn, _ cells: TableCells, isShort: Bool) -> Int {
    let head = DisplayWidth.of(cells.title(column, isShort: isShort))
    if column == .trend {
      let longest = cells.context.report.rows.lazy.map { $0.history.count }.max() ?? 0
      return Swift.max(head, Swift.min(longest, widestTrend))
    }
    return cells.context.report.rows.reduce(head) { widest, row in
      Swift.max(widest, cells.width(column, of: row, isShort: isShort))
    }
  }
}
