/// What the catalogue holds under a name that somebody asks about.
package enum CatalogueMatch: Hashable, Sendable {
  /// One of the 33; `alias` is the other spelling under which it was asked for.
  case entry(CatalogueEntry, alias: String?)
  case known(KnownCode)
  case eventType(EventType)
}

extension CodeCatalogue {
  /// What stands under a name, compared byte by byte; nil when nobody knows it.
  package static func match(named name: String) -> CatalogueMatch? {
    if let entry = entry(named: name) {
      return .entry(entry, alias: aliases.contains { $0.alias == name } ? name : nil)
    }
    if let index = EventTypes.index(of: name) { return .eventType(EventTypes.all[index]) }
    return knownCodes.first { $0.code.utf8.elementsEqual(name.utf8) }.map { .known($0) }
  }

  /// The known name that is nearest to one that nobody knows, for "did you mean".
  ///
  /// Of names equally near, one of the 33 comes first, then aliases, other codes, event types.
  package static func nearest(to name: String) -> String? {
    NearestName.find(
      name,
      in: entries.map(\.code) + aliases.map(\.alias) + knownCodes.map(\.code)
        + EventTypes.all.map(\.name))
  }
}
