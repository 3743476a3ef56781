import LogAggregation
import LogAlerting
import LogModel

/// Makes incidents of alerts, with the sums that people read.
struct IncidentBuilder {
  let judged: Judged

  /// The worst first; of equals the one with the most errors, then the earliest.
  func incidents() -> [Incident] {
    told(IncidentGrouping(judged.set.rules).groups(of: judged.alerts).map { [$0] })
  }

  /// Those that touch a stretch of UTC seconds, in the same order.
  ///
  /// Incidents of one code that share a tenant are told as one, however long the pauses between: who
  /// reads of a day wants to know what was wrong, and not how often it began.
  func incidents(touching seconds: Range<Int64>) -> [Incident] {
    let groups = IncidentGrouping(judged.set.rules).groups(of: judged.alerts).filter {
      self.seconds(of: $0).overlaps(seconds)
    }
    return told(united(groups))
  }

  /// The groups of one subject that share a tenant, put together; each in the order of its start.
  private func united(_ groups: [[Int]]) -> [[[Int]]] {
    struct Whole {
      let key: SeriesKey
      let rule: Int?
      var tenants: Set<SeriesKey.Part?>
      var groups: [[Int]]
    }
    var wholes: [Whole] = []
    for group in groups {
      let alert = judged.alerts[group[0]]
      let key = IncidentGrouping.key(of: alert)
      let rule = key.contains(.code) ? nil : alert.rule
      var whole = Whole(
        key: key, rule: rule,
        tenants: Set(
          group.map { place in judged.alerts[place].key.parts.first { $0.key == .tenant } }),
        groups: [group])
      // A group can share tenants with several that were apart so far.
      var apart: [Whole] = []
      for other in wholes {
        guard other.key == key, other.rule == rule, !other.tenants.isDisjoint(with: whole.tenants)
        else {
          apart.append(other)
          continue
        }
        whole.tenants.formUnion(other.tenants)
        whole.groups = other.groups + whole.groups
      }
      wholes = apart + [whole]
    }
    return wholes.map(\.groups)
  }

  /// The incidents of alerts in groups, which can be parts of one.
  private func told(_ groups: [[[Int]]]) -> [Incident] {
    let incidents = ThreadTeam.map(groups.count, jobs: judged.jobs) { number in
      var incident = incident(of: groups[number].flatMap(\.self).sorted())
      incident.episodes = groups[number].map(seconds).sorted { $0.lowerBound < $1.lowerBound }
      return incident
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
        life.incident = incident(of: group.alerts)
      }
      return life
    }
  }

  /// The incident of the alerts at some places, ascending.
  private func incident(of places: [Int]) -> Incident {
    let alerts = judged.alerts
    let severity = places.map { alerts[$0].severity }.max() ?? .warning
    let leading =
      places.filter { alerts[$0].severity == severity }.map { alerts[$0].rule }.min() ?? 0
    let others = Set(places.map { alerts[$0].rule }).subtracting([leading]).sorted()
    let shown = places.filter { alerts[$0].rule == leading && alerts[$0].severity == severity }
    let decisive = shown.reduce(shown[0]) { alerts[$1].count > alerts[$0].count ? $1 : $0 }
    let parts = tenantParts(of: places)
    // Tenants have no error in common, so what was summed up for each need not be summed up again.
    let isParted = parts.reduce(0) { $0 + $1.places.count } == places.count
    let sum =
      isParted
      ? parts.reduce(into: SpanSum()) { $0 += $1.sum } : judged.index.sum(of: spans(of: places))
    return Incident(
      severity: severity, rules: [leading] + others,
      key: IncidentGrouping.key(of: alerts[decisive]), tenants: told(parts),
      seconds: seconds(of: places), peak: peak(of: places, leading: leading), count: sum.count,
      users: sum.users.count, decisive: alerts[decisive], alertCount: places.count)
  }

  private func seconds(of places: [Int]) -> Range<Int64> {
    let start = places.map { judged.alerts[$0].seconds.lowerBound }.min() ?? 0
    return start..<(places.map { judged.alerts[$0].seconds.upperBound }.max() ?? start)
  }

  /// Where the errors of the alerts stand; windows of a series that touch are one span.
  private func spans(of places: [Int]) -> [MeasureSpan] {
    var spans: [MeasureSpan] = []
    for place in places {
      let span = MeasureSpan(judged.alerts[place])
      if let last = spans.last, last.request == span.request, last.series == span.series,
        span.seconds.lowerBound <= last.seconds.upperBound,
        last.seconds.lowerBound <= span.seconds.upperBound
      {
        spans[spans.count - 1].seconds =
          min(
            last.seconds.lowerBound, span.seconds.lowerBound)..<max(
            last.seconds.upperBound, span.seconds.upperBound)
      } else {
        spans.append(span)
      }
    }
    return spans
  }

  /// The window with the most errors of the rule that knows what was expected, or of the quoted one.
  private func peak(of places: [Int], leading: Int) -> IncidentPeak {
    let rule =
      places.first { judged.alerts[$0].forecast != nil }.map { judged.alerts[$0].rule } ?? leading
    var windows: [Range<Int64>: (count: Int, expected: Double?)] = [:]
    for place in places where judged.alerts[place].rule == rule {
      let seconds = judged.alerts[place].seconds
      let known = windows[seconds] ?? (0, nil)
      let expected = judged.alerts[place].forecast.map { (known.expected ?? 0) + $0.expected }
      windows[seconds] = (known.count + judged.alerts[place].count, expected ?? known.expected)
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

  // MARK: Tenants

  /// What an incident is for one tenant.
  private struct TenantPart {
    let key: SeriesKey
    var places: [Int] = []
    var sum = SpanSum()
  }

  /// The alerts that name a tenant, by tenant.
  private func tenantParts(of places: [Int]) -> [TenantPart] {
    var parts: [TenantPart] = []
    var numbers: [SeriesKey.Part: Int] = [:]
    var last: (key: SeriesKey, number: Int?)?
    for place in places {
      let key = judged.alerts[place].key
      if last?.key != key {
        let tenant = key.parts.first { $0.key == .tenant }
        last = (key, tenant.map { numbers[$0, default: parts.count] })
        if let tenant, last?.number == parts.count {
          numbers[tenant] = parts.count
          parts.append(TenantPart(key: SeriesKey([tenant])))
        }
      }
      if let number = last?.number { parts[number].places.append(place) }
    }
    for number in parts.indices {
      parts[number].sum = judged.index.sum(of: spans(of: parts[number].places))
    }
    return parts
  }

  /// The tenants as they are told, the worst first.
  private func told(_ parts: [TenantPart]) -> [IncidentTenant] {
    let all = parts.map { part in
      let severity = part.places.map { judged.alerts[$0].severity }.max() ?? .warning
      let tenant = IncidentTenant(
        name: part.key.name(.tenant) ?? .unknown, severity: severity, count: part.sum.count,
        users: part.sum.users.count, seconds: seconds(of: part.places))
      return (key: part.key, tenant: tenant)
    }
    return all.sorted { left, right in
      let (one, other) = (left.tenant, right.tenant)
      if one.severity != other.severity { return one.severity > other.severity }
      return one.count != other.count ? one.count > other.count : left.key < right.key
    }.map(\.tenant)
  }
}
