import LogModel

/// Writes rows as JSON objects, for JSON and NDJSON.
struct JSONRows {
  /// Each column with its name as `"count":`, a comma or the brace before it.
  private let columns: [(column: MachineColumn, head: [UInt8])]
  private let names: NameCells
  private var times = TimeText()

  init(_ report: Report) {
    columns = MachineColumn.columns(of: report).enumerated().map { index, column in
      (column, Array("\(index == 0 ? "{" : ",")\"\(column.rawValue)\":".utf8))
    }
    names = NameCells(report.names) { name, bytes in
      switch name {
      case .unknown: bytes.append(contentsOf: "null".utf8)
      case .other: JSONText.append(SafeText.otherLabel, to: &bytes)
      case .named(let text): JSONText.append(text, to: &bytes)
      }
    }
  }

  /// Appends one object, without a line end.
  mutating func append(_ row: borrowing ReportRow, to line: inout [UInt8]) {
    for index in columns.indices {
      line.append(contentsOf: columns[index].head)
      append(columns[index].column, of: row, to: &line)
    }
    if row.isOther { line.append(contentsOf: ",\"other\":true".utf8) }
    line.append(UInt8(ascii: "}"))
  }

  private mutating func append(
    _ column: MachineColumn, of row: borrowing ReportRow, to line: inout [UInt8]
  ) {
    switch column {
    case .windowStart: append(second: row.windowStart, to: &line)
    case .windowEnd: append(second: row.windowEnd, to: &line)
    case .tenant: append(name: row.tenant, isOther: row.isOther, to: &line)
    case .code: append(name: row.code, isOther: row.isOther, to: &line)
    case .category: append(name: row.category, isOther: row.isOther, to: &line)
    case .method: append(name: row.method, isOther: row.isOther, to: &line)
    case .kind: append(word: row.isOther ? SafeText.otherLabel : row.kind?.name, to: &line)
    case .level: append(word: row.isOther ? SafeText.otherLabel : row.level?.name, to: &line)
    case .count: line.appendDecimal(row.count)
    case .users:
      if let users = row.users { line.appendDecimal(users.count) } else { appendNull(to: &line) }
    case .share: line.appendShortShare(row.share)
    case .firstSeen: append(row.firstSeen, to: &line)
    case .lastSeen: append(row.lastSeen, to: &line)
    case .flag: append(word: row.flag?.name ?? "", to: &line)
    case .example:
      if let example = row.example {
        JSONText.append(example.text, to: &line)
      } else {
        appendNull(to: &line)
      }
    }
  }

  private mutating func append(second: Int64?, to line: inout [UInt8]) {
    append(second.map { EventTime(seconds: $0) }, to: &line)
  }

  mutating func append(_ time: EventTime?, to line: inout [UInt8]) {
    guard let time else {
      appendNull(to: &line)
      return
    }
    line.append(UInt8(ascii: "\""))
    times.append(time, to: &line)
    line.append(UInt8(ascii: "\""))
  }

  private func append(name index: Int, isOther: Bool, to line: inout [UInt8]) {
    if isOther {
      JSONText.append(SafeText.otherLabel, to: &line)
    } else if index < 0 {
      appendNull(to: &line)
    } else {
      names.append(index, to: &line)
    }
  }

  /// One of our own words, which hold nothing to escape.
  private func append(word: String?, to line: inout [UInt8]) {
    guard let word else {
      appendNull(to: &line)
      return
    }
    line.append(UInt8(ascii: "\""))
    line.append(contentsOf: word.utf8)
    line.append(UInt8(ascii: "\""))
  }

  private func appendNull(to line: inout [UInt8]) { line.append(contentsOf: "null".utf8) }
}
