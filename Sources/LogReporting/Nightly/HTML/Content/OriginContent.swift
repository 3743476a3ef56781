import LogModel

/// How the page was made.
struct OriginContent {
  let command: String
  let version: String
  let state: String?

  /// In columns; a command can name thousands of files.
  static let longestCommand = 2_000

  init(_ report: NightlyReport) {
    command = HTMLText.text(report.origin.command, columns: OriginContent.longestCommand)
    version = HTMLText.text(report.origin.version)
    state = report.origin.state.map { HTMLText.text($0, columns: 200) }
  }
}
