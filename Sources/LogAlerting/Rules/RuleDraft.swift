import LogModel

/// A rule that was read and not yet looked over, with the places of its parts.
struct RuleDraft {
  /// A value as it was written, where its text matters.
  struct Written {
    var text: String?
    var place: Place
  }

  /// What is looked over by itself, when all of it could be read.
  enum Part {
    case match
    case window
    case policy
  }

  var rule: Rule
  /// Where the rule begins.
  var place: Place
  /// By key; for what is told of a value.
  var written: [String: Written] = [:]
  /// Where the patterns of the match stand, by key and by the text of the pattern.
  var patterns: [ReportKey: [String: Place]] = [:]

  /// Parts of which something could not be read, so that what is there would mislead.
  var torn: Set<Part> = []

  func place(of key: String) -> Place { written[key]?.place ?? place }

  func place(of pattern: String, in key: ReportKey) -> Place {
    patterns[key]?[pattern] ?? place(of: key.name)
  }
}
