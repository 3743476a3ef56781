/// Makes random records and wraps them as clouds, hosts and loggers do.
///
/// Where JSON allows blanks, the text has `gap`, so that it can be cut into lines later.
struct RandomRecords {
  /// Stands for any blank or none; it never stands in what is generated otherwise.
  static let gap: Character = "\u{1}"

  var random: SplitMix64

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }

  mutating func pick(_ words: [String]) -> String { words[number(0..<words.count)] }

  // MARK: Values

  /// A string with its quotes, some characters escaped, rarely a lone surrogate in it.
  mutating func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || (scalar.isASCII && chance(1)):
        quoted += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    if chance(1) {
      quoted += ["\\ud83d", "\\udd10", "\\ud83d\\udd10", "\\ud83d\\ud83d"][number(0..<4)]
    }
    return quoted + "\""
  }

  mutating func code() -> String {
    chance(70)
      ? ReferenceCodes.channels[number(0..<ReferenceCodes.channels.count)].code
      : pick(RandomWords.foreignCodes)
  }

  mutating func scalar(for key: String = "") -> String {
    let lowered = key.lowercased()
    if chance(75) {
      if lowered.contains("code") { return chance(80) ? quoted(code()) : pick(RandomWords.numbers) }
      if ["level", "severity", "status", "L", "log.level", "levelname"].contains(key) {
        return chance(70) ? quoted(pick(RandomWords.levels)) : pick(RandomWords.numbers)
      }
      if key == "type" { return quoted(pick(RandomWords.types)) }
      if lowered.contains("time") || ["date", "ts", "T", "log_id"].contains(key) {
        return chance(70) ? quoted(pick(RandomWords.times)) : pick(RandomWords.numbers)
      }
      if lowered.contains("msg") || lowered.contains("message") || key == "description" {
        return quoted(text())
      }
      if ["log", "_raw", "body", "line", "event", "textPayload"].contains(key) {
        return quoted(chance(50) ? embedded() : text())
      }
    }
    switch number(0..<12) {
    case 0: return "null"
    case 1: return chance(50) ? "true" : "false"
    case 2, 3: return pick(RandomWords.numbers)
    case 4: return quoted(pick(RandomWords.times))
    case 5: return quoted(code())
    default: return quoted(pick(RandomWords.names))
    }
  }

  /// Words with a code among them, mostly whole.
  mutating func text() -> String {
    let before = pick(["", "got ", "(", "x", "failed: ", "a-", "{", "{\"a\":1} "])
    let after = pick(["", " now", ")", "_x", "!", "}", "\n"])
    return before + (chance(60) ? code() : "all is well") + after
  }

  /// JSON text to stand in a string; sometimes torn or with something behind it.
  mutating func embedded() -> String {
    let text = chance(85) ? object(depth: 2) : "[\(object(depth: 3)),1]"
    let plain = String(text.filter { $0 != RandomRecords.gap })
    switch number(0..<12) {
    case 0: return String(plain.dropLast())
    case 1: return plain + " x"
    case 2, 3: return " " + plain + "\n"
    default: return plain
    }
  }

  // MARK: Objects

  mutating func object(depth: Int) -> String {
    var members = (0..<number(0..<6)).map { _ in member(depth: depth) }
    for keys in RandomWords.tellingKeys where chance(45) {
      let key = pick(keys)
      members.append(named(key, scalar(for: key)))
    }
    if chance(40) { members += event(depth: depth) }
    if chance(8), let again = members.randomElement(using: &random) {
      let key = String(again.prefix { $0 != RandomRecords.gap })
      members.append("\(key)\(RandomRecords.gap):\(scalar())")
    }
    if chance(20) { members.shuffle(using: &random) }
    return bracketed("{", members, "}")
  }

  private mutating func member(depth: Int) -> String {
    let key = pick(RandomWords.keys)
    let value =
      if depth < 5, chance(12) { object(depth: depth + 1) } else if chance(4) {
        bracketed("[", [scalar(), scalar()], "]")
      } else { scalar(for: key) }
    return named(key, value)
  }

  mutating func named(_ key: String, _ value: String) -> String {
    quoted(key) + "\(RandomRecords.gap):\(RandomRecords.gap)" + value
  }

  /// The members of an event of the provider.
  private mutating func event(depth: Int) -> [String] {
    var members = [named("type", quoted(pick(RandomWords.types)))]
    members.append(named(pick(["date", "date", "log_id"]), quoted(pick(RandomWords.times))))
    guard chance(70) else { return members }
    let details = (0..<number(0..<4)).map { _ in detail() }
    members.append(named("details", bracketed("{", details, "}")))
    if chance(5) { members.append(named("details", scalar())) }
    return members
  }

  private mutating func detail() -> String {
    let key = pick(RandomWords.detailKeys)
    let inner =
      switch key {
      case "response": named("body", bracketed("{", [named("errorCode", scalar(for: "code"))], "}"))
      case "request": named("path", quoted(pick(RandomWords.names)))
      case "authenticator": named(pick(["type", "id", "phone_number"]), scalar())
      case "enrollment", "body", "query": named(pick(["tenant", "user_id"]), scalar())
      default: named(pick(["errorCode", "code", "message"]), scalar(for: "code"))
      }
    return named(key, chance(90) ? bracketed("{", [inner], "}") : scalar())
  }

  mutating func bracketed(_ open: String, _ parts: [String], _ close: String) -> String {
    let gap = String(RandomRecords.gap)
    return open + gap + parts.joined(separator: gap + "," + gap) + gap + close
  }
}
