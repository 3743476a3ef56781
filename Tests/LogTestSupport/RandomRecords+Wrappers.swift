extension RandomRecords {
  /// An object in up to three wrappers.
  mutating func wrapped() -> String {
    var text = object(depth: 0)
    for _ in 0..<number(0..<4) { text = wrap(text) }
    if chance(2) { for _ in 0..<7 { text = wrap(text) } }
    return text
  }

  private mutating func wrap(_ inner: String) -> String {
    switch number(0..<14) {
    case 0: return beside(named("data", inner))
    case 1: return beside(named("detail", bracketed("{", [named("data", inner)], "}")))
    case 2: return beside(named(pick(["detail", "json", "attributes", "event"]), inner))
    case 3: return beside(named(pick(["_source", "jsonPayload", "result"]), inner))
    case 4:
      let path = pick(["event.data", "json.data", "attributes.data", "auth0.logs.data"])
      return beside(named(path, inner))
    case 5: return beside(named("event", bracketed("{", [named("data", inner)], "}")))
    case 6:
      let key = pick(["log", "message", "MESSAGE", "msg", "event", "_raw", "line", "body", "x"])
      return beside(named(key, quoted(plain(inner))))
    case 7: return docker(plain(inner) + (chance(90) ? "\n" : ""))
    case 8: return journal(plain(inner))
    case 9: return logEvents(inner)
    case 10: return beside(named("logs", bracketed("[", [inner, scalar(), object(depth: 3)], "]")))
    case 11: return openTelemetry(inner)
    case 12: return beside(named("attributes", bracketed("{", [named("data", inner)], "}")))
    default: return inner
    }
  }

  /// The wrapping member between others that may look like the payload's.
  private mutating func beside(_ member: String) -> String {
    var members = (0..<number(0..<3)).map { _ in
      let key = pick(RandomWords.keys)
      return named(key, scalar(for: key))
    }
    members.insert(member, at: number(0..<members.count + 1))
    return bracketed("{", members, "}")
  }

  mutating func plain(_ text: String) -> String {
    let blank = pick(["", "", " ", "\n"])
    return String(text.flatMap { $0 == RandomRecords.gap ? blank : String($0) })
  }

  mutating func docker(_ log: String, stream: String? = nil) -> String {
    let stream = stream ?? pick(["stdout", "stderr"])
    var members = [
      named("log", quoted(log)), named("stream", quoted(stream)),
      named("time", quoted(pick(RandomWords.times))),
    ]
    if chance(5) { members.append(named(pick(["attrs", "kubernetes", "errorCode"]), scalar())) }
    return bracketed("{", members, "}")
  }

  private mutating func journal(_ text: String) -> String {
    let message =
      switch number(0..<6) {
      case 0: bracketed("[", text.utf8.map(String.init), "]")
      case 1: pick(["null", "[300]", "[]", "[\"a\",\"b\"]"])
      case 2: quoted(self.text())
      default: quoted(text)
      }
    return bracketed(
      "{",
      [
        named("__REALTIME_TIMESTAMP", quoted("1773475201120000")),
        named("PRIORITY", quoted(pick(["3", "6"]))), named("MESSAGE", message),
      ], "}")
  }

  private mutating func logEvents(_ inner: String) -> String {
    let text = chance(80) ? plain(inner) : self.text()
    let event = bracketed(
      "{", [named("timestamp", "1773475203000"), named("message", quoted(text))], "}")
    let elements = chance(70) ? [event, object(depth: 4)] : [scalar(), event]
    let type = named(
      "messageType", quoted(pick(["DATA_MESSAGE", "DATA_MESSAGE", "CONTROL_MESSAGE"])))
    let list = named("logEvents", bracketed("[", elements, "]"))
    return bracketed("{", chance(80) ? [type, list] : [list, type], "}")
  }

  private mutating func openTelemetry(_ inner: String) -> String {
    let attributes = (0..<number(1..<4)).map { _ in attribute() }
    let body =
      switch number(0..<3) {
      case 0: named("stringValue", quoted(plain(inner)))
      case 1: named("stringValue", quoted(text()))
      default: named("kvlistValue", bracketed("{", [named("values", list([attribute()]))], "}"))
      }
    let record = bracketed(
      "{",
      [
        named("timeUnixNano", quoted(pick(RandomWords.times))),
        named("severityNumber", pick(["5", "9", "13", "17"])),
        named("body", bracketed("{", [body], "}")), named("attributes", list(attributes)),
      ], "}")
    let resource = bracketed("{", [named("attributes", list([attribute()]))], "}")
    let scope = bracketed("{", [named("logRecords", list([record, scalar()]))], "}")
    let all = bracketed("{", [named("resource", resource), named("scopeLogs", list([scope]))], "}")
    return bracketed("{", [named("resourceLogs", list([all]))], "}")
  }

  private mutating func list(_ elements: [String]) -> String { bracketed("[", elements, "]") }

  private mutating func attribute() -> String {
    let key = pick(RandomWords.keys)
    let value =
      chance(80)
      ? named("stringValue", scalar(for: key)) : named("intValue", quoted(pick(["401", "30007"])))
    return bracketed(
      "{", [named("key", quoted(key)), named("value", bracketed("{", [value], "}"))], "}")
  }
}
