/// Which errors a rule speaks of: every key that is given must fit.
package struct RuleMatch: Hashable, Sendable {
  /// Keys that are not here fit everything; never `window`.
  package private(set) var lists: [ReportKey: PatternList]

  package init(_ lists: [ReportKey: PatternList] = [:]) { self.lists = lists }

  /// The keys by which an error can be chosen, in the order of the columns.
  package static let keys: [ReportKey] = [.tenant, .code, .kind, .level, .category, .method]

  package subscript(key: ReportKey) -> PatternList? {
    get { lists[key] }
    set { lists[key] = newValue }
  }

  /// Whether the text of one key fits.
  ///
  /// Names are as in a report before anything is escaped: `-` for an unknown tenant, an empty text for
  /// an unknown category or method.
  package func accepts(_ name: ArraySlice<UInt8>, as key: ReportKey) -> Bool {
    lists[key].map { $0.accepts(name) } ?? true
  }

  package func accepts(_ name: String, as key: ReportKey) -> Bool {
    accepts(Array(name.utf8)[...], as: key)
  }
}

/// Names that are meant, and names that are not.
package struct PatternList: Hashable, Sendable {
  /// One of them must match; everything matches when there are none.
  package var included: [NamePattern]
  /// None of them may match.
  package var excluded: [NamePattern]

  package init(included: [NamePattern], excluded: [NamePattern] = []) {
    self.included = included
    self.excluded = excluded
  }

  package func accepts(_ name: ArraySlice<UInt8>) -> Bool {
    (included.isEmpty || included.contains { $0.matches(name) })
      && !excluded.contains { $0.matches(name) }
  }

  package func accepts(_ name: String) -> Bool { accepts(Array(name.utf8)[...]) }

  /// As it is written: `too_many_*`, and `!too_many_sms` for what is not meant.
  package var texts: [String] { included.map(\.text) + excluded.map { "!" + $0.text } }
}
