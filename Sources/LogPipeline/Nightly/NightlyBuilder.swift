import LogAggregation
import LogAlerting
import LogModel

/// Makes the report of a period out of everything that was counted.
struct NightlyBuilder {
  let run: ReportRun
  let period: ReportPeriod
  let plan: RunPlan

  init(_ run: ReportRun) {
    self.run = run
    period = run.period
    plan = run.plan
  }

  /// The report of what was counted.
  ///
  /// - Parameters:
  ///   - aggregate: All that is known, of the period, before it and after it; counted by window, tenant,
  ///     code and method.
  ///   - lines: The books of all lines that it was counted from.
  ///   - news: What this run has read itself.
  /// - Returns: The report, with no words made yet.
  func report(
    of aggregate: PartialAggregate, lines: LineLedger, news: CountingRun.Counted
  ) -> NightlyReport {
    let judged = Judged(aggregate, by: plan.rules, jobs: news.jobs)
    let counts = PeriodCounts(
      of: aggregate, slots: [period.seconds] + period.earlier.map(\.seconds))
    let past = past(of: counts)
    let comparison = PastComparison(
      period, isKnown: period.earlier.map { past.known.contains($0) })
    let incidents = incidents(of: judged)
    let verdicts = Verdicts(of: incidents)
    let bins = bins
    let lists = NightlyLists(
      aggregate: aggregate, counts: counts, comparison: comparison, verdicts: verdicts,
      bins: bins, levelOverrides: plan.levelOverrides)
    let tenants = lists.tenants()
    let codes = lists.codes()
    var table = table(of: aggregate, lines: lines, news: news, judged: judged)
    table.tenantCount = lists.erringTenants.count
    table.userCount = lists.allUsers
    return NightlyReport(
      period: period, zone: plan.zone, rules: plan.rules.rules.map(JudgingRule.init),
      incidents: incidents,
      silencedCount: judged.silenced.count { $0.seconds.overlaps(period.seconds) },
      obstacles: obstacles(of: aggregate, news), past: past, errors: lists.allErrors,
      records: counts.records.sum(in: period.seconds), changes: lists.changes(),
      tenants: tenants.lines, otherTenants: tenants.rest, tenantCount: lists.loggingTenantCount,
      erringTenantCount: lists.erringTenants.count, codes: codes.lines, otherCodes: codes.rest,
      methods: lists.methods(),
      feed: FeedReview(
        period: period, aggregate: aggregate, counts: counts, past: past, zone: plan.zone,
        now: plan.now
      ).health(),
      timeline: timeline(bins: bins, counts: counts, comparison: comparison),
      origin: run.origin, table: table)
  }

  // MARK: Time

  /// An earlier period is known when records reach back to its first part: a log that begins at noon
  /// must not make the afternoon a whole day.
  private func past(of counts: PeriodCounts) -> ComparedPast {
    let windows = counts.records.windows
    let known = period.earlier.filter { earlier in
      guard let first = windows.first, counts.records.sum(in: earlier.seconds) > 0 else {
        return false
      }
      let length = earlier.seconds.upperBound - earlier.seconds.lowerBound
      return first <= earlier.seconds.lowerBound + length / NightlyBuilder.parts
    }
    return ComparedPast(
      known: known, wanted: period.earlier.count,
      hasBefore: known.contains { $0.days == period.stepDays },
      hasWeekBefore: known.contains { $0.days == 7 }, knownFrom: windows.first)
  }

  /// A day is known from its first hour on.
  private static let parts: Int64 = 24

