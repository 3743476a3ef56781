/// Takes CSV apart (RFC 4180); line ends may be LF or CR LF, and empty lines are left out.
enum CSVRecords {
  struct Record: Hashable {
    var cells: [String]
    /// Where it begins; the first line is 1.
    var line: Int
  }

  static func read(_ text: String) -> [Record] {
    var records: [Record] = []
    var cells: [String] = []
    var cell: [UInt8] = []
    var line = 1
    var start = 1
    var isQuoted = false
    var wasQuoted = false
    func endRecord() {
      if !(cells.isEmpty && cell.isEmpty && !wasQuoted) {
        records.append(
          Record(cells: cells + [String(decoding: cell, as: UTF8.self)], line: start))
      }
      cells = []
      cell = []
      wasQuoted = false
    }
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\n") { line += 1 }
      switch byte {
      case UInt8(ascii: "\"") where isQuoted:
        if index < bytes.count, bytes[index] == byte {
          cell.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
      case _ where isQuoted: cell.append(byte)
      case UInt8(ascii: "\"") where cell.isEmpty && !wasQuoted:
        isQuoted = true
        wasQuoted = true
      case UInt8(ascii: ","):
        cells.append(String(decoding: cell, as: UTF8.self))
        cell = []
        wasQuoted = false
      case UInt8(ascii: "\r") where index < bytes.count && bytes[index] == UInt8(ascii: "\n"): break
      case UInt8(ascii: "\n"):
        endRecord()
        start = line
      default: cell.append(byte)
      }
    }
    endRecord()
    return records
  }
}
