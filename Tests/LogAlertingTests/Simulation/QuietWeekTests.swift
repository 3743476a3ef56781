import Foundation
import LogAlerting
import LogModel
import LogTestSupport
import Testing

/// The built-in thresholds are silent while nothing is wrong, whatever the size of a tenant.
struct QuietWeekTests {
  /// Twenty-five tenants from three logins a day to three million.
  private static func tenants(week: Int, using random: inout SplitMix64) -> [QuietTenant] {
    // A Monday, 2026-03-02.
    let start = (20_514 + 7 * Int64(week)) * Rhythm.day
    return (0...24).map { rank in
      QuietTenant(
        name: "tenant-\(rank + 10)", loginsPerDay: 3 * pow(10, Double(rank) / 4),
        windows: start..<start + 7 * Rhythm.day, using: &random)
    }
  }

  /// With `LOGSTAT_SIMULATION=full` half a year, else a week.
  @Test func `a quiet week raises no alarm in any tenant`() {
    let isFull = ProcessInfo.processInfo.environment["LOGSTAT_SIMULATION"] == "full"
    let rules = RuleSet(
      rules: BuiltInRules.set.rules.filter {
        if case .threshold = $0.kind { true } else { false }
      })
    #expect(rules.rules.count == 40)
    var random = SplitMix64(seed: 7)
    var alarms: [String: Int] = [:]
    for week in 0..<(isFull ? 26 : 1) {
      let tenants = QuietWeekTests.tenants(week: week, using: &random)
      let tables = rules.rules.map { QuietWeekTests.table($0, tenants) }
      #expect(tables.contains { $0.measures.count > 5_000 })
      let start = (tenants.first?.windows.lowerBound ?? 0) * 300
      let scope = JudgingScope(stretches: [start..<start + 7 * 86_400])
      for alert in RuleJudge(rules).alerts(for: tables, scope: scope).alerts {
        let tenant = alert.key.bytes(.tenant).map { String(decoding: $0, as: UTF8.self) }
        alarms["\(rules.rules[alert.rule].name) \(tenant ?? "*")", default: 0] += 1
      }
    }
    #expect(alarms.isEmpty)
  }

  /// What a rule would find counted.
  private static func table(_ rule: Rule, _ tenants: [QuietTenant]) -> MeasureTable {
    let length = rule.windowSeconds / 300
    var table = MeasureTable(windowSeconds: rule.windowSeconds)
    var series: [SeriesKey: [Int64: Measure]] = [:]
    for tenant in tenants {
      for (code, cells) in tenant.cells where rule.match.accepts(code, as: .code) {
        var parts = [SeriesKey.Part(key: .code, text: Array(code.utf8))]
        if rule.by.contains(.tenant) {
          parts.insert(.init(key: .tenant, text: Array(tenant.name.utf8)), at: 0)
        }
        let key = SeriesKey(parts)
        for (window, cell) in cells {
          var measure =
            series[key]?[window / length] ?? Measure(series: 0, window: window / length, count: 0)
          measure.count += cell.count
          measure.users = (measure.users ?? 0) + cell.users
          measure.perUser = max(measure.perUser ?? 0, cell.perUser)
          series[key, default: [:]][window / length] = measure
        }
      }
    }
    let all = tenants.reduce(into: [Int64: Int]()) { sums, tenant in
      for (window, records) in zip(tenant.windows, tenant.records) {
        sums[window / length, default: 0] += records
      }
    }
    let byTenant = tenants.reduce(into: [[UInt8]: [Int64: Int]]()) { sums, tenant in
      for (window, records) in zip(tenant.windows, tenant.records) {
        sums[Array(tenant.name.utf8), default: [:]][window / length, default: 0] += records
      }
    }
    for (number, key) in series.keys.sorted().enumerated() {
      table.append(key)
      let records = key.bytes(.tenant).map { byTenant[Array($0)] ?? [:] } ?? all
      for window in (series[key] ?? [:]).keys.sorted() {
        guard var measure = series[key]?[window] else { continue }
        measure.series = number
        measure.records = records[window]
        table.append(measure)
      }
    }
    return table
  }
}
