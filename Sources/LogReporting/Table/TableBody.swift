import LogModel

/// Writes the head and the rows of the table, each on one line, whatever its width.
struct TableBody {
  private let cells: TableCells
  private let columns: [TableLayout.Column]

  init(_ cells: TableCells) {
    self.cells = cells
    columns = TableLayout(cells).columns
  }

  func write(to sink: inout TextSink) {
    let options = cells.context.options
    var line = TableLine(usesColor: options.usesColor)
    for column in columns {
      let title = cells.title(column.column, isShort: column.isShort)
      line.add(title, .heading, width: column.width, isNumber: column.column.isNumber)
    }
    sink.append(line.ended())
    for index in TableOrder.indices(cells.context.report) {
      let row = cells.context.report.rows[index]
      for column in columns {
        line.add(
          text(column, of: row), cells.style(column.column, of: row), width: column.width,
          isNumber: column.column.isNumber)
      }
      sink.append(line.ended())
    }
  }

  private func text(_ column: TableLayout.Column, of row: ReportRow) -> String {
    let options = cells.context.options
    if column.column == .trend {
      return Sparkline.text(row.history, width: column.width, isASCII: options.isASCII)
    }
    let text = cells.text(column.column, of: row, isShort: column.isShort)
    guard options.width != nil, column.column.modestWidth != nil else { return text }
    return DisplayWidth.fitted(text, into: column.width, isASCII: options.isASCII)
  }
}

/// A line of cells, each filled with blanks to the width of its column.
struct TableLine {
  private let usesColor: Bool
  private var bytes: [UInt8] = []
  /// Blanks that are due before the next cell; at the end of a line they are left out.
  private var blanks = 0

  init(usesColor: Bool) { self.usesColor = usesColor }

  mutating func add(_ text: String, _ style: ANSIStyle, width: Int, isNumber: Bool = false) {
    let padding = Swift.max(0, width - DisplayWidth.of(text))
    if isNumber { blanks += padding }
    if !text.isEmpty {
      bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: blanks))
      bytes.append(contentsOf: style.applied(to: text, usesColor: usesColor).utf8)
      blanks = 0
    }
    blanks += (isNumber ? 0 : padding) + TableLayout.gap
  }

  /// The whole line with its end; the next one can begin.
  mutating func ended() -> [UInt8] {
    bytes.append(UInt8(ascii: "\n"))
    defer {
      bytes.removeAll(keepingCapacity: true)
      blanks = 0
    }
    return bytes
  }
}
