/// How logs are to be read.
package struct ParserOptions: Sendable {
  package var overrides: [FieldOverride]
  /// The tenant of records that name none.
  package var defaultTenant: [UInt8]?
  /// Whether failures without a code are searched for one in their texts.
  package var searchesText: Bool
  /// Of which records the method is wanted.
  package var methods: MethodSearch
  /// Whether the ids of records are wanted.
  package var findsIDs: Bool
  /// The longest value, in bytes.
  package var maxLine: Int
  /// Whether every rejection is kept with its text, and not only the first few without.
  package var keepsRejectedText: Bool

  package init(
    overrides: [FieldOverride] = [], defaultTenant: [UInt8]? = nil, searchesText: Bool = true,
    methods: MethodSearch = .ofAll, findsIDs: Bool = false, maxLine: Int = 16 << 20,
    keepsRejectedText: Bool = false
  ) {
    self.overrides = overrides
    self.defaultTenant = defaultTenant
    self.searchesText = searchesText
    self.methods = methods
    self.findsIDs = findsIDs
    self.maxLine = maxLine
    self.keepsRejectedText = keepsRejectedText
  }
}

/// Of which records the method is looked for.
package enum MethodSearch: Sendable {
  case ofNone
  case ofErrors
  /// Of error and normal records.
  case ofAll
}
