/// What rows can be told apart by, in the order of the columns.
package enum ReportKey: UInt8, CaseIterable, Hashable, Comparable, Sendable {
  case window
  case tenant
  case code
  case kind
  case level
  case category
  case method

  /// The word for it in `--by` and `--where`; `window` stands in two columns.
  package var name: String {
    switch self {
    case .window: "window"
    case .tenant: "tenant"
    case .code: "code"
    case .kind: "kind"
    case .level: "level"
    case .category: "category"
    case .method: "method"
    }
  }

  /// The heads of its columns in every machine format.
  package var columns: [String] { self == .window ? ["window_start", "window_end"] : [name] }

  package static func < (left: ReportKey, right: ReportKey) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The keys of a report unless `--by` says otherwise.
  package static let standard: [ReportKey] = [.window, .tenant, .code, .kind, .level]
}
