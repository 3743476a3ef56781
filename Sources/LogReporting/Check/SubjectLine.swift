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
        return cut(ObstacleText.words(for: report.obstacles), to: room)
      }
      let records = report.ledger.records
      return cut(
        "no incident in \(HumanNumber.counted(records.error + records.normal, "record"))", to: room)
    }
    let words = IncidentText(incident: worst, report: report)
    let more = report.incidents.count - 1
    let tail =
      ", \(words.size)" + (more > 0 ? "; \(HumanNumber.grouped(more)) more" : "")
      // A critical report may still not be all.
      + (report.obstacles.isEmpty ? "" : "; not all judged")
    let place = words.place ?? ""
    let joint = place.isEmpty ? "" : " at "
    let free = max(room - tail.utf8.count - joint.utf8.count, 20)
    let title = cut(words.title, to: max(free - place.utf8.count, free * 2 / 3))
    return cut(
      title + joint + cut(place, to: max(free - title.utf8.count, 4)) + tail, to: room)
  }

  private var room: Int {
    SubjectLine.mostColumns - report.status.name.utf8.count - separator.utf8.count
  }

  private func cut(_ text: String, to width: Int) -> String {
    text.utf8.count <= width ? text : String(text.prefix(max(width - 1, 0))) + "~"
  }
}
