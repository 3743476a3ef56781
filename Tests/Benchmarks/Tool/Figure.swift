import Foundation

/// One line of the table of figures: what must be, what should be, and what is.
struct Figure {
  enum Unit {
    /// How many times.
    case ratio
    case mebibytes
    case milliseconds
    case seconds
  }

  let name: String
  /// In `unit`.
  let must: Double
  let aim: Double
  let unit: Unit
  let moreIsBetter: Bool
  /// Nil when it could not be measured here; `note` tells why.
  var measured: Double?
  var note = ""

  static func ratio(
    _ name: String, must: Double, aim: Double, moreIsBetter: Bool = true, _ measured: Double?,
    note: String = ""
  ) -> Figure {
    Figure(
      name: name, must: must, aim: aim, unit: .ratio, moreIsBetter: moreIsBetter,
      measured: measured, note: note)
  }

  static func memory(
    _ name: String, must: Double, aim: Double, bytes: Int?, note: String = ""
  ) -> Figure {
    Figure(
      name: name, must: must, aim: aim, unit: .mebibytes, moreIsBetter: false,
      measured: bytes.map { Double($0) / 1_048_576 }, note: note)
  }

  var verdict: String {
    guard let measured else { return "not measured" }
    if moreIsBetter ? measured >= aim : measured <= aim { return "aim met" }
    return (moreIsBetter ? measured >= must : measured <= must) ? "met" : "NOT MET"
  }

  func text(_ value: Double) -> String {
    switch unit {
    case .ratio: String(format: "%.2fx", value)
    case .mebibytes: String(format: "%.0f MiB", value)
    case .milliseconds: String(format: "%.1f ms", value)
    case .seconds: String(format: "%.1f s", value)
    }
  }

  /// As a row of a Markdown table.
  var row: [String] {
    [name, text(must), text(aim), measured.map(text) ?? "-", verdict, note]
  }

  static let header = ["what", "must", "aim", "measured", "", "note"]
}
