import LogModel

/// The columns of the machine formats, in the order in which they stand.
enum MachineColumn: String {
  case windowStart = "window_start"
  case windowEnd = "window_end"
  case tenant
  case code
  case kind
  case level
  case category
  case method
  case count
  case users
  case share
  case firstSeen = "first_seen"
  case lastSeen = "last_seen"
  case flag
  case example

  /// What was counted: mostly the code tells all the others.
  static let ofClass: Set<MachineColumn> = [.code, .kind, .level, .category, .method]

  /// The columns of a report: its keys, then what was counted.
  static func columns(of report: Report) -> [MachineColumn] {
    var columns: [MachineColumn] = []
    for key in report.keys {
      switch key {
      case .window: columns += [.windowStart, .windowEnd]
      case .tenant: columns.append(.tenant)
      case .code: columns.append(.code)
      case .kind: columns.append(.kind)
      case .level: columns.append(.level)
      case .category: columns.append(.category)
      case .method: columns.append(.method)
      }
    }
    columns += [.count, .users, .share, .firstSeen, .lastSeen, .flag]
    if report.hasExamples { columns.append(.example) }
    return columns
  }
}

extension SourceLocation {
  /// `FILE:LINE`, the name as it is.
  var text: String { "\(file):\(line)" }
}
