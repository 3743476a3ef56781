/// Whether the logs of a period can be trusted to be all there is.
package struct FeedHealth: Hashable, Sendable {
  /// Stretches of UTC seconds without one record, longer than chance explains; ascending.
  package var gaps: [Range<Int64>]
  /// Seconds between the last record's window and the end of the period, when they are such a gap.
  package var lagSeconds: Int64?
  /// The tenants that used to log and did not in the period, the busiest first.
  package var silentTenants: [SilentTenant]
  /// How many there are in all.
  package var silentTenantCount: Int
  /// Records without a time, and those more than a day ahead of now; they are in no period.
  package var untimed: Int
  package var ahead: Int

  package static let mostSilentTenants = 20

  package init(
    gaps: [Range<Int64>], lagSeconds: Int64?, silentTenants: [SilentTenant],
    silentTenantCount: Int, untimed: Int, ahead: Int
  ) {
    self.gaps = gaps
    self.lagSeconds = lagSeconds
    self.silentTenants = silentTenants
    self.silentTenantCount = silentTenantCount
    self.untimed = untimed
    self.ahead = ahead
  }
}

/// A tenant that used to log in most earlier periods and did not in this one.
package struct SilentTenant: Hashable, Sendable {
  package var tenant: Name
  /// The start of the last window with a record of it, in UTC seconds.
  package var lastSeen: Int64
  /// The median of its records in the known earlier periods.
  package var usualRecords: Double

  package init(tenant: Name, lastSeen: Int64, usualRecords: Double) {
    self.tenant = tenant
    self.lastSeen = lastSeen
    self.usualRecords = usualRecords
  }
}

/// The errors of a period over time.
package struct Timeline: Hashable, Sendable {
  /// In UTC seconds, ascending, without gaps; at most `mostBins`.
  package var bins: [Range<Int64>]
  /// Error and normal records, by bin.
  package var records: [Int]
  package var errors: [Int]
  /// What was expected of the errors, by bin; nil where too few earlier periods are known.
  package var bands: [ExpectedBand?]

  package static let mostBins = 100

  package init(
    bins: [Range<Int64>], records: [Int], errors: [Int], bands: [ExpectedBand?]
  ) {
    self.bins = bins
    self.records = records
    self.errors = errors
    self.bands = bands
  }
}

/// Where a count stays in 99 of 100 bins when nothing is wrong.
package struct ExpectedBand: Hashable, Sendable {
  package var low: Int
  package var expected: Double
  package var high: Int

  package init(low: Int, expected: Double, high: Int) {
    self.low = low
    self.expected = expected
    self.high = high
  }
}
