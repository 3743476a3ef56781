import LogModel
import LogReporting

/// What is known about the codes that somebody asks about, and which of them nobody knows.
struct ExplainAnswer {
  /// Of the 33, in the order asked, levels as the user's file has them.
  private(set) var entries: [CatalogueEntry] = []
  /// Known, but not of the 33: they have no level and no remedy.
  private(set) var others: [ForeignCode] = []
  /// One line each, for standard error.
  private(set) var unknown: [String] = []

  /// Looks the codes up; all of the catalogue when there are none.
  init(to codes: [String], levels: [String: RecoveryLevel]) {
    for code in codes.isEmpty ? CodeCatalogue.entries.map(\.code) : codes {
      switch CodeCatalogue.match(named: code) {
      case .entry(let entry, _):
        entries.append(entry.with(level: levels[entry.code] ?? entry.level))
      case .known(let known):
        others.append(
          ForeignCode(
            code: code, level: levels[code], meaning: known.meaning,
            origin: "\(known.origin); not one of the provider's list")
        )
      case .eventType(let type):
        others.append(
          ForeignCode(
            code: code, level: levels[code], meaning: type.meaning,
            origin: "an event type of the provider's log: \(type.outcome.name)"))
      case nil:
        if let level = levels[code] {
          others.append(
            ForeignCode(
              code: code, level: level, meaning: "Known by the configuration file only.",
              origin: "the configuration file"))
        } else {
          unknown.append(ExplainAnswer.complaint(about: code))
        }
      }
    }
  }

  func text(options: RenderOptions) -> String {
    let known = entries.isEmpty ? [] : [ExplainFormat.table(entries, options: options)]
    return (known + others.map(\.text)).joined(separator: "\n")
  }

  /// An array with one object a line, whatever was asked.
  var json: String {
    // Each code of the 33 is written by the format, as an array of one; its line is what is needed.
    let objects = entries.map { entry in
      String(ExplainFormat.json([entry]).dropFirst(2).dropLast(2))
    }
    let all = objects + others.map(\.json)
    return "[\n" + all.joined(separator: ",\n") + (all.isEmpty ? "]\n" : "\n]\n")
  }

  private static func complaint(about code: String) -> String {
    let nearest = CodeCatalogue.nearest(to: code)
    let hint = nearest.map { "did you mean \"\($0)\"?" } ?? "mfa-logstat explain lists all codes"
    return "\(Quoted(code)) is not a code that is known here; \(hint)"
  }
}

extension CatalogueEntry {
  /// The same with the level that a user gave it.
  fileprivate func with(level: RecoveryLevel) -> CatalogueEntry {
    CatalogueEntry(
      code: code, meaning: meaning, level: level, remedy: remedy, category: category,
      channel: channel, scope: scope, httpStatus: httpStatus, defaultPolicy: defaultPolicy,
      advice: advice, source: source)
  }
}
