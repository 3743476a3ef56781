import LogModel

/// Looks for what can never fire, or never show, in one rule.
struct RuleChecks {
  let draft: RuleDraft
  let context: RuleContext
  private(set) var faults: [RuleFault] = []

  /// Everything that is wrong with a rule whose parts could be read.
  static func faults(of draft: RuleDraft, context: RuleContext) -> [RuleFault] {
    var checks = RuleChecks(draft: draft, context: context)
    checks.checkMatch()
    if !draft.torn.contains(.window) { checks.checkTimes() }
    checks.checkSeries()
    if case .threshold(let thresholds) = draft.rule.kind, !draft.torn.contains(.policy) {
      checks.check(thresholds)
    }
    return checks.faults
  }

  private init(draft: RuleDraft, context: RuleContext) {
    self.draft = draft
    self.context = context
  }

  private mutating func complain(_ reason: RuleFault.Reason, at place: Place) {
    faults.append(RuleFault(reason, line: place.line, column: place.column))
  }

  // MARK: What is meant

  private mutating func checkMatch() {
    let before = faults.count
    for key in RuleMatch.keys {
      guard let list = draft.rule.match[key] else { continue }
      check(list, of: key)
    }
    let reach = RuleReach(match: draft.rule.match, levels: context.levels)
    if faults.count == before, !draft.torn.contains(.match), !reach.hasCandidates {
      complain(.nothingMatches, at: draft.place(of: "match"))
    }
  }

  private mutating func check(_ list: PatternList, of key: ReportKey) {
    let before = faults.count
    for pattern in list.included {
      check(pattern, of: key, at: draft.place(of: pattern.text, in: key))
    }
    for pattern in list.excluded {
      check(pattern, of: key, at: draft.place(of: "!" + pattern.text, in: key))
    }
    guard faults.count == before else { return }
    let rest = list.included.filter { pattern in
      // A pattern that takes the text of another for a name takes all its names, stars being stars.
      !list.excluded.contains { $0.matches(pattern.text) }
    }
    let closed = RuleChecks.words(of: key)?.words
    let isEmptied =
      list.included.isEmpty
      ? list.excluded.contains { $0.isEverything } : rest.isEmpty
    if isEmptied || !(closed?.contains { list.accepts($0) } ?? true) {
      complain(.nothingLeft(key: key.name), at: draft.place(of: key.name))
    }
  }

  private mutating func check(_ pattern: NamePattern, of key: ReportKey, at place: Place) {
    if let list = RuleChecks.words(of: key) {
      if !list.words.contains(where: { pattern.matches($0) }) {
        complain(.unknownWord(pattern.text, of: list), at: place)
      }
      return
    }
    guard !pattern.hasStar else { return }
    switch key {
    case .code: checkCode(pattern.text, at: place)
    case .method:
      let normal = Method.normalised(pattern.text)
      if normal != pattern.text { complain(.otherName(pattern.text, of: normal), at: place) }
    default: break
    }
  }

  private mutating func checkCode(_ code: String, at place: Place) {
    if case .entry(let entry, .some) = CodeCatalogue.match(named: code) {
      return complain(.otherName(code, of: entry.code), at: place)
    }
    let reach = RuleReach(match: draft.rule.match, levels: context.levels)
    if !reach.isKnown(code) { complain(.unknownCode(code), at: place) }
  }

  private static func words(of key: ReportKey) -> RuleFault.WordList? {
    switch key {
    case .kind: .codeKind
    case .level: .level
    case .category: .category
    case .window, .tenant, .code, .method: nil
    }
  }

  // MARK: When

  private mutating func checkTimes() {
    let rule = draft.rule
    let place = draft.place(of: "window")
    let window = draft.written["window"]?.text ?? RuleDuration.text(rule.windowSeconds)
    if !rule.windowSeconds.isMultiple(of: 60) {
      complain(.notWholeMinutes(window, key: "window"), at: place)
    } else if 86_400 % rule.windowSeconds != 0 {
      complain(.notDividingADay(window), at: place)
    } else {
      checkMultiple("for", rule.forSeconds, window: window)
      checkMultiple("keep_firing", rule.keepFiringSeconds, window: window)
      switch rule.kind {
      case .flatline(let policy): checkMultiple("learn", policy.learnSeconds, window: window)
      case .newCode(let policy): checkMultiple("learn", policy.learnSeconds, window: window)
      case .threshold, .spike: break
      }
    }
  }

  private mutating func checkMultiple(_ key: String, _ seconds: Int64, window: String) {
    guard !seconds.isMultiple(of: draft.rule.windowSeconds) else { return }
    let text = draft.written[key]?.text ?? RuleDuration.text(seconds)
    complain(.notAMultiple(text, key: key, window: window), at: draft.place(of: key))
  }

  // MARK: Of what

  private mutating func checkSeries() {
    let kind = draft.rule.kind.name
    guard kind == .flatline else {
      if kind == .newCode, !draft.rule.by.contains(.code) {
        complain(.seriesWithoutCode(kind: kind.rawValue), at: draft.place(of: "by"))
      }
      return
    }
    for key in draft.rule.by where key != .tenant {
      complain(.foreignSeries(key.name, kind: kind.rawValue), at: draft.place(of: "by"))
    }
    for key in RuleMatch.keys where key != .tenant && draft.rule.match[key] != nil {
      complain(.foreignMatch(key.name, kind: kind.rawValue), at: draft.place(of: key.name))
    }
  }

  // MARK: How much

  private mutating func check(_ thresholds: RuleThresholds) {
    if thresholds.warning.isEmpty, thresholds.critical.isEmpty {
      complain(.noThreshold, at: draft.place)
    }
    for severity in Severity.allCases {
      let conditions = thresholds[severity]
      guard let count = conditions.first(where: { $0.metric == .count }) else { continue }
      // Every user that counts, and every error of one user, is an error.
      for metric in [RuleMetric.users, .perUser] {
        guard let other = conditions.first(where: { $0.metric == metric }),
          other.atLeast.isAtLeast(count.atLeast)
        else { continue }
        complain(.impliedCount(by: metric), at: draft.place(of: severity.name))
      }
    }
    guard !thresholds.warning.isEmpty, !thresholds.critical.isEmpty else { return }
    let isHidden = thresholds.critical.allSatisfy { critical in
      thresholds.warning.contains {
        $0.metric == critical.metric && $0.atLeast.isAtLeast(critical.atLeast)
      }
    }
    if isHidden { complain(.warningNeverShows, at: draft.place(of: Severity.warning.name)) }
  }
}
