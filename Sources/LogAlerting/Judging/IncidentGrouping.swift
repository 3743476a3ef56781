import LogModel

/// Puts alerts together that are one trouble.
///
/// Alerts are of one subject when they are of one code, or of one rule that does not tell codes apart.
/// Alerts of one subject whose windows overlap are one incident, of however many tenants. So are those of
/// one tenant that touch, and those of one tenant and rule that are parted by less than its
/// `keep_firing`.
package struct IncidentGrouping {
  private struct Subject: Hashable {
    /// Nil for an incident of a code.
    let rule: Int?
    let key: SeriesKey
  }

  private let rules: [Rule]

  package init(_ rules: [Rule]) { self.rules = rules }

  /// The places of the alerts of every incident, in the order of start and subject.
  package func groups(of alerts: [Alert]) -> [[Int]] {
    let bySubject = Dictionary(grouping: alerts.indices) { subject(of: alerts[$0]) }
    var incidents: [(subject: Subject, start: Int64, alerts: [Int])] = []
    for (subject, places) in bySubject {
      for members in parts(places, of: alerts) {
        let start = members.map { alerts[$0].seconds.lowerBound }.min() ?? 0
        incidents.append((subject, start, members))
      }
    }
    incidents.sort { left, right in
      if left.start != right.start { return left.start < right.start }
      if left.subject.key != right.subject.key { return left.subject.key < right.subject.key }
      return (left.subject.rule ?? -1) < (right.subject.rule ?? -1)
    }
    return incidents.map(\.alerts)
  }

  /// What the alerts of an incident have in common.
  package static func key(of alert: Alert) -> SeriesKey {
    alert.key.parts.first { $0.key == .code }.map { SeriesKey([$0]) }
      ?? alert.key.without(.tenant)
  }

  private func subject(of alert: Alert) -> Subject {
    Subject(
      rule: alert.key.contains(.code) ? nil : alert.rule, key: IncidentGrouping.key(of: alert))
  }

  /// The alerts of one subject, parted into incidents.
  private func parts(_ places: [Int], of alerts: [Alert]) -> [[Int]] {
    let sorted = places.sorted { left, right in
      (alerts[left].seconds.lowerBound, left) < (alerts[right].seconds.lowerBound, right)
    }
    var links = AlertLinks(alerts)
    // Starts are whole seconds: what starts a second before the end overlaps.
    links.join(sorted, gap: -1)
    let byTenant = Dictionary(grouping: sorted) { place in
      alerts[place].key.parts.first { $0.key == .tenant }
    }
    for ofTenant in byTenant.values {
      links.join(ofTenant, gap: 0)
      for (rule, ofRule) in Dictionary(grouping: ofTenant, by: { alerts[$0].rule }) {
        links.join(ofRule, gap: max(rules[rule].keepFiringSeconds - 1, 0))
      }
    }
    return Dictionary(grouping: sorted) { links.root(of: $0) }.values.map { $0.sorted() }
  }
}

/// Remembers which alerts belong together.
private struct AlertLinks {
  private let alerts: [Alert]
  /// For every alert another one of its incident, or itself.
  private var parents: [Int: Int] = [:]

  init(_ alerts: [Alert]) { self.alerts = alerts }

  /// The one that stands for all of the incident.
  func root(of place: Int) -> Int {
    var place = place
    while let parent = parents[place] { place = parent }
    return place
  }

  /// Joins what is parted by at most so many seconds; the places are sorted by start.
  mutating func join(_ places: [Int], gap: Int64) {
    // Of those before, the one that ends last is the nearest.
    var last: Int?
    for place in places {
      guard let before = last else {
        last = place
        continue
      }
      if alerts[place].seconds.lowerBound - alerts[before].seconds.upperBound <= gap {
        join(place, before)
      }
      if alerts[place].seconds.upperBound > alerts[before].seconds.upperBound { last = place }
    }
  }

  private mutating func join(_ one: Int, _ other: Int) {
    let (first, second) = (root(of: one), root(of: other))
    guard first != second else { return }
    parents[max(first, second)] = min(first, second)
    // Long chains are shortened where they are walked.
    if one != first, one != min(first, second) { parents[one] = min(first, second) }
    if other != second, other != min(first, second) { parents[other] = min(first, second) }
  }
}
