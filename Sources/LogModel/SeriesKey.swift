/// What one series of a rule is: a value for each key that the rule tells errors apart by.
///
/// Values are bytes, as they stood in the log: two spellings that Unicode takes for one are two.
package struct SeriesKey: Hashable, Sendable {
  package struct Part: Hashable, Sendable {
    package var key: ReportKey
    /// Nil for the unknown tenant, an error without a code, an unknown method or category.
    package var text: [UInt8]?

    package init(key: ReportKey, text: [UInt8]?) {
      self.key = key
      self.text = text
    }
  }

  /// In the order of the columns, each key at most once.
  package var parts: [Part]

  package init(_ parts: [Part] = []) { self.parts = parts }

  package func contains(_ key: ReportKey) -> Bool { parts.contains { $0.key == key } }

  /// The value of a key as reports show it; nil when the series are not told apart by it.
  package func name(_ key: ReportKey) -> Name? {
    parts.first { $0.key == key }.map { part in
      part.text.map { .named(String(decoding: $0, as: UTF8.self)) } ?? .unknown
    }
  }

  /// The bytes of a key's value, those of `-` for one that is not known; nil when the series are not
  /// told apart by it.
  package func bytes(_ key: ReportKey) -> [UInt8]? {
    parts.first { $0.key == key }.map { $0.text ?? [UInt8(ascii: "-")] }
  }

  package func without(_ key: ReportKey) -> SeriesKey {
    SeriesKey(parts.filter { $0.key != key })
  }
}

extension SeriesKey: Comparable {
  /// By the bytes that a reader sees, part by part; what is not known before what is called so.
  package static func < (left: SeriesKey, right: SeriesKey) -> Bool {
    for (one, other) in zip(left.parts, right.parts) {
      if one.key != other.key { return one.key < other.key }
      if one.text == other.text { continue }
      let texts = (one.text ?? [UInt8(ascii: "-")], other.text ?? [UInt8(ascii: "-")])
      if texts.0 == texts.1 { return one.text == nil }
      return texts.0.lexicographicallyPrecedes(texts.1)
    }
    return left.parts.count < right.parts.count
  }
}
