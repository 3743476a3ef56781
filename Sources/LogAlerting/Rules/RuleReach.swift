import LogModel

/// Finds out whether any error can match, so that a rule that can never fire is told as one.
struct RuleReach {
  let match: RuleMatch
  let levels: [String: RecoveryLevel]

  /// Whether a record can bear this code at all: one that is known, or a number of a third party, or
  /// any code when the rule asks for a kind that is not the provider's.
  func isKnown(_ code: String) -> Bool {
    CodeCatalogue.match(named: code) != nil || levels[code] != nil
      || code.utf8.allSatisfy { $0 &- 0x30 < 10 }
      || match[.kind].map { _ in !isGuardianOnly } ?? false
  }

  /// Whether there is a code that fits kind, level and category at once.
  var hasCandidates: Bool {
    let codes = match[.code]
    let plain = (codes?.included ?? []).filter { !$0.hasStar }.map(\.text)
    let isOpen =
      codes.map { list in list.included.isEmpty || plain.count < list.included.count } ?? true
    let catalogue =
      CodeCatalogue.entries.map(\.code) + EventTypes.all.map(\.name) + levels.keys.sorted()
    let candidates = isOpen ? catalogue + plain : plain
    if candidates.contains(where: { (codes?.accepts($0) ?? true) && fits($0) }) { return true }
    // A code that nobody knows: any name that a pattern allows.
    return isOpen
      && [CodeKind.other, .provider, .event].contains { kind in
        fits(kind: kind, level: .unknown, category: "")
      }
  }

  private var isGuardianOnly: Bool {
    !CodeKind.allCases.contains { $0 != .guardian && match.accepts($0.name, as: .kind) }
  }

  private func fits(_ code: String) -> Bool {
    if let entry = CodeCatalogue.entry(named: code) {
      return fits(
        kind: .guardian, level: levels[code] ?? entry.level, category: entry.category)
    }
    let level = levels[code] ?? .unknown
    if EventTypes.index(of: code) != nil { return fits(kind: .event, level: level, category: "") }
    let isNumber = code.utf8.allSatisfy { $0 &- 0x30 < 10 }
    return fits(kind: isNumber ? .provider : .other, level: level, category: "")
  }

  private func fits(kind: CodeKind, level: RecoveryLevel, category: String) -> Bool {
    match.accepts(kind.name, as: .kind) && match.accepts(level.name, as: .level)
      && match.accepts(category, as: .category)
  }
}
