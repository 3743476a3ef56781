import LogModel

/// The columns of the table, in the order in which they stand.
enum TableColumn: Hashable {
  case window
  case tenant
  case code
  case kind
  case level
  case category
  case method
  case count
  case users
  case share
  case flag
  case trend
  case firstSeen
  case lastSeen
  case example

  /// All columns that a report can have.
  static func columns(of report: Report) -> [TableColumn] {
    var columns: [TableColumn] = report.keys.map { key in
      switch key {
      case .window: .window
      case .tenant: .tenant
      case .code: .code
      case .kind: .kind
      case .level: .level
      case .category: .category
      case .method: .method
      }
    }
    columns += [.count, .users, .share, .flag]
    // One bar alone tells nothing.
    if report.rows.contains(where: { $0.history.count > 1 }) { columns.append(.trend) }
    columns += [.firstSeen, .lastSeen]
    if report.hasExamples { columns.append(.example) }
    return columns
  }

  var title: String {
    switch self {
    case .window: "WINDOW"
    case .tenant: "TENANT"
    case .code: "CODE"
    case .kind: "KIND"
    case .level: "LEVEL"
    case .category: "CATEGORY"
    case .method: "METHOD"
    case .count: "COUNT"
    case .users: "USERS"
    case .share: "SHARE"
    case .flag: "FLAG"
    case .trend: "TREND"
    case .firstSeen: "FIRST SEEN"
    case .lastSeen: "LAST SEEN"
    case .example: "EXAMPLE"
    }
  }

  var isNumber: Bool {
    switch self {
    case .count, .users, .share: true
    default: false
    }
  }

  /// How many columns of a terminal foreign text gets before other columns have to give way to it;
  /// nil for columns that are never cut.
  var modestWidth: Int? {
    switch self {
    case .tenant: 20
    case .code: 28
    case .category, .method: 16
    case .example: 24
    default: nil
    }
  }
}
