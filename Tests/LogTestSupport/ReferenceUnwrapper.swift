/// Finds the records inside the wrappers of one value, with the chain of wrappers around each.
struct ReferenceUnwrapper {
  enum Payload {
    case object(ReferenceObject)
    /// Plain text, which has no fields.
    case text([UInt8])
  }

  struct Found {
    var payload: Payload
    /// From the one that holds the payload to the outermost.
    var envelopes: [ReferenceObject]
  }

  static let levelLimit = 6

  private(set) var found: [Found] = []
  /// Whether text inside a string had to be repaired.
  private(set) var repaired = false

  /// Steps into an object until nothing wraps any more.
  ///
  /// `level` tells how many steps led to it.
  mutating func unwrap(_ object: ReferenceObject, in envelopes: [ReferenceObject], level: Int) {
    if ReferenceUnwrapper.isControlMessage(object) { return }
    guard level < ReferenceUnwrapper.levelLimit else {
      found.append(Found(payload: .object(object), envelopes: envelopes))
      return
    }
    if unwrapLists(object, in: envelopes, level: level) { return }
    if !ReferenceUnwrapper.isAuth0Event(object) {
      if unwrapPaths(object, in: envelopes, level: level) { return }
      if unwrapText(object, in: envelopes, level: level) { return }
    }
    found.append(Found(payload: .object(object), envelopes: envelopes))
  }

  /// Text behind a header or in a wrapper: JSON, or a record of its own.
  mutating func unwrapText(_ text: [UInt8], in envelopes: [ReferenceObject], level: Int) {
    guard level <= ReferenceUnwrapper.levelLimit, let value = embedded(text) else {
      found.append(Found(payload: .text(text), envelopes: envelopes))
      return
    }
    unwrapEmbedded(value, in: envelopes, level: level)
  }

  /// A complete element of `logs` or `logEvents`.
  mutating func unwrapElement(
    _ element: ReferenceObject, ofEvents isEvent: Bool, in envelopes: [ReferenceObject], level: Int
  ) {
    if isEvent, let message = element["message"]?.string, !message.isEmpty {
      unwrapText(message, in: [element] + envelopes, level: level + 1)
    } else {
      unwrap(element, in: envelopes, level: level)
    }
  }

  static func isControlMessage(_ object: ReferenceObject) -> Bool {
    object["messageType"] == .string(Array("CONTROL_MESSAGE".utf8))
  }

  static func isAuth0Event(_ object: ReferenceObject) -> Bool {
    guard object["type"]?.string?.isEmpty == false else { return false }
    return object["date"] != nil || object["log_id"] != nil || object["details"] != nil
  }

  // MARK: Lists

  private mutating func unwrapLists(
    _ object: ReferenceObject, in envelopes: [ReferenceObject], level: Int
  ) -> Bool {
    let lists = object.members.filter(ReferenceUnwrapper.isList)
    if ReferenceUnwrapper.holdsLists(object) {
      let envelope = ReferenceObject(object.members.filter { !ReferenceUnwrapper.isList($0) })
      for list in lists {
        let isEvents = list.key == Array("logEvents".utf8)
        for element in (list.value.array ?? []).compactMap(\.object) {
          unwrapElement(
            element, ofEvents: isEvents, in: [envelope] + envelopes, level: level + 1)
        }
      }
      return true
    }
    guard let resources = object["resourceLogs"]?.array else { return false }
    for record in ReferenceOpenTelemetry.records(in: resources) {
      unwrap(record.fields, in: [record.resource, object] + envelopes, level: level + 1)
    }
    return true
  }

  /// Whether an object wraps lists of records.
  ///
  /// A list of anything but objects is a field of somebody's record, if there is more of that.
  static func holdsLists(_ object: ReferenceObject) -> Bool {
    let lists = object.members.filter(isList)
    let holdsRecords = lists.contains { list in
      list.value.array?.isEmpty == true || list.value.array?.contains { $0.object != nil } == true
    }
    return !lists.isEmpty && (lists.count == object.members.count || holdsRecords)
  }

