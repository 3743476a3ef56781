import LogModel
import LogReporting

/// What is known about the codes that somebody asks about, and which of them nobody knows.
struct ExplainAnswer {
  private enum Item {
    /// One of the 33, its level as the user's file has it.
    case entry(CatalogueEntry)
    case foreign(ForeignCode)

    var code: String {
      switch self {
      case .entry(let entry): entry.code
      case .foreign(let foreign): foreign.code
      }
    }
  }

  /// In the order asked, each once.
  private var items: [Item] = []
  private let levels: [String: RecoveryLevel]
  /// One line each, for standard error: names that stand for other codes.
  private(set) var notes: [String] = []
  /// One line each, for standard error: names that stand for nothing.
  private(set) var unknown: [String] = []

  /// Looks the codes up; all of the catalogue when there are none.
  init(to codes: [String], levels: [String: RecoveryLevel]) {
    self.levels = levels
    for code in codes.isEmpty ? CodeCatalogue.entries.map(\.code) : codes { lookUp(code) }
  }

  private mutating func lookUp(_ code: String) {
    switch CodeCatalogue.match(named: code) {
    case .entry(let entry, let alias):
      if let alias { notes.append("\(Quoted(alias)) is another name of \(entry.code)") }
      add(.entry(entry.with(level: levels[entry.code] ?? entry.level)))
    case .known(let known):
      add(code, known.meaning, source: "\(known.origin); not one of the provider's list")
    case .eventType(let type):
      add(
        code, type.meaning,
        source: "an event type of the provider's log: \(type.outcome.name)")
    case nil where levels[code] != nil:
      add(code, "Known by the configuration file only.", source: "the configuration file")
    case nil:
      unknown.append(ExplainAnswer.complaint(about: code))
    }
  }

  private mutating func add(_ code: String, _ meaning: String, source: String) {
    add(
      .foreign(
        ForeignCode(
          code: code, level: levels[code] ?? .unknown, meaning: meaning, source: source)))
  }

  private mutating func add(_ item: Item) {
    if !items.contains(where: { $0.code.utf8.elementsEqual(item.code.utf8) }) { items.append(item) }
  }

  /// A block for each code, or a list where there are many of the 33.
  func text(options: RenderOptions) -> String {
    let entries = items.compactMap { if case .entry(let entry) = $0 { entry } else { nil } }
    if entries.count == items.count { return ExplainFormat.table(entries, options: options) }
    return items.map { item in
      switch item {
      case .entry(let entry): ExplainFormat.blocks([entry], options: options)
      case .foreign(let foreign): foreign.text(options: options)
      }
    }.joined(separator: "\n")
  }

  /// An array with one object a line, whatever was asked.
  var json: String {
    ExplainFormat.json(
      objects: items.map { item in
        switch item {
        case .entry(let entry): ExplainFormat.object(entry)
        case .foreign(let foreign): foreign.json
        }
      })
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
