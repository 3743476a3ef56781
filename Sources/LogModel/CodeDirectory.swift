/// What is known about codes: the catalogue, and levels that beat it.
package struct CodeDirectory: Sendable {
  /// What the catalogue indices of events point into.
  package let entries: [CatalogueEntry]
  /// By the bytes of a code, of whatever kind.
  private let levels: [[UInt8]: RecoveryLevel]

  package init(
    entries: [CatalogueEntry] = CodeCatalogue.entries, levels: [String: RecoveryLevel] = [:]
  ) {
    self.entries = entries
    var byBytes: [[UInt8]: RecoveryLevel] = [:]
    for (code, level) in levels { byBytes[Array(code.utf8)] = level }
    self.levels = byBytes
  }

  /// Everything about a code; nil bytes are an error without one.
  package func facts(code: [UInt8]?, kind: CodeKind, catalogueIndex: Int) -> CodeFacts {
    let entry = entries.indices.contains(catalogueIndex) ? entries[catalogueIndex] : nil
    // An alias is judged as the code that it stands for.
    let own = entry.map { Array($0.code.utf8) } ?? code
    let override = levels.isEmpty ? nil : code.flatMap { levels[$0] } ?? own.flatMap { levels[$0] }
    return CodeFacts(
      code: own, kind: code == nil ? .other : kind, level: override ?? entry?.level ?? .unknown,
      category: entry?.category ?? "")
  }
}

/// What a rule can choose a code by.
package struct CodeFacts: Hashable, Sendable {
  /// Nil for an error without a code.
  package var code: [UInt8]?
  package var kind: CodeKind
  package var level: RecoveryLevel
  /// Empty for a code that is not in the catalogue.
  package var category: String

  package init(code: [UInt8]?, kind: CodeKind, level: RecoveryLevel, category: String) {
    self.code = code
    self.kind = kind
    self.level = level
    self.category = category
  }

  /// The text of a key that follows from the code, as rules and series see it; nil for others and for
  /// what is not known.
  package func text(_ key: ReportKey) -> [UInt8]? {
    switch key {
    case .code: code
    case .kind: Array(kind.name.utf8)
    case .level: Array(level.name.utf8)
    case .category: category.isEmpty ? nil : Array(category.utf8)
    case .window, .tenant, .method: nil
    }
  }

  /// Whether a rule that chooses so speaks of the code, as far as the code decides.
  package func fits(_ match: RuleMatch) -> Bool {
    match.accepts((code ?? [UInt8(ascii: "-")])[...], as: .code)
      && match.accepts(kind.name, as: .kind) && match.accepts(level.name, as: .level)
      && match.accepts(category, as: .category)
  }
}
