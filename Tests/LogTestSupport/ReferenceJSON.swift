/// A JSON value as a plain tree: what the reference reads instead of walking over bytes.
///
/// Nothing here is fast or clever; it exists to be obviously right, so that the fast parser can be
/// judged by it.
package indirect enum ReferenceJSON: Hashable, Sendable {
  case null
  case bool(Bool)
  /// The number as it is written.
  case number([UInt8])
  /// Decoded to UTF-8; what was broken is U+FFFD.
  case string([UInt8])
  case array([ReferenceJSON])
  case object(ReferenceObject)

  package var object: ReferenceObject? {
    if case .object(let object) = self { object } else { nil }
  }

  package var array: [ReferenceJSON]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  package var string: [UInt8]? {
    if case .string(let bytes) = self { bytes } else { nil }
  }

  /// A string that is not empty, or a number as written: what can be a name or a code.
  package var name: [UInt8]? {
    switch self {
    case .string(let bytes): bytes.isEmpty ? nil : bytes
    case .number(let text): text
    case .null, .bool, .array, .object: nil
    }
  }
}

/// The members of a JSON object in the order in which they stand; of equal keys the last wins.
package struct ReferenceObject: Hashable, Sendable {
  package struct Member: Hashable, Sendable {
    package var key: [UInt8]
    package var value: ReferenceJSON

    package init(key: [UInt8], value: ReferenceJSON) {
      self.key = key
      self.value = value
    }
  }

  package var members: [Member]

  package init(_ members: [Member] = []) { self.members = members }

  package subscript(key: String) -> ReferenceJSON? {
    let bytes = Array(key.utf8)
    return members.last { $0.key == bytes }?.value
  }

  /// What stands at a path: first under the whole path as one key, then nested.
  ///
  /// Both are given, since a value of the wrong type is passed over.
  package func values(at path: String) -> [ReferenceJSON] {
    var found: [ReferenceJSON] = []
    if let value = self[path] { found.append(value) }
    let steps = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard steps.count > 1 else { return found }
    var value = ReferenceJSON.object(self)
    for step in steps {
      guard let next = value.object?[step] else { return found }
      value = next
    }
    found.append(value)
    return found
  }

  /// The first string that is not empty, or number, at a path.
  package func name(at path: String) -> [UInt8]? {
    values(at: path).lazy.compactMap(\.name).first
  }

  /// The first string at a path, also an empty one.
  package func string(at path: String) -> [UInt8]? {
    values(at: path).lazy.compactMap(\.string).first
  }
}

extension ReferenceJSON {
  /// Text inside a string that is JSON as a whole: an object, or an array that holds an object.
  ///
  /// - Returns: nil for any other text.
  static func embedded(_ text: [UInt8]) -> (value: ReferenceJSON, repaired: Bool)? {
    guard let start = text.firstIndex(where: { !isBlank($0) }),
      text[start] == UInt8(ascii: "{") || text[start] == UInt8(ascii: "[")
    else { return nil }
    let reading = ReferenceJSONParser.read(text, from: start)
    guard case .complete(let value) = reading.outcome,
      text[reading.end...].allSatisfy(isBlank)
    else { return nil }
    if let elements = value.array, !elements.contains(where: { $0.object != nil }) { return nil }
    return (value, !reading.repairs.isEmpty)
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
