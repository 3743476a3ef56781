import LogModel

/// All that is known about one code, as a block to read.
struct ExplainBlock {
  let entry: CatalogueEntry
  let options: RenderOptions

  /// The code, then a line or more for each fact.
  var text: String {
    var text = styled(SafeText.escaped(entry.code, isASCII: options.isASCII), .heading) + "\n"
    for (label, value, style) in facts {
      let lines = TextWrap.lines(
        SafeText.escaped(value, isASCII: options.isASCII), width: width - indent)
      for (index, line) in lines.enumerated() {
        let head = index == 0 ? label : ""
        let padding = String(repeating: " ", count: indent - 2 - head.utf8.count)
        text += "  " + styled(head, .secondary) + padding + styled(line, style) + "\n"
      }
    }
    return text
  }

  private var facts: [(label: String, value: String, style: ANSIStyle)] {
    var facts: [(String, String, ANSIStyle)] = [
      ("meaning", entry.meaning, .plain),
      ("level", "\(entry.level.name): \(levelText)", ANSIStyle(entry.level)),
      ("class", "\(entry.remedy.rawValue): \(RemedyText.text(entry.remedy))", .plain),
      ("category", entry.category, .plain),
      ("channel", entry.channel, .plain),
      ("scope", "\(entry.scope.rawValue): \(scopeText)", .plain),
      ("HTTP status", statusText, .plain),
      ("what to do", entry.advice, .plain),
    ]
    for (index, rule) in PolicyText.rules(entry.defaultPolicy).enumerated() {
      facts.append((index == 0 ? "rules" : "", rule, .plain))
    }
    facts.append(("notation", entry.defaultPolicy, .plain))
    facts.append(("source", entry.source, .plain))
    return facts.filter { !$0.1.isEmpty }
  }

  private var levelText: String {
    switch entry.level {
    case .recoverable: "the user can finish in the same sitting"
    case .unrecoverable: "repeating cannot help, somebody else must act"
    case .unknown: "nothing is known about how a user can recover"
    }
  }

  private var scopeText: String {
    switch entry.scope {
    case .user: "it concerns one user"
    case .tenant: "it concerns all users of the tenant"
    case .client: "it concerns all users of one application"
    case .global: "it concerns everybody"
    }
  }

  private var statusText: String {
    if entry.httpStatus == "none" { return "none: the error never leaves the client" }
    guard entry.httpStatus.hasPrefix("~") else { return entry.httpStatus }
    return "\(entry.httpStatus.dropFirst()), inferred"
  }

  private var width: Int { Swift.max(options.width ?? 100, 40) }

  /// As wide as the longest label, with two blanks on either side.
  private var indent: Int { 15 }

  private func styled(_ text: String, _ style: ANSIStyle) -> String {
    style.applied(to: text, usesColor: options.usesColor)
  }
}
