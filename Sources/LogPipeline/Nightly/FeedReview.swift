import LogAggregation
import LogAlerting
import LogModel

/// Looks whether the logs of a period can be all there is: for times without a record, and for tenants
/// without one.
struct FeedReview {
  let period: ReportPeriod
  let aggregate: PartialAggregate
  let counts: PeriodCounts
  let past: ComparedPast
  let zone: TimeZoneRules
  let now: EventTime

  /// A silence is told when chance brings one like it in ten thousand: a day has a hundred quarters of an
  /// hour.
  private static let leastChance = 1e-4
  /// The same where too little is known to say so: so many records are missing.
  private static let mostMissing = 100.0
  /// A tenant with fewer records in a period may have none by chance.
  private static let leastRecords = 10.0
  /// A shorter silence is told by nobody.
  private static let leastSeconds: Int64 = 900

  func health() -> FeedHealth {
    var gaps = gaps()
    var lag: Int64?
    if let last = gaps.last, last.upperBound == end {
      lag = last.upperBound - last.lowerBound
      gaps.removeLast()
    }
    let silent = silentTenants()
    return FeedHealth(
      gaps: gaps, lagSeconds: lag,
      silentTenants: Array(silent.prefix(FeedHealth.mostSilentTenants)),
      silentTenantCount: silent.count, untimed: aggregate.records.untimed,
      ahead: aggregate.records.ahead)
  }

  /// What has not come yet is not missing.
  private var end: Int64 {
    max(min(period.seconds.upperBound, now.seconds), period.seconds.lowerBound)
  }

  /// The stretches of the period in which records are missing.
  private func gaps() -> [Range<Int64>] {
    let windows = aggregate.countingPlan.windows
    var gaps: [Range<Int64>] = []
    var free = period.seconds.lowerBound
    for start in counts.records.windows where period.seconds.contains(start) {
      if free < start { gaps.append(free..<start) }
      free = windows.end(of: windows.index(of: start))
    }
    // A period without any record is told as such, and not as one gap.
    guard free > period.seconds.lowerBound else { return [] }
    if free < end { gaps.append(free..<end) }
    return gaps.filter {
      $0.upperBound - $0.lowerBound >= FeedReview.leastSeconds
        && isMissed($0)
    }
  }

  /// Whether records are missing in a silent stretch of the period, and not there by chance.
  private func isMissed(_ seconds: Range<Int64>) -> Bool {
    let known = past.known.compactMap { earlier -> Int? in
      let past = ReportPeriod.shifted(seconds, by: earlier.days, in: zone)
      return past.isEmpty ? nil : counts.records.sum(in: past)
    }
    if let chance = PastComparison.chanceOfNone(where: known) {
      return chance <= FeedReview.leastChance
    }
    let rest = stretches(like: seconds).map { counts.records.sum(in: $0) }
    if let chance = PastComparison.chanceOfNone(where: rest) {
      return chance <= FeedReview.leastChance
    }
    let length = Double(seconds.upperBound - seconds.lowerBound)
    let all = Double(counts.records.sum(in: period.seconds))
    return all * length / (Double(end - period.seconds.lowerBound) - length)
      >= FeedReview.mostMissing
  }

  /// The other stretches of the period that are as long.
  private func stretches(like seconds: Range<Int64>) -> [Range<Int64>] {
    let length = seconds.upperBound - seconds.lowerBound
    let before = (seconds.lowerBound - period.seconds.lowerBound) / length
    let after = max(end - seconds.upperBound, 0) / length
    return (-before..<after + 1).filter { $0 != 0 }.map {
      seconds.lowerBound + $0 * length..<seconds.upperBound + $0 * length
    }
  }

  /// The tenants that used to log and did not, the busiest first.
  private func silentTenants() -> [SilentTenant] {
    let isKnown = period.earlier.map(past.known.contains)
    let slots = isKnown.indices.filter { isKnown[$0] }.map { $0 + 1 }
    guard slots.count >= PastComparison.enough else { return [] }
    let records = counts.tenantRecords
    let order = NameOrder(
      of: aggregate.tenantNames,
      where: (0..<aggregate.tenantNames.count).map { $0 > 0 && records[$0, 0] == 0 })
    let silent = order.numbers.compactMap { tenant -> SilentTenant? in
      let usual = PastComparison.median(of: slots.map { Double(records[tenant, $0]) }) ?? 0
      guard usual >= FeedReview.leastRecords, let last = counts.lastSeen[tenant],
        last < period.seconds.lowerBound
      else { return nil }
      return SilentTenant(
        tenant: aggregate.tenantNames.name(of: tenant), lastSeen: last, usualRecords: usual)
    }
    return silent.enumerated().sorted { left, right in
      left.element.usualRecords != right.element.usualRecords
        ? left.element.usualRecords > right.element.usualRecords : left.offset < right.offset
    }.map(\.element)
  }
}
