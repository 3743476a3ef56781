import LogAggregation
import LogAlerting
import LogModel

/// Makes incidents of alerts, with the sums that people read.
struct IncidentBuilder {
  let judged: Judged

  /// The worst first; of equals the one with the most errors, then the earliest.
  func incidents() -> [Incident] {
    let groups = IncidentGrouping(judged.set.rules).groups(of: judged.alerts)
    let incidents = ThreadTeam.map(groups.count, jobs: judged.jobs) { number in
      incident(of: groups[number].map { judged.alerts[$0] })
    }
    return incidents.enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      if one.severity != other.severity { return one.severity > other.severity }
      // The groups stand in the order of time.
      return one.count != other.count ? one.count > other.count : left.offset < right.offset
    }.map(\.element)
  }

  /// The incidents with what is needed to follow them from run to run, by subject, then time.
  func lives() -> [IncidentLife] {
    let groups = LifeGrouping(judged.set.rules).groups(
      of: judged.alerts, silenced: judged.silenced)
    return groups.map { group in
      var life = group.life
      if !group.alerts.isEmpty {
        life.incident = incident(of: group.alerts.map { judged.alerts[$0] })
      }
      return life
    }
  }

  private func incident(of alerts: [Alert]) -> Incident {
    let severity = alerts.map(\.severity).max() ?? .warning
    let leading = alerts.filter { $0.severity == severity }.map(\.rule).min() ?? 0
    let others = Set(alerts.map(\.rule)).subtracting([leading]).sorted()
    let shown = alerts.filter { $0.rule == leading && $0.severity == severity }
    let decisive = shown.reduce(shown[0]) { $1.count > $0.count ? $1 : $0 }
    let tenants = tenants(of: alerts)
    // Of one tenant alone, what was summed up for it is all.
    let sum =
      tenants.count == 1 && alerts.allSatisfy { $0.key.contains(.tenant) }
      ? (count: tenants[0].count, users: tenants[0].users)
      : judged.index.sum(of: alerts.map(MeasureSpan.init))
    return Incident(
      severity: severity, rules: [leading] + others, key: IncidentGrouping.key(of: decisive),
      tenants: tenants, seconds: seconds(of: alerts),
      peak: peak(of: alerts, leading: leading), count: sum.count, users: sum.users,
      decisive: decisive, alertCount: alerts.count)
  }

  private func seconds(of alerts: [Alert]) -> Range<Int64> {
    let start = alerts.map(\.seconds.lowerBound).min() ?? 0
    return start..<(alerts.map(\.seconds.upperBound).max() ?? start)
  }

  /// The window with the most errors of the rule that knows what was expected, or of the quoted one.
  private func peak(of alerts: [Alert], leading: Int) -> IncidentPeak {
    let rule = alerts.first { $0.forecast != nil }?.rule ?? leading
    var windows: [Range<Int64>: (count: Int, expected: Double?)] = [:]
    for alert in alerts where alert.rule == rule {
      let known = windows[alert.seconds] ?? (0, nil)
      let expected = alert.forecast.map { (known.expected ?? 0) + $0.expected }
      windows[alert.seconds] = (known.count + alert.count, expected ?? known.expected)
    }
    let worst = windows.max { left, right in
      if left.value.count != right.value.count { return left.value.count < right.value.count }
      return left.key.lowerBound > right.key.lowerBound
        || left.key.lowerBound == right.key.lowerBound && left.key.upperBound > right.key.upperBound
    }
    return IncidentPeak(
      seconds: worst?.key ?? 0..<0, count: worst?.value.count ?? 0,
      expected: worst?.value.expected)
  }

  private func tenants(of alerts: [Alert]) -> [IncidentTenant] {
    let named = alerts.filter { $0.key.contains(.tenant) }
    let byTenant = Dictionary(grouping: named) { alert in
      SeriesKey(alert.key.parts.filter { $0.key == .tenant })
    }
    let all = byTenant.map { key, alerts in
      let sum = judged.index.sum(of: alerts.map(MeasureSpan.init))
      return (
        key: key,
        tenant: IncidentTenant(
          name: key.name(.tenant) ?? .unknown, severity: alerts.map(\.severity).max() ?? .warning,
          count: sum.count, users: sum.users, seconds: seconds(of: alerts))
      )
    }
    return all.sorted { left, right in
      let (one, other) = (left.tenant, right.tenant)
      if one.severity != other.severity { return one.severity > other.severity }
      return one.count != other.count ? one.count > other.count : left.key < right.key
    }.map(\.tenant)
  }
}
