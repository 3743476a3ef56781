/// The formats of `check`: a new one is a file beside this one and a line here.
package enum CheckFormats {
  /// In the order of `--help`; the first is the default.
  package static let all: [any CheckFormat] = [
    CheckTextFormat(),
    CheckJSONFormat(),
    NagiosFormat(),
    PrometheusFormat(),
  ]

  package static var names: [String] { all.map { $0.name } }

  /// The format of that name; nil when there is none.
  package static func named(_ name: String) -> (any CheckFormat)? {
    all.first { $0.name == name }
  }
}
