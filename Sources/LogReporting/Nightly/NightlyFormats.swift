/// The formats of `report`: a new one is a file beside this one and a line here.
package enum NightlyFormats {
  /// In the order of `--help`; the first is the default.
  package static let all: [any NightlyFormat] = [
    NightlyTextFormat(),
    NightlyMarkdownFormat(),
    NightlyHTMLFormat(),
    NightlyCSVFormat(),
    NightlyJSONFormat(),
  ]

  package static var names: [String] { all.map { $0.name } }

  /// The format of that name; nil when there is none.
  package static func named(_ name: String) -> (any NightlyFormat)? {
    all.first { $0.name == name }
  }
}
