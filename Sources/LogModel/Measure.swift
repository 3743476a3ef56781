/// One series of a rule in one of its windows, with what was counted there.
package struct Measure: Hashable, Sendable {
  /// The place of the series in `MeasureTable.series`.
  package var series: Int
  /// The start of the window over its length.
  package var window: Int64
  /// Errors, or error and normal records where the request counts those.
  package var count: Int
  /// Nil when no record named a user, or nobody asked.
  package var users: Int?
  /// The most errors of one user; nil when no record named a user, or nobody asked.
  package var perUser: Int?
  /// Error and normal records of the series' tenant, or of all tenants, in the window; nil when
  /// nobody asked.
  package var records: Int?

  package init(
    series: Int, window: Int64, count: Int, users: Int? = nil, perUser: Int? = nil,
    records: Int? = nil
  ) {
    self.series = series
    self.window = window
    self.count = count
    self.users = users
    self.perUser = perUser
    self.records = records
  }
}

/// All measures of one rule: its series, and for each of them its windows in ascending order.
package struct MeasureTable: Sendable {
  package let windowSeconds: Int64
  /// Ascending; only those with a measure.
  package private(set) var series: [SeriesKey] = []
  /// By series, then window.
  package private(set) var measures: [Measure] = []
  private var starts: [Int] = []

  package init(windowSeconds: Int64) { self.windowSeconds = windowSeconds }

  /// The measures of a series.
  package subscript(series: Int) -> ArraySlice<Measure> {
    measures[starts[series]..<(series + 1 < starts.count ? starts[series + 1] : measures.count)]
  }

  /// Begins a series, which comes after all others.
  package mutating func append(_ key: SeriesKey) {
    series.append(key)
    starts.append(measures.count)
  }

  /// Adds a measure to the last series, whose place it bears.
  package mutating func append(_ measure: Measure) { measures.append(measure) }
}
