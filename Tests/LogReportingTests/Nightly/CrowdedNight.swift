import LogModel
import LogReporting

/// A day as crowded as a report can tell one by one: 40 tenants and 60 codes in 96 parts of it.
enum CrowdedNight {
  /// `name` makes the names of tenants, codes, methods and sources from a number.
  static func report(name: (Int) -> String = { "tenant-\($0)" }) -> NightlyReport {
    var report = SampleNight.report()
    let bins = (0..<96).map { SampleNight.second(0, $0 * 15)..<SampleNight.second(0, $0 * 15 + 15) }
    report.tenants = (0..<40).map { number in
      let counts = counts(number, peak: number == 0 ? 900 : 1_200 / (number + 3))
      return TenantLine(
        tenant: .named(name(number)), errors: compared(counts, number),
        records: counts.reduce(0, +) * 20 + 7,
        codes: (0..<3).map { NamedCount(name: .named(name(100 + $0)), count: 9 - $0) },
        bins: counts, severity: number == 0 ? .critical : number < 4 ? .warning : nil)
    }
    report.codes = (0..<60).map { number in
      let counts = counts(number + 5, peak: 2_000 / (number + 2))
      let entry = number < 33 ? CodeCatalogue.entries[number] : nil
      return CodeLine(
        code: .named(entry?.code ?? name(200 + number)), kind: entry == nil ? .other : .guardian,
        level: entry?.level ?? .unknown, entry: entry, errors: compared(counts, number),
        tenantCount: 40 - number / 2,
        tenants: (0..<3).map { NamedCount(name: .named(name($0)), count: 80 - $0) },
        bins: counts, severity: number == 3 ? .warning : nil)
    }
    report.changes = Array(report.codes.filter { $0.errors.change != .usual })
    let rest = counts(77, peak: 40)
    report.otherTenants = RestLine(
      members: 160, errors: rest.reduce(0, +), records: 90_000,
      users: UserCount(count: 1_300, isEstimate: true), bins: rest)
    report.otherCodes = RestLine(
      members: 12, errors: 40, records: 0, users: nil, bins: counts(3, peak: 2))
    (report.tenantCount, report.erringTenantCount) = (412, 200)
    let errors = (0..<96).map { bin in report.tenants.reduce(0) { $0 + $1.bins[bin] } }
    report.timeline = Timeline(
      bins: bins, records: errors.map { $0 * 20 }, errors: errors,
      bands: errors.indices.map { bin in
        let expected = 160 + 90 * Double(abs(48 - bin)) / 48
        return bin < 4
          ? nil
          : ExpectedBand(low: Int(expected) - 70, expected: expected, high: Int(expected) + 75)
      })
    report.errors = compared(errors, 0)
    report.records = errors.reduce(0, +) * 20
    report.methods = (0..<40).map {
      MethodLine(
        method: .named(name(300 + $0)), attempts: 90_000 / ($0 + 1), failures: 900 / ($0 + 1),
        shareBefore: 0.01, medianShare: 0.012)
    }
    report.incidents = (0..<30).map { number in
      var incident =
        number % 3 == 1
        ? SampleNight.spike(tenant: .named(name(0)))
        : SampleNight.incident(tenant: .named(name(number)))
      if number > 1 {
        incident.key = SeriesKey([.init(key: .code, text: Array(name(200 + number).utf8))])
      }
      if number == 0 {
        incident.tenants = (0..<37).map {
          IncidentTenant(
            name: .named(name($0)), severity: .critical, count: 40 - $0, users: nil,
            seconds: incident.seconds)
        }
      }
      let start = SampleNight.second(0, Int64(number * 41 % 1_300))
      if number > 1 { incident.seconds = start..<start + 1_800 }
      return incident
    }
    report.table.sources = (0..<70).map {
      SourceSummary(
        name: name(400 + $0), lines: report.table.ledger.lines, bytes: 1_000,
        problem: $0 == 9 ? .truncatedGzip(byteOffset: 12) : nil)
    }
    return report
  }

  /// Counts over time with a hump somewhere, the same on every run.
  private static func counts(_ seed: Int, peak: Int) -> [Int] {
    (0..<96).map { bin in
      let distance = abs((bin + seed * 37) % 96 - 48)
      let noise = (bin * 7 + seed * 13 + bin * bin * seed) % 5
      return max(0, peak / (1 + distance * distance / 9) + noise - 2)
    }
  }

  private static func compared(_ counts: [Int], _ number: Int) -> ComparedCount {
    let count = counts.reduce(0, +)
    let changes: [ComparedCount.Change] = [.risen, .usual, .usual, .new, .usual, .fallen]
    let change = changes[number % 6]
    let expected =
      change == .new
      ? 0 : change == .risen ? Double(count) / 3 : Double(count) * (change == .fallen ? 2.5 : 1)
    return ComparedCount(
      count: count, users: UserCount(count: count / 2, isEstimate: count > 2_048),
      before: Int(expected), weekBefore: Int(expected), median: expected,
      forecast: DayForecast(
        expected: expected, baseline: .median, periods: 27, dispersion: 2, p: 1e-7,
        q: change == .usual ? 0.42 : 0.000_003), change: change)
  }
}
