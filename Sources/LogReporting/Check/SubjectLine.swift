import LogModel

/// One line that says it all, fit for the subject of a mail: ASCII, below 80 columns.
struct SubjectLine {
  let report: CheckReport
  /// Stands between the status and the rest.
  let separator: String

  static let mostColumns = 79

  var text: String { report.status.name + separator + rest }

  private var rest: String {
    guard let worst = report.incidents.first else {
      guard report.obstacles.isEmpty else {
        return SubjectLine.cut(ObstacleText.words(for: report.obstacles), to: room)
      }
      if report.transitions != nil { return "nothing is firing" }
      let records = report.ledger.records
      return SubjectLine.cut(
        "no incident in \(HumanNumber.counted(records.error + records.normal, "record"))", to: room)
    }
    let words = IncidentText(incident: worst, rules: report.rules)
    let more = report.incidents.count - 1
    let tail =
      ", \(words.size)" + (more > 0 ? "; \(HumanNumber.grouped(more)) more" : "")
      // A critical report may still not be all.
      + (report.obstacles.isEmpty ? "" : "; not all judged")
    return SubjectLine.fitted(title: words.title, place: words.place, tail: tail, into: room)
  }

  private var room: Int {
    SubjectLine.mostColumns - report.status.name.utf8.count - separator.utf8.count
  }

  /// Title, place and tail in so many columns; names are cut before numbers.
  static func fitted(title: String, place: String?, tail: String, into room: Int) -> String {
    let place = place ?? ""
    let joint = place.isEmpty ? "" : " at "
    let free = max(room - tail.utf8.count - joint.utf8.count, 20)
    let title = cut(title, to: max(free - place.utf8.count, free * 2 / 3))
    return cut(
      title + joint + cut(place, to: max(free - title.utf8.count, 4)) + tail, to: room)
  }

  static func cut(_ text: String, to width: Int) -> String {
    text.utf8.count <= width ? text : String(text.prefix(max(width - 1, 0))) + "~"
  }
}
