/// Makes logs in which every shape is mixed with every sort of damage, from a seed.
package struct RandomLogs {
  private var records: RandomRecords
  private var output: [UInt8] = []

  /// A log of about so many lines; equal seeds give equal bytes.
  package static func bytes(seed: UInt64, lines: Int) -> [UInt8] {
    var logs = RandomLogs(records: RandomRecords(random: SplitMix64(seed: seed)))
    for _ in 0..<lines { logs.addLine() }
    if logs.records.chance(30), logs.output.last == 0x0A { logs.output.removeLast() }
    return logs.output
  }

  private mutating func addLine() {
    let start = output.count
    switch records.number(0..<20) {
    case 0:
      add(records.pick(["", "", " ", "\t", "\u{FEFF}", "null", "42", "x", "[]", "[1]", "{}"]))
    case 1: addParts()
    case 2: addContainerParts()
    case 3, 4: addSeveral()
    case 5: addArray()
    case 6, 7: addPrefixed()
    case 8, 9: addCarried()
    case 10: add(records.chance(30) ? deep() : flat(records.object(depth: 0)))
    default: add(flat(records.wrapped()))
    }
    if records.chance(12) { mutate(from: start) }
  }

  private mutating func add(_ text: String) {
    output += Array(text.utf8)
    output += records.chance(15) ? [0x0D, 0x0A] : [0x0A]
  }

  // MARK: Lines

  /// The value on one line, with few or many blanks.
  private mutating func flat(_ text: String) -> String {
    let blank = records.pick(["", "", "", " ", "\t", "\r"])
    return String(text.flatMap { $0 == RandomRecords.gap ? blank : String($0) })
  }

  private mutating func addSeveral() {
    var text = ""
    for _ in 0..<records.number(2..<5) {
      let value = records.chance(85) ? records.wrapped() : array()
      text += flat(value) + records.pick(["", "", " ", "\u{1E}", " \u{1E} "])
    }
    switch records.number(0..<6) {
    case 0: text = String(text.dropLast(records.number(1..<9)))
    case 1: text += records.pick(["x", ",", "]", "null", "{", "[{\"tenant\":\"a\"},", "\u{1E}"])
    default: break
    }
    add(text)
  }

  private mutating func array() -> String {
    let elements = (0..<records.number(0..<5)).map { _ in
      records.chance(85) ? records.wrapped() : records.scalar()
    }
    return records.bracketed("[", elements, "]")
  }

  private mutating func addArray() {
    let text = flat(array())
    add(records.chance(80) ? text : String(text.dropLast(records.number(1..<30))))
  }

  private mutating func addPrefixed() {
    let prefix = records.pick(RandomWords.prefixes)
    let value =
      switch records.number(0..<6) {
      case 0: records.text()
      case 1: flat(array())
      default: flat(records.wrapped())
      }
    let text = String((prefix + value).filter { $0 != "\n" })
    add(text + records.pick(["", "", "", "]", " ]", "x", "]]"]))
  }

  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// One value over several lines, sometimes with something in it that does not belong there.
  private mutating func addCarried() {
    let value = records.chance(50) ? records.wrapped() : array()
    let perMille = records.pick(["50", "100", "300"])
    // Without a blank behind it a break may bring a brace into column 0, which ends the carry.
    let breaks =
      records.chance(70)
      ? ["\n  ", "\n ", "\n\t", "\r\n  ", "\n\n  "] : ["\n", "\n", "\n  ", "\n\n", "\r\n"]
    var text = ""
    for character in value {
      if character != RandomRecords.gap {
        text.append(character)
      } else if records.number(0..<1_000) < (Int(perMille) ?? 0) {
        text += records.pick(breaks)
      }
    }
    switch records.number(0..<8) {
    case 0: text += records.pick(["x", "{\"tenant\":\"a\"}", "]", " \u{1E}{}", "{\"tenant\":"])
    case 1: text = String(text.dropLast(records.number(1..<40)))
    case 2:
      var pieces = lines(text)
      let piece = flat(records.pick(["{}", "INFO {}", "x", "\"open", "[1,", records.wrapped()]))
      pieces.insert(piece, at: records.number(0..<pieces.count + 1))
      text = pieces.joined(separator: "\n")
    default: break
    }
    add(text)
  }

  /// A Docker line cut into parts, with other lines between them.
  private mutating func addParts() {
    let stream = records.pick(["stdout", "stderr"])
    var pieces = cut(records.plain(records.object(depth: 1)) + "\n")
    if records.chance(10) { pieces.removeLast() }
    for piece in pieces {
      add(flat(records.docker(piece, stream: stream)))
      if records.chance(20) { add(flat(records.docker(records.text(), stream: stream))) }
      if records.chance(20) { add(flat(records.wrapped())) }
    }
  }

  /// The same for other container runtimes.
  private mutating func addContainerParts() {
    let stream = records.pick(["stdout", "stderr"])
    let pieces = cut(flat(records.wrapped()))
    for (index, piece) in pieces.enumerated() {
      let tag = index + 1 == pieces.count && records.chance(90) ? "F" : "P"
      add("2026-03-14T08:00:0\(index)Z \(stream) \(tag) \(piece)")
      if records.chance(20) { add("2026-03-14T08:00:09Z stderr F \(records.text())") }
    }
  }

  private mutating func cut(_ text: String) -> [String] {
    let characters = Array(text)
    let first = records.number(0..<characters.count + 1)
    let second = records.number(first..<characters.count + 1)
    return [characters[..<first], characters[first..<second], characters[second...]].map {
      String($0)
    }
  }

  /// A value near the limit of depth.
  private mutating func deep() -> String {
    let depth = records.number(1_021..<1_027)
    let (open, close) = records.chance(50) ? ("[", "]") : ("{\"x\":", "}")
    return "{\"tenant\":\"deep\",\"x\":" + String(repeating: open, count: depth) + "1"
      + String(repeating: close, count: depth) + "}"
  }

  // MARK: Damage

  private mutating func mutate(from start: Int) {
    for _ in 0..<records.number(1..<4) {
      guard output.count > start else { return }
      let position = records.number(start..<output.count)
      let byte = RandomWords.nastyBytes[records.number(0..<RandomWords.nastyBytes.count)]
      switch records.number(0..<4) {
      case 0: output[position] = byte
      case 1: output.insert(byte, at: position)
      case 2: output.remove(at: position)
      default: output[position] ^= 1 << UInt8(records.number(0..<8))
      }
    }
  }
}