  /// The windows of the rows as far as they lie in the period, put together until they are few enough.
  private var bins: [Range<Int64>] {
    let windows = plan.windows
    var bins: [Range<Int64>] = []
    var index = windows.index(of: period.seconds.lowerBound)
    while windows.start(of: index) < period.seconds.upperBound {
      bins.append((windows.start(of: index)..<windows.end(of: index)).clamped(to: period.seconds))
      index += 1
    }
    let run = (bins.count + Timeline.mostBins - 1) / Timeline.mostBins
    guard run > 1 else { return bins }
    return stride(from: 0, to: bins.count, by: run).map { start in
      bins[start].lowerBound..<bins[min(start + run, bins.count) - 1].upperBound
    }
  }

  private func timeline(
    bins: [Range<Int64>], counts: PeriodCounts, comparison: PastComparison
  ) -> Timeline {
    let past = bins.map { bin in
      period.earlier.map { earlier -> Int? in
        let seconds = ReportPeriod.shifted(bin, by: earlier.days, in: plan.zone)
        // Where the clock jumped, a day has no such hour.
        return seconds.isEmpty ? nil : counts.errors.sum(in: seconds)
      }
    }
    return Timeline(
      bins: bins, records: bins.map { counts.records.sum(in: $0) },
      errors: bins.map { counts.errors.sum(in: $0) }, bands: comparison.bands(past))
  }

  // MARK: Judgement

  /// Those that touch the period: what users cannot mend first, then the worst, then the most errors.
  private func incidents(of judged: Judged) -> [Incident] {
    let all = IncidentBuilder(judged: judged).incidents(touching: period.seconds)
    func isUnrecoverable(_ incident: Incident) -> Bool {
      guard case .named(let code)? = incident.code else { return false }
      return (plan.levelOverrides[code] ?? CodeCatalogue.level(of: code)) == .unrecoverable
    }
    // Both parts keep the order that they have.
    return all.filter(isUnrecoverable) + all.filter { !isUnrecoverable($0) }
  }

  /// What kept from judging, in the order of `Obstacle`.
  private func obstacles(
    of aggregate: PartialAggregate, _ news: CountingRun.Counted
  ) -> [Obstacle] {
    var found = news.obstacles
    let records = aggregate.records
    let judgeable = records.error + records.normal
    if judgeable > 0, records.untimed + records.ahead >= judgeable { found.insert(.noTime) }
    if plan.rules.rules.isEmpty { found.insert(.noRules) }
    if aggregate.isFolded { found.insert(.tooManyGroups) }
    return Obstacle.allCases.filter(found.contains)
  }

  // MARK: Rows

  /// The rows of the period, for machines; as in `stat`, only thresholds mark them.
  private func table(
    of aggregate: PartialAggregate, lines: LineLedger, news: CountingRun.Counted, judged: Judged
  ) -> Report {
    var judged = judged
    judged.alerts.removeAll { plan.rules.rules[$0.rule].kind.name != .threshold }
    return ReportBuilder(
      selection: RowSelection(), zone: plan.zone, levelOverrides: plan.levelOverrides,
      told: .init(windows: plan.windows, seconds: period.seconds)
    ).report(
      from: aggregate, sources: news.sources, ledger: lines, judged: judged,
      isPartial: news.wasInterrupted)
  }
}

extension CodeCatalogue {
  /// The level of a code in the catalogue; nil for others.
  static func level(of code: String) -> RecoveryLevel? {
    index(of: code).map { entries[$0].level }
  }
}

/// The worst verdict on every tenant and code.
struct Verdicts {
  private(set) var ofTenant: [[UInt8]?: Severity] = [:]
  private(set) var ofCode: [[UInt8]?: Severity] = [:]

  init(of incidents: [Incident]) {
    for incident in incidents {
      if let part = incident.key.parts.first(where: { $0.key == .code }) {
        ofCode[part.text] = max(ofCode[part.text] ?? incident.severity, incident.severity)
      }
      for tenant in incident.tenants {
        let name: [UInt8]? =
          if case .named(let text) = tenant.name { Array(text.utf8) } else { nil }
        ofTenant[name] = max(ofTenant[name] ?? tenant.severity, tenant.severity)
      }
    }
  }
}
