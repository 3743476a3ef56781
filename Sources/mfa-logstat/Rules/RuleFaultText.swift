import LogAlerting
import LogModel
import LogReporting

/// The words for what is wrong with a rule file, a case file or an expression.
package enum RuleFaultText {
  /// One line: `rules.yaml:7:11: unknown key "windw"; did you mean "window"?`.
  package static func line(for fault: RuleFault, file: String) -> String {
    "\(SourceText.name(NativeText.shown(file))):\(fault.line):\(fault.column): \(words(for: fault.reason))"
  }

  package static func words(for reason: RuleFault.Reason) -> String {
    switch reason {
    case .notYAML, .tooDeep, .nothingInIt, .anchor, .unquoted, .duplicateKey, .unknownKey,
      .foreignKey, .missingKey, .emptyValue, .emptyList, .wrongForm, .repeated, .noRecords:
      formWords(for: reason)
    case .unknownWord, .notADuration, .notANumber, .notAWholeNumber, .notAShare, .ratioBelowOne,
      .notABudget, .notATime, .notAClock, .unknownZone, .notAName, .notation, .notASeries:
      valueWords(for: reason)
    case .noThreshold, .unknownCode, .otherName, .nothingLeft, .nothingMatches, .notWholeMinutes,
      .notDividingADay, .notAMultiple, .warningNeverShows, .impliedCount, .duplicateName,
      .foreignSeries, .foreignMatch, .seriesWithoutCode, .endsBeforeItStarts, .unknownRule,
      .notInForce:
      senseWords(for: reason)
    }
  }

  /// `; did you mean "window"?`, or else what is known.
  static func hint(_ word: String, known: [String], noun: String) -> String {
    if let nearest = NearestName.find(word, in: known), nearest != word {
      return "; did you mean \(Quoted(nearest))?"
    }
    return "; \(noun): \(known.joined(separator: ", "))"
  }

  private static func formWords(for reason: RuleFault.Reason) -> String {
    switch reason {
    case .notYAML(let problem): "not YAML: \(SafeText.escaped(problem))"
    case .tooDeep: "nested too deeply; a rule file has four levels"
    case .nothingInIt: "nothing in it; write \"version: 1\" and \"rules:\""
    case .anchor(let name):
      "anchors (\(Quoted("&" + name))) are not read; write the value where it is wanted"
    case .unquoted("*"): "a pattern that begins with * stands between quotes: \"*_per_tenant\""
    case .unquoted: "what begins with ! stands between quotes: \"!too_many_sms\""
    case .duplicateKey(let name): "the key \(Quoted(name)) is given twice"
    case .unknownKey(let name, let known):
      "unknown key \(Quoted(name))" + hint(name, known: known, noun: "keys")
    case .foreignKey(let name, let kind, let owners):
      "\(Quoted(name)) is no key of a \(kind) rule, but of: \(owners.joined(separator: ", "))"
    case .missingKey("version"): "the key \"version\" is missing; begin with \"version: 1\""
    case .missingKey("kind"):
      "the key \"kind\" is missing; kinds: \(list(RuleFault.WordList.ruleKind.words))"
    case .missingKey("extend"): "\"drop\" stands beside \"extend: builtin\" only"
    case .missingKey(let name): "the key \(Quoted(name)) is missing"
    case .emptyValue(let key): "\(name(key)) has no value"
    case .emptyList(let key): "\(name(key)) is empty, so nothing is meant; leave it out for all"
    case .wrongForm(let key, let wanted): wrongForm(key, wanted)
    case .noRecords: "a case needs records: lines, file or series"
    case .repeated(let word, let key): "\(Quoted(word)) stands twice in \(name(key))"
    default: ""
    }
  }

  private static func wrongForm(_ key: String, _ wanted: RuleFault.Form) -> String {
    switch wanted {
    case .text: "\(name(key)) takes one word or text"
    case .list: "\(name(key)) takes a word or a list of words: [one, two]"
    case .mapping where key.isEmpty: "a file of keys is wanted; begin with \"version: 1\""
    case .mapping: "\(name(key)) takes keys and values"
    case .listOfMappings: "\(name(key)) takes a list; begin each element with \"- \""
    case .alerts: "\(name(key)) takes none, or a list: - {rule: NAME, severity: critical}"
    case .conditions: "\(name(key)) takes numbers to reach: {count: 5, share: 0.05}"
    }
  }

  private static func valueWords(for reason: RuleFault.Reason) -> String {
    switch reason {
    case .unknownWord(let word, .version): "version is \(Quoted(word)), but only 1 is known"
    case .unknownWord(let word, let words):
      "\(Quoted(word)) is not \(noun(words).one)"
        + hint(word, known: words.words, noun: noun(words).many)
    case .notADuration(let text, let key):
      "\(name(key)) is \(Quoted(text)), not a duration; write a number and a unit: 90s 5m 1h 1d"
    case .notANumber(let text, let key):
      "\(name(key)) is \(Quoted(text)), not a number; write digits: 20 or 0.15"
    case .notAWholeNumber(let text, let key):
      "\(name(key)) is \(Quoted(text)), not a whole number of at least 1"
    case .notAShare(let text):
      "a share of \(Quoted(text)) is never reached; write a number above 0 and up to 1: 0.15"
    case .ratioBelowOne(let text):
      "min_ratio is \(Quoted(text)), which is no rise; write a number of at least 1"
    case .notABudget(let text):
      "false_alarms is \(Quoted(text)), not a number in a time; write 1/week, 0.5/day, 3/30d"
    case .notATime(let text, let key):
      "\(name(key)) is \(Quoted(text)), not a time; write 2026-08-01T10:00:00Z or 2026-08-01 10:00"
    case .notAClock(let text, let key):
      "\(name(key)) is \(Quoted(text)), not a time of the day; write \"22:00\""
    case .notASeries(let text, let key):
      "\(name(key)) is \(Quoted(text)), not a row of counts up to a million; write 10x3 0 0 40"
    case .unknownZone(let text): unknownZone(text)
    case .notAName(let text): "the name \(Quoted(text)) is too long or holds what cannot be printed"
    case .notation(let reason): NotationText.words(for: reason)
    default: ""
    }
  }

  private static func unknownZone(_ text: String) -> String {
    do throws(Misfit) {
      _ = try ZoneText.rules(text)
      return "zone is \(Quoted(text)), which is not known"
    } catch {
      return "zone is \(Quoted(text)), which \(error.fault); \(error.remedy)"
    }
  }

  private static func senseWords(for reason: RuleFault.Reason) -> String {
    switch reason {
    case .noThreshold: "neither warning nor critical is given, so the rule never fires"
    case .unknownCode(let code): unknownCode(code)
    case .otherName(let text, let other):
      "\(Quoted(text)) is counted as \(Quoted(other)), so the rule never fires; write that"
    case .nothingLeft(let key):
      "what is left out of \(name(key)) leaves nothing, so the rule never fires"
    case .nothingMatches: "no code fits all of this match, so the rule never fires"
    case .notWholeMinutes(let text, let key):
      "\(name(key)) is \(Quoted(text)), but rules count in whole minutes"
    case .notDividingADay(let text):
      "window is \(Quoted(text)), which does not divide a day; take 1m 5m 10m 15m 30m 1h 6h 1d"
    case .notAMultiple(let text, let key, let window):
      "\(name(key)) is \(Quoted(text)), not a multiple of the window, which is \(Quoted(window))"
    case .warningNeverShows:
      "critical is reached whenever warning is, so the warning never shows; lower warning"
    case .impliedCount(let metric):
      "count says nothing here, as it is reached whenever \(metric.rawValue) is; leave it out or raise it"
    case .duplicateName(let text, let first):
      "the name \(Quoted(text)) is given twice; first at \(SourceText.path(first.file)):\(first.line)"
    case .foreignSeries(let key, let kind): "a \(kind) rule cannot tell apart by \(name(key))"
    case .foreignMatch(let key, let kind):
      "a \(kind) rule looks at all records of a tenant and cannot choose by \(name(key))"
    case .seriesWithoutCode(let kind): "a \(kind) rule needs \"code\" in by"
    case .endsBeforeItStarts: "until is not after from, so nothing is ever silenced"
    case .notInForce(let name, let known):
      "no rule is called \(Quoted(name))"
        + (NearestName.find(name, in: known).map { "; did you mean \(Quoted($0))?" } ?? "")
    case .unknownRule(let name):
      "no rule is called \(Quoted(name))"
        + (NearestName.find(name, in: BuiltInRules.set.rules.map(\.name)).map {
          "; did you mean \(Quoted($0))?"
        } ?? "; mfa-logstat rules list shows all")
    default: ""
    }
  }

  private static func unknownCode(_ code: String) -> String {
    let fault = "\(Quoted(code)) is not a known code, so the rule never fires"
    if let nearest = CodeCatalogue.nearest(to: code) {
      return "\(fault); did you mean \(Quoted(nearest))?"
    }
    return "\(fault); for a code of your own add \"kind: other\" to the match"
  }

  private static func noun(_ list: RuleFault.WordList) -> (one: String, many: String) {
    switch list {
    case .version: ("a version that is known", "versions")
    case .extended: ("what can be extended", "known")
    case .ruleKind: ("a kind of rule", "kinds")
    case .severity: ("a severity", "severities")
    case .level: ("a level", "levels")
    case .codeKind: ("a kind of code", "kinds")
    case .category: ("a category", "categories")
    case .seriesKey: ("a key", "keys")
    case .weekday: ("a day of the week", "days")
    }
  }

  /// A key in a sentence; the whole file has none.
  private static func name(_ key: String) -> String { key.isEmpty ? "the file" : key }

  private static func list(_ words: [String]) -> String { words.joined(separator: ", ") }
}
