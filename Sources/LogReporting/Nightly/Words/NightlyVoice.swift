import LogModel

/// How words and names stand in a nightly report that people read.
package struct NightlyVoice {
  package enum Markup {
    case plain
    case markdown
  }

  package let markup: Markup
  package let isASCII: Bool

  package init(
    markup: Markup, isASCII: Bool
  ) {
    self.markup = markup
    self.isASCII = isASCII
  }

  /// The most columns of a name in plain text, so that a line holds it with a count.
  package static let widestName = 44

  /// A name of a log, safe; in plain text cut to `most` columns.
  package func name(_ name: Name, most: Int = widestName) -> String {
    var bytes: [UInt8] = []
    switch markup {
    case .plain: SafeText.appendCell(name, isASCII: isASCII, to: &bytes)
    case .markdown: MarkdownText.appendCode(name, isASCII: isASCII, to: &bytes)
    }
    return fitted(String(decoding: bytes, as: UTF8.self), into: most)
  }

  /// A text of the user, such as the name of a rule or a file, safe; nil columns: whole.
  package func foreign(_ text: String, most: Int? = widestName) -> String {
    switch markup {
    case .plain:
      let safe = SafeText.escaped(text, isASCII: isASCII)
      return most.map { fitted(safe, into: $0) } ?? safe
    case .markdown: return MarkdownText.code(text, isASCII: isASCII)
    }
  }

  /// Our own words, with nothing in them that is markup.
  package func prose(_ text: String) -> String {
    let words = isASCII ? SafeText.escaped(text, isASCII: true) : text
    return markup == .markdown ? MarkdownText.prose(words) : words
  }

  /// Names with their counts, each to stand whole in a line: `harbor-bank 280`.
  package func counted(_ names: [NamedCount]) -> [String] {
    names.map { "\(name($0.name)) \(HumanNumber.grouped($0.count))" }
  }

  private func fitted(_ text: String, into columns: Int) -> String {
    markup == .plain ? DisplayWidth.fitted(text, into: columns, isASCII: isASCII) : text
  }
}
