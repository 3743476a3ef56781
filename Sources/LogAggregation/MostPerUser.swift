import LogModel

/// The most errors of one user in every tally.
struct MostOfUsers: Sendable {
  private let tallies: UserTallies
  /// By the number of the tally's series.
  private let most: [Int]

  init(of tallies: UserTallies) {
    self.tallies = tallies
    most = tallies.mostOfEachSeries()
  }

  /// Nil when no error there named a user.
  func most(_ key: UserTallies.Key) -> Int? { tallies.number(of: key).map { most[$0] } }
}

extension SeriesGrouping {
  /// Whether every series in a window is one tally of a request that asks for the most of one user.
  ///
  /// Where it is several, those of one user are added before the most is taken: `MostPerUser`.
  func isTally(for request: MeasureRequest) -> Bool {
    keepsCodesApart && request.by.contains { $0.followsFromCode } && request.match[.tenant] == nil
      && !request.needsMethods
  }
}

/// The most errors of one user in each series and window of a request, where a series is several tallies.
struct MostPerUser {
  private struct Key: Hashable {
    let series: UInt64
    let window: Int64
  }

  private struct UserKey: Hashable {
    let key: Key
    let user: UInt64
  }

  private var most: [Key: Int] = [:]

  init(
    _ request: Int, of aggregate: PartialAggregate, grouping: SeriesGrouping, mask: RequestMask
  ) {
    var sums: [UserKey: Int] = [:]
    aggregate.perUser.forEach { tally, user, count in
      guard tally.request == request, mask.accepts(tenant: Int(tally.tenant)),
        mask.accepts(method: Int(tally.method))
      else { return }
      let series = grouping.key(tenant: tally.tenant, code: tally.code, method: tally.method)
      sums[UserKey(key: Key(series: series, window: tally.window), user: user), default: 0] += count
    }
    for (key, count) in sums { most[key.key] = max(most[key.key] ?? 0, count) }
  }

  /// Nil when no error there named a user.
  subscript(series: UInt64, window: Int64) -> Int? { most[Key(series: series, window: window)] }
}
