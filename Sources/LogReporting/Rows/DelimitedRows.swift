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

  init(separator: UInt8, quoting: Quoting, rawCells: Bool) {
    self.separator = separator
    self.quoting = quoting
    self.rawCells = rawCells
  }

  func write(_ report: Report, to sink: inout TextSink) {
    let columns = MachineColumn.columns(of: report)
    let names = NameCells(report.names) { name, bytes in
      appendCell(name, to: &bytes)
    }
    var times = TimeText()
    var line: [UInt8] = []
    for column in columns {
      if !line.isEmpty { line.append(separator) }
      line.append(contentsOf: column.rawValue.utf8)
    }
    line.append(UInt8(ascii: "\n"))
    sink.append(line)
    for index in report.rows.indices {
      let row = report.rows[index]
      line.removeAll(keepingCapacity: true)
      for column in columns {
        append(column, of: row, names: names, times: &times, to: &line)
        line.append(separator)
      }
      line[line.count - 1] = UInt8(ascii: "\n")
      sink.append(line)
    }
  }

  private func append(
    _ column: MachineColumn, of row: borrowing ReportRow, names: borrowing NameCells,
    times: inout TimeText, to line: inout [UInt8]
  ) {
    switch column {
    case .windowStart: if let start = row.windowStart { times.append(second: start, to: &line) }
    case .windowEnd: if let end = row.windowEnd { times.append(second: end, to: &line) }
    case .tenant: append(row.tenant, isOther: row.isOther, names: names, to: &line)
    case .code: append(row.code, isOther: row.isOther, names: names, to: &line)
    case .category: append(row.category, isOther: row.isOther, names: names, to: &line)
    case .method: append(row.method, isOther: row.isOther, names: names, to: &line)
    case .kind: append(row.kind?.name, isOther: row.isOther, to: &line)
    case .level: append(row.level?.name, isOther: row.isOther, to: &line)
    case .count: line.appendDecimal(row.count)
    case .users: if let users = row.users { line.appendDecimal(users.count) }
    case .share: line.appendShare(row.share)
    case .firstSeen: if let time = row.firstSeen { times.append(time, to: &line) }
    case .lastSeen: if let time = row.lastSeen { times.append(time, to: &line) }
    case .flag: if let flag = row.flag { line.append(contentsOf: flag.name.utf8) }
    case .example:
      if let example = row.example { appendCell(.named(example.text), to: &line) }
    }
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
