import LogModel

/// What is wrong with a rule file or an expression, and where; words are made where it is told.
package struct RuleFault: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    // The form of the file.

    /// The words of the YAML library.
    case notYAML(String)
    case tooDeep
    case nothingInIt
    /// `&name` and `*name` are not read.
    case anchor(String)
    /// A pattern that begins with `*` or `!` and stands without quotes.
    case unquoted(Character)
    case duplicateKey(String)
    case unknownKey(String, known: [String])
    /// A key that belongs to rules of other kinds than this one.
    case foreignKey(String, kind: String, owners: [String])
    case missingKey(String)
    case emptyValue(key: String)
    case emptyList(key: String)
    case wrongForm(key: String, wanted: Form)
    case repeated(String, key: String)

    // Words and numbers.

    case unknownWord(String, of: WordList)
    case notADuration(String, key: String)
    case notANumber(String, key: String)
    case notAWholeNumber(String, key: String)
    case notAShare(String)
    case ratioBelowOne(String)
    case notABudget(String)
    case notATime(String, key: String)
    case notAClock(String, key: String)
    case unknownZone(String)
    /// Unprintable characters, or too long to be a name.
    case notAName(String)

    // What can never fire, or never show.

    case noThreshold
    case unknownCode(String)
    /// Logs show `of` where they say this.
    case otherName(String, of: String)
    /// What is left out takes away all that is put in.
    case nothingLeft(key: String)
    /// No code fits all keys of the match at once.
    case nothingMatches
    case notWholeMinutes(String, key: String)
    case notDividingADay(String)
    case notAMultiple(String, key: String, window: String)
    case warningNeverShows
    /// A count that is always reached when another metric is.
    case impliedCount(by: RuleMetric)
    case duplicateName(String, first: RulePlace)
    /// A key of `by`, or of `match`, that rules of this kind cannot have.
    case foreignSeries(String, kind: String)
    case foreignMatch(String, kind: String)
    case seriesWithoutCode(kind: String)
    case endsBeforeItStarts
    case unknownRule(String)

    // Cases.

    case noRecords
    case notASeries(String, key: String)
    /// A case waits for a rule that does not judge.
    case notInForce(String, known: [String])

    /// What is wrong with the short notation.
    case notation(PolicyError.Reason)
  }

  package enum Form: Hashable, Sendable {
    case text
    case list
    case mapping
    case listOfMappings
    /// `{count: 5}` or `count>=5`.
    case conditions
    /// `none`, or a list of alerts.
    case alerts
  }

  /// Lists of words of which a value must be one.
  package enum WordList: Hashable, Sendable, CaseIterable {
    case version
    case extended
    case ruleKind
    case severity
    case level
    case codeKind
    case category
    case seriesKey
    case weekday

    package var words: [String] {
      switch self {
      case .version: ["1"]
      case .extended: ["builtin"]
      case .ruleKind: RuleKindName.allCases.map(\.rawValue)
      case .severity: Severity.allCases.map(\.name)
      case .level: RecoveryLevel.allCases.map(\.name)
      case .codeKind: CodeKind.allCases.map(\.name)
      case .category: Set(CodeCatalogue.entries.map(\.category)).sorted()
      case .seriesKey: RuleMatch.keys.map(\.name)
      case .weekday: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
      }
    }
  }

  package var reason: Reason
  /// Both counted from 1, in a file by characters; in an expression the line is 1.
  package var line: Int
  package var column: Int

  package init(_ reason: Reason, line: Int, column: Int) {
    self.reason = reason
    self.line = line
    self.column = column
  }
}
