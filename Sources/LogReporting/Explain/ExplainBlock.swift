import LogModel

/// All that is known about one code, as a block to read.
package struct ExplainBlock {
  /// One thing that is known.
  package struct Fact {
    let label: String
    let value: String
    let style: ANSIStyle

    package init(_ label: String, _ value: String) { self.init(label, value, .plain) }

    /// The level, in its colour.
    package init(_ label: String, _ level: RecoveryLevel) {
      self.init(label, "\(level.name): \(Fact.words(for: level))", ANSIStyle(level))
    }

    private init(_ label: String, _ value: String, _ style: ANSIStyle) {
      self.label = label
      self.value = value
      self.style = style
    }

    private static func words(for level: RecoveryLevel) -> String {
      switch level {
      case .recoverable: "the user can finish in the same sitting"
      case .unrecoverable: "repeating cannot help, somebody else must act"
      case .unknown: "nothing is known about how a user can recover"
      }
    }
  }

  private let code: String
  private let facts: [Fact]
  private let options: RenderOptions

  package init(code: String, facts: [Fact], options: RenderOptions) {
    self.code = code
    self.facts = facts
    self.options = options
  }

  /// The code, then a line or more for each fact.
  package var text: String {
    var text = styled(SafeText.escaped(code, isASCII: options.isASCII), .heading) + "\n"
    for fact in facts {
      let lines = TextWrap.lines(
        SafeText.escaped(fact.value, isASCII: options.isASCII), width: width - indent)
      for (index, line) in lines.enumerated() {
        let head = index == 0 ? fact.label : ""
        let padding = String(repeating: " ", count: indent - 2 - head.utf8.count)
        text += "  " + styled(head, .secondary) + padding + styled(line, fact.style) + "\n"
      }
    }
    return text
  }

  private var width: Int { Swift.max(options.width ?? 100, 40) }

  /// As wide as the longest label, with two blanks on either side.
  private var indent: Int { 15 }

  private func styled(_ text: String, _ style: ANSIStyle) -> String {
    style.applied(to: text, usesColor: options.usesColor)
  }
}

extension ExplainBlock {
  /// The block of one of the 33.
  init(_ entry: CatalogueEntry, options: RenderOptions) {
    self.init(code: entry.code, facts: ExplainBlock.facts(of: entry), options: options)
  }

  private static func facts(of entry: CatalogueEntry) -> [Fact] {
    var facts = [
      Fact("meaning", entry.meaning),
      Fact("level", entry.level),
      Fact("class", "\(entry.remedy.rawValue): \(RemedyText.text(entry.remedy))"),
      Fact("category", entry.category),
      Fact("channel", entry.channel),
      Fact("scope", "\(entry.scope.rawValue): \(words(for: entry.scope))"),
      Fact("HTTP status", status(of: entry)),
      Fact("what to do", entry.advice),
    ]
    for (index, rule) in PolicyText.rules(entry.defaultPolicy).enumerated() {
      facts.append(Fact(index == 0 ? "rules" : "", rule))
    }
    facts.append(Fact("notation", entry.defaultPolicy))
    facts.append(Fact("source", entry.source))
    return facts.filter { !$0.value.isEmpty }
  }

  private static func words(for scope: CatalogueEntry.Scope) -> String {
    switch scope {
    case .user: "it concerns one user"
    case .tenant: "it concerns all users of the tenant"
    case .client: "it concerns all users of one application"
    case .global: "it concerns everybody"
    }
  }

  private static func status(of entry: CatalogueEntry) -> String {
    if entry.httpStatus == "none" { return "none: the error never leaves the client" }
    guard entry.httpStatus.hasPrefix("~") else { return entry.httpStatus }
    return "\(entry.httpStatus.dropFirst()), inferred"
  }
}
