import LogModel

/// Reads a rule in one line: `code=too_many_pn*&count>=5/15m`.
///
/// Terms are joined by `&`, and a window may follow the last one. A term is a key with the names that
/// it may have (`tenant=acme,beta`, `code=too_many_*,!too_many_sms`), a metric with a number
/// (`share>=0.05`), or what its series are told apart by (`by=tenant`). A name with a mark in it
/// stands between quotes.
package struct RuleExpression {
  private var reader: NotationReader
  private var draft: RuleDraft
  private var conditions: [RuleCondition] = []
  private var seen: Set<String> = []

  private init(_ text: String) {
    reader = NotationReader(text, marks: "&/>=,\"")
    draft = RuleDraft(
      rule: Rule(name: text, kind: .threshold(RuleThresholds())), place: Place(line: 1, column: 1))
  }

  /// The rule that an expression stands for; its name is its text.
  ///
  /// - Throws: The first fault, its column counted in bytes of the text from 1.
  package static func rule(
    _ text: String, severity: Severity, context: RuleContext
  ) throws(RuleFault) -> Rule {
    var expression = RuleExpression(text)
    do throws(PolicyError) {
      try expression.read()
    } catch {
      throw RuleFault(.notation(error.reason), line: 1, column: error.byteOffset + 1)
    }
    var thresholds = RuleThresholds()
    thresholds[severity] = expression.conditions
    expression.draft.rule.kind = .threshold(thresholds)
    expression.draft.rule.keepFiringSeconds = expression.draft.rule.windowSeconds
    if let fault = RuleChecks.faults(of: expression.draft, context: context).first { throw fault }
    return expression.draft.rule
  }

  private static let terms =
    RuleMatch.keys.map(\.name) + ["by"] + RuleMetric.allCases.map(\.rawValue)

  private mutating func read() throws(PolicyError) {
    repeat { try readTerm() } while reader.skip("&")
    if reader.skip("/") {
      note("window", at: reader.position)
      draft.rule.windowSeconds = try reader.readWindow()
    }
    guard reader.isAtEnd else { throw PolicyError(.trailingText, byteOffset: reader.position) }
  }

  private mutating func readTerm() throws(PolicyError) {
    let start = reader.position
    let word = reader.readWord()
    guard RuleExpression.terms.contains(word) else {
      throw PolicyError(
        .unknownTerm(word, known: RuleExpression.terms), byteOffset: start)
    }
    guard seen.insert(word).inserted else {
      throw PolicyError(.repeatedMetric(word), byteOffset: start)
    }
    if RuleMetric(rawValue: word) != nil {
      conditions.append(try reader.readCondition(word: word, at: start))
      return
    }
    guard reader.skip("=") else {
      throw PolicyError(.missingNames(word), byteOffset: reader.position)
    }
    note(word, at: reader.position)
    if let key = RuleMatch.keys.first(where: { $0.name == word }) {
      try readPatterns(of: key)
    } else {
      try readSeries()
    }
  }

  private mutating func readPatterns(of key: ReportKey) throws(PolicyError) {
    var list = PatternList(included: [])
    for (text, place) in try readNames() {
      draft.patterns[key, default: [:]][text] = Place(line: 1, column: place + 1)
      guard list.add(text) else { throw PolicyError(.emptyName, byteOffset: place) }
    }
    draft.rule.match[key] = list
  }

  private mutating func readSeries() throws(PolicyError) {
    var keys: Set<ReportKey> = []
    for (text, place) in try readNames() {
      guard let key = RuleMatch.keys.first(where: { $0.name == text }) else {
        throw PolicyError(
          .unknownTerm(text, known: RuleMatch.keys.map(\.name)), byteOffset: place)
      }
      keys.insert(key)
    }
    draft.rule.by = keys.sorted()
  }

  /// Names with commas between them, each with its place; none is empty.
  private mutating func readNames() throws(PolicyError) -> [(text: String, place: Int)] {
    var names: [(text: String, place: Int)] = []
    repeat {
      let place = reader.position
      // The mark of what is left out stands before the quotes.
      var name = reader.readWord()
      if reader.skip("\"") {
        guard let quoted = reader.readQuoted() else {
          throw PolicyError(.openQuote, byteOffset: place)
        }
        name += quoted
      }
      guard !name.isEmpty else { throw PolicyError(.emptyName, byteOffset: place) }
      names.append((name, place))
    } while reader.skip(",")
    return names
  }

  private mutating func note(_ key: String, at offset: Int) {
    draft.written[key] = RuleDraft.Written(text: nil, place: Place(line: 1, column: offset + 1))
  }
}
