import LogModel

/// What is to be counted, and what each record counts as.
package struct CountingPlan: Sendable {
  package var windows: TumblingWindows
  /// What the cells are told apart by: the keys of the rows and of the filters on rows.
  ///
  /// `kind`, `level` and `category` follow from the code, which is kept for any of them.
  package var keys: Set<ReportKey>
  /// Records outside `since ..< until` are filtered; when either is given, those without a time too.
  package var since: EventTime?
  package var until: EventTime?
  /// Records more than a day later are counted but take no part in rules.
  package var now: EventTime
  /// The most cells; what comes after them is counted in one cell of the rest.
  package var maxGroups: Int
  package var keepsExamples: Bool
  /// Whether error and normal records are also counted by method; the keys must have it.
  package var countsAttempts = false
  /// What the rules want counted.
  package var requests: [MeasureRequest]
  /// What rules know about codes.
  package var directory: CodeDirectory
  /// The most sums beside the cells (by window and tenant, by user), unless `maxGroups` is more.
  ///
  /// Normal records make such sums, too, and must not cost a report its few cells.
  package var maxSums = 1 << 20

  package init(
    windows: TumblingWindows, keys: Set<ReportKey>, since: EventTime? = nil,
    until: EventTime? = nil, now: EventTime, maxGroups: Int = 1_000_000,
    keepsExamples: Bool = false, requests: [MeasureRequest] = [],
    directory: CodeDirectory = CodeDirectory()
  ) {
    self.windows = windows
    self.keys = keys
    self.since = since
    self.until = until
    self.now = now
    self.maxGroups = maxGroups
    self.keepsExamples = keepsExamples
    self.requests = requests
    self.directory = directory
  }

  /// A plan whose cells serve the rules and nobody else.
  package init(
    servingAlone requests: [MeasureRequest], since: EventTime?, until: EventTime?, now: EventTime,
    maxGroups: Int, directory: CodeDirectory
  ) {
    let length = RuleWindows.commonLength(of: requests)
    self.init(
      windows: .seconds(length > 0 ? length : 300),
      keys: RuleWindows.keys(needsMethods: requests.contains(where: \.needsMethods)),
      since: since, until: until, now: now, maxGroups: maxGroups, requests: requests,
      directory: directory)
  }

  /// Whether rows can be told apart, or chosen, by `key`.
  package func keeps(_ key: ReportKey) -> Bool {
    switch key {
    case .window, .tenant, .method: keys.contains(key)
    case .code, .kind, .level, .category:
      !keys.isDisjoint(with: [.code, .kind, .level, .category])
    }
  }

  var sumLimit: Int { max(maxGroups, maxSums) }
}
