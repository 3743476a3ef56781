import LogModel

/// Writes rows as cells between separators, for CSV and TSV.
struct DelimitedRows {
  /// How a cell that holds the separator, a quote or a line end is written.
  enum Quoting {
    /// RFC 4180 section 2: in quotes, quotes doubled.
    case quotes
    /// As it is: safe cells hold neither tabs nor line ends.
    case none
  }

  private let separator: UInt8
  private let quoting: Quoting
  private let rawCells: Bool
  private let jobs: Int

  init(separator: UInt8, quoting: Quoting, rawCells: Bool, jobs: Int) {
    self.separator = separator
    self.quoting = quoting
    self.rawCells = rawCells
    self.jobs = jobs
  }

  func write(_ report: Report, to sink: inout TextSink) {
    let columns = MachineColumn.columns(of: report)
    let names = NameCells(report.names) { name, bytes in
      appendCell(name, to: &bytes)
    }
    var line: [UInt8] = []
    for column in columns {
      if !line.isEmpty { line.append(separator) }
      line.append(contentsOf: column.rawValue.utf8)
    }
    line.append(UInt8(ascii: "\n"))
    sink.append(line)
    // As many parts at a time as there are threads, so that the text never stands in memory whole.
    var start = 0
    while start < report.rows.count {
      let first = start
      let left = (report.rows.count - first + DelimitedRows.partSize - 1) / DelimitedRows.partSize
      let count = min(max(jobs, 1), left)
      let parts = ThreadTeam.map(count, jobs: count) { number in
        let from = first + number * DelimitedRows.partSize
        let to = min(from + DelimitedRows.partSize, report.rows.count)
        return text(of: report, rows: from..<to, columns: columns, names: names)
      }
      for part in parts { sink.append(part) }
      start += count * DelimitedRows.partSize
    }
  }

  /// How many rows one thread makes out before they are written.
  private static let partSize = 1_024

  /// The lines of some rows.
  private func text(
    of report: Report, rows: Range<Int>, columns: [MachineColumn], names: NameCells
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(rows.count * 160)
    let windows = columns.filter { $0 == .windowStart || $0 == .windowEnd }
    let hasTenants = columns.contains(.tenant)
    let classes = columns.filter { MachineColumn.ofClass.contains($0) }
    var memory = RowMemory()
    var times = TimeText()
    for index in rows {
      let row = report.rows[index]
      memory.window.append(row, to: &bytes) { bytes in
        for column in windows {
          let second = column == .windowStart ? row.windowStart : row.windowEnd
          if let second { times.append(second: second, to: &bytes) }
          bytes.append(separator)
        }
      }
      if hasTenants {
        append(row.tenant, isOther: row.isOther, names: names, to: &bytes)
        bytes.append(separator)
      }
      memory.withClass(of: row) { cells in
        cells.append(row, to: &bytes) { bytes in
          for column in classes {
            append(column, of: row, names: names, to: &bytes)
            bytes.append(separator)
          }
        }
      }
      appendCounts(of: row, times: &times, to: &bytes)
      if report.hasExamples {
        bytes.append(separator)
        if let example = row.example { appendCell(.named(example.text), to: &bytes) }
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  /// Appends one of the cells that tell what was counted.
  private func append(
    _ column: MachineColumn, of row: borrowing ReportRow, names: borrowing NameCells,
    to line: inout [UInt8]
  ) {
    switch column {
    case .code: append(row.code, isOther: row.isOther, names: names, to: &line)
    case .category: append(row.category, isOther: row.isOther, names: names, to: &line)
    case .method: append(row.method, isOther: row.isOther, names: names, to: &line)
    case .kind: append(row.kind?.name, isOther: row.isOther, to: &line)
    case .level: append(row.level?.name, isOther: row.isOther, to: &line)
    default: break
    }
  }

  /// Appends the cells from `count` through `flag`, with separators between them.
  private func appendCounts(
    of row: borrowing ReportRow, times: inout TimeText, to line: inout [UInt8]
  ) {
    let (count, users, share, flag) = (row.count, row.users?.count, row.share, row.flag)
    let (firstSeen, lastSeen) = (row.firstSeen, row.lastSeen)
    // Room for three numbers, two times and the separators.
    line.append(addingCapacity: 80 + 2 * TimeText.longest) { text in
      text.appendDecimal(count)
      text.append(separator)
      if let users { text.appendDecimal(users) }
      text.append(separator)
      text.appendShare(share)
      text.append(separator)
      if let firstSeen { times.append(firstSeen, to: &text) }
      text.append(separator)
      if let lastSeen { times.append(lastSeen, to: &text) }
      text.append(separator)
    }
    if let flag { line.append(contentsOf: flag.name.utf8) }
  }

  private func append(
    _ index: Int, isOther: Bool, names: borrowing NameCells, to line: inout [UInt8]
  ) {
    if isOther {
      line.append(contentsOf: SafeText.otherLabel.utf8)
    } else {
      names.append(index, to: &line)
    }
  }

  private func append(_ word: String?, isOther: Bool, to line: inout [UInt8]) {
    line.append(contentsOf: (isOther ? SafeText.otherLabel : word ?? "").utf8)
  }

  /// Appends a text cell, safe unless raw ones are asked for, and quoted where that is needed.
  private func appendCell(_ name: Name, to line: inout [UInt8]) {
    var cell: [UInt8] = []
    if rawCells, case .named(let text) = name {
      cell.append(contentsOf: text.utf8)
    } else {
      SafeText.appendCell(name, to: &cell)
    }
    guard quoting == .quotes, cell.contains(where: needsQuotes) else {
      line.append(contentsOf: cell)
      return
    }
    line.append(quote)
    for byte in cell {
      if byte == quote { line.append(quote) }
      line.append(byte)
    }
    line.append(quote)
  }

  private func needsQuotes(_ byte: UInt8) -> Bool {
    byte == separator || byte == quote || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  private var quote: UInt8 { UInt8(ascii: "\"") }
}
