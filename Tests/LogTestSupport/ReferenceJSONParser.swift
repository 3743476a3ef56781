/// Reads one JSON value by the grammar of RFC 8259, to the letter, and notes where it stopped.
package struct ReferenceJSONParser {
  package enum Outcome: Hashable, Sendable {
    case complete(ReferenceJSON)
    /// No continuation of the bytes before `end` and the byte at `end` is valid.
    ///
    /// An input that ends inside a token (a string, a literal, a number that lacks digits) is broken
    /// at its end, as it would be by a line feed.
    case broken
    /// The input ends between two tokens of the value.
    case unfinished
  }

  /// A part of the value that was complete when reading stopped.
  package struct Piece: Hashable, Sendable {
    /// The key of the member, or of the array that holds the element; nil in a top-level array.
    package var key: [UInt8]?
    package var value: ReferenceJSON
    package var range: Range<Int>
  }

  package struct Reading: Sendable {
    package var outcome: Outcome
    /// Behind the value, or where it broke.
    package var end: Int
    /// Where invalid UTF-8 or a lone surrogate was replaced.
    package var repairs: [Int] = []
    /// The complete elements of a top-level array, or of `logs` and `logEvents` in an object.
    package var elements: [Piece] = []
    /// The complete members of the outermost object.
    package var fields: [Piece] = []
    /// Where an element starts that was not complete.
    package var openElement: Int?
  }

  /// Objects and arrays inside each other, the outermost included.
  package static let depthLimit = 1_024

  private struct Stop: Error {
    let outcome: Outcome
  }

  let bytes: [UInt8]
  let limit: Int
  let braceAtLineStartBreaks: Bool
  var position: Int
  var reading = Reading(outcome: .unfinished, end: 0)

  /// Reads the value that starts at `start`, which is no blank.
  ///
  /// The input ends at `end`, or with the bytes. With `braceAtLineStartBreaks` a `{` right behind a
  /// line feed starts a new value, unless it starts an element of an array whose elements are
  /// records.
  package static func read(
    _ bytes: [UInt8], from start: Int, to end: Int? = nil, braceAtLineStartBreaks: Bool = false
  ) -> Reading {
    var parser = ReferenceJSONParser(
      bytes: bytes, limit: end ?? bytes.count, braceAtLineStartBreaks: braceAtLineStartBreaks,
      position: start)
    do {
      let value = try parser.value(depth: 0, isElement: false, key: nil)
      parser.reading.outcome = .complete(value)
    } catch {
      parser.reading.outcome = error.outcome
    }
    parser.reading.end = parser.position
    return parser.reading
  }

  // MARK: Values

  private mutating func value(
    depth: Int, isElement: Bool, key: [UInt8]?
  ) throws(Stop) -> ReferenceJSON {
    guard position < limit else { throw Stop(outcome: .unfinished) }
    switch bytes[position] {
    case UInt8(ascii: "{"):
      let isAtLineStart = position > 0 && bytes[position - 1] == 0x0A
      if depth > 0, isAtLineStart, braceAtLineStartBreaks, !isElement {
        throw Stop(outcome: .broken)
      }
      return .object(try object(depth: depth + 1))
    case UInt8(ascii: "["):
      let isLogs = key == Array("logs".utf8) || key == Array("logEvents".utf8)
      return .array(
        try array(depth: depth + 1, streams: depth == 0 || (depth == 1 && isLogs), key: key))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw Stop(outcome: .broken)
    }
  }

  private mutating func object(depth: Int) throws(Stop) -> ReferenceObject {
    try enter(depth)
    var object = ReferenceObject()
    if try next() == UInt8(ascii: "}") {
      position += 1
      return object
    }
    while true {
      let start = position
      guard try next() == UInt8(ascii: "\"") else { throw Stop(outcome: .broken) }
      let key = try string()
      try expect(":")
      _ = try next()
      let value = try value(depth: depth, isElement: false, key: depth == 1 ? key : nil)
      object.members.append(ReferenceObject.Member(key: key, value: value))
      if depth == 1 {
        reading.fields.append(Piece(key: key, value: value, range: start..<position))
      }
      if try next() == UInt8(ascii: "}") {
        position += 1
        return object
      }
      try expect(",")
      _ = try next()
    }
  }

  private mutating func array(
    depth: Int, streams: Bool, key: [UInt8]?
  ) throws(Stop) -> [ReferenceJSON] {
    try enter(depth)
    var elements: [ReferenceJSON] = []
    if try next() == UInt8(ascii: "]") {
      position += 1
      return elements
    }
    while true {
      let start = position
      if streams { reading.openElement = start }
      let value = try value(depth: depth, isElement: streams, key: nil)
      elements.append(value)
      if streams {
        reading.openElement = nil
        reading.elements.append(Piece(key: key, value: value, range: start..<position))
      }
      if try next() == UInt8(ascii: "]") {
        position += 1
        return elements
      }
      try expect(",")
      _ = try next()
    }
  }

  /// Steps over the bracket that opens a container.
  private mutating func enter(_ depth: Int) throws(Stop) {
    guard depth <= ReferenceJSONParser.depthLimit else { throw Stop(outcome: .broken) }
    position += 1
  }

  /// The next byte that is no blank; it is not stepped over.
  private mutating func next() throws(Stop) -> UInt8 {
    while position < limit, ReferenceJSON.isBlank(bytes[position]) { position += 1 }
    guard position < limit else { throw Stop(outcome: .unfinished) }
    return bytes[position]
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(Stop) {
    guard try next() == UInt8(ascii: character) else { throw Stop(outcome: .broken) }
    position += 1
  }

  // MARK: Tokens

  private mutating func literal(
    _ word: String, _ value: ReferenceJSON
  ) throws(Stop) -> ReferenceJSON {
    for byte in word.utf8 {
      guard position < limit, bytes[position] == byte else { throw Stop(outcome: .broken) }
      position += 1
    }
    return value
  }

  private mutating func number() throws(Stop) -> ReferenceJSON {
    let start = position
    if peek() == UInt8(ascii: "-") { position += 1 }
    if peek() == UInt8(ascii: "0") {
      position += 1
    } else {
      try digits()
    }
    if peek() == UInt8(ascii: ".") {
      position += 1
      try digits()
    }
    if peek() == UInt8(ascii: "e") || peek() == UInt8(ascii: "E") {
      position += 1
      if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { position += 1 }
      try digits()
    }
    return .number(Array(bytes[start..<position]))
  }

  private mutating func digits() throws(Stop) {
    let start = position
    while let byte = peek(), byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { position += 1 }
    if position == start { throw Stop(outcome: .broken) }
  }

  private func peek() -> UInt8? { position < limit ? bytes[position] : nil }

  private mutating func string() throws(Stop) -> [UInt8] {
    var text = ReferenceString(bytes: bytes, position: position + 1, limit: limit)
    let decoded = text.decode()
    position = text.position
    reading.repairs += text.repairs
    guard let decoded else { throw Stop(outcome: .broken) }
    return decoded
  }
}
