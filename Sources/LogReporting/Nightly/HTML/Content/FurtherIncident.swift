import LogModel

/// One incident in a line.
struct FurtherIncident {
  let number: Int
  let severity: String
  let severityIcon: String
  let code: String
  let levelWord: String
  let place: String
  let when: String
  let size: String

  init(number: Int, _ words: IncidentWords) {
    self.number = number
    severity = words.incident.severity.name
    severityIcon = StatusIcon.markup(words.incident.severity)
    code = words.title
    levelWord = words.level.map { LevelContent($0).word } ?? ""
    place = words.place ?? ""
    when = words.when
    size = words.size
  }
}