  static func isList(_ member: ReferenceObject.Member) -> Bool {
    (member.key == Array("logs".utf8) || member.key == Array("logEvents".utf8))
      && member.value.array != nil
  }

  // MARK: Paths

  private static let paths = [
    "detail.data", "detail", "data", "event.data", "event", "json.data", "json",
    "attributes.data", "attributes", "auth0.logs.data", "_source", "jsonPayload", "result",
  ]

  private mutating func unwrapPaths(
    _ object: ReferenceObject, in envelopes: [ReferenceObject], level: Int
  ) -> Bool {
    for path in ReferenceUnwrapper.paths {
      for (value, chain) in ReferenceUnwrapper.values(at: path, in: object) {
        if let inner = value.object, ReferenceUnwrapper.isPayload(inner, at: path) {
          unwrap(inner, in: chain + envelopes, level: level + 1)
          return true
        }
        if path == "event", let text = value.string, let value = embedded(text) {
          unwrapEmbedded(value, in: chain + envelopes, level: level + 1)
          return true
        }
      }
    }
    return false
  }

  private static func isPayload(_ object: ReferenceObject, at path: String) -> Bool {
    switch path {
    case "_source", "jsonPayload", "result": true
    case "event": isAuth0Event(object) || object["data"] != nil
    default: isAuth0Event(object)
    }
  }

  /// What stands at a path, dotted or nested, with the objects that were passed on the way.
  private static func values(
    at path: String, in object: ReferenceObject
  ) -> [(value: ReferenceJSON, chain: [ReferenceObject])] {
    var found: [(value: ReferenceJSON, chain: [ReferenceObject])] = []
    if let value = object[path] { found.append((value, [object])) }
    let steps = path.split(separator: ".").map(String.init)
    guard steps.count > 1 else { return found }
    var chain = [object]
    for step in steps.dropLast() {
      guard let next = chain[0][step]?.object else { return found }
      chain.insert(next, at: 0)
    }
    if let last = steps.last, let value = chain[0][last] { found.append((value, chain)) }
    return found
  }

  // MARK: Text

  private static let textKeys = [
    "log", "message", "MESSAGE", "msg", "event", "textPayload", "_raw", "line", "body",
  ]

  private mutating func unwrapText(
    _ object: ReferenceObject, in envelopes: [ReferenceObject], level: Int
  ) -> Bool {
    for key in ReferenceUnwrapper.textKeys {
      if let text = ReferenceUnwrapper.text(of: object, key), let value = embedded(text) {
        unwrapEmbedded(value, in: [object] + envelopes, level: level + 1)
        return true
      }
    }
    let isDocker =
      object["log"]?.string?.isEmpty == false && object["stream"]?.string?.isEmpty == false
    let isJournal = object["__REALTIME_TIMESTAMP"] != nil
    guard
      let plain = isDocker
        ? object["log"]?.string
        : isJournal ? ReferenceUnwrapper.text(of: object, "MESSAGE") : nil
    else { return false }
    found.append(Found(payload: .text(plain), envelopes: [object] + envelopes))
    return true
  }

  private static func text(of object: ReferenceObject, _ key: String) -> [UInt8]? {
    guard let value = object[key] else { return nil }
    if let text = value.string { return text }
    guard key == "MESSAGE", let elements = value.array, !elements.isEmpty else { return nil }
    var bytes: [UInt8] = []
    for element in elements {
      guard case .number(let digits) = element,
        let byte = UInt8(String(decoding: digits, as: UTF8.self))
      else { return nil }
      bytes.append(byte)
    }
    return bytes
  }

  private mutating func embedded(_ text: [UInt8]) -> ReferenceJSON? {
    guard let (value, wasRepaired) = ReferenceJSON.embedded(text) else { return nil }
    if wasRepaired { repaired = true }
    return value
  }

  private mutating func unwrapEmbedded(
    _ value: ReferenceJSON, in envelopes: [ReferenceObject], level: Int
  ) {
    if let object = value.object { unwrap(object, in: envelopes, level: level) }
    for element in (value.array ?? []).compactMap(\.object) {
      unwrap(element, in: envelopes, level: level)
    }
  }
}
