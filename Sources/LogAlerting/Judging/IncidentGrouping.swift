import LogModel

/// Puts alerts together that are one trouble.
///
/// Alerts are of one subject when they are of one code, or of one rule that does not tell codes apart.
/// Alerts of one subject whose windows overlap are one incident, of however many tenants. So are those of
/// one tenant that touch, and those of one tenant and rule that are parted by less than its
/// `keep_firing`.
package struct IncidentGrouping {
  private let rules: [Rule]

  package init(_ rules: [Rule]) { self.rules = rules }

  /// The places of the alerts of every incident, in the order of start and subject.
  package func groups(of alerts: [Alert]) -> [[Int]] {
    let labels = AlertLabels(of: alerts)
    var incidents: [(subject: AlertLabels.Subject, start: Int64, alerts: [Int])] = []
    for (subject, places) in zip(labels.subjects, labels.places) {
      for members in parts(places, of: alerts, tenants: labels.tenants) {
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

  /// The alerts of one subject, parted into incidents.
  private func parts(_ places: [Int], of alerts: [Alert], tenants: [Int]) -> [[Int]] {
    let sorted = places.sorted { left, right in
      (alerts[left].seconds.lowerBound, left) < (alerts[right].seconds.lowerBound, right)
    }
    var links = SpanLinks(sorted.map { alerts[$0].seconds })
    // Starts are whole seconds: what starts a second before the end overlaps.
    links.join(Array(sorted.indices), gap: -1)
    for ofTenant in Dictionary(grouping: sorted.indices, by: { tenants[sorted[$0]] }).values {
      links.join(ofTenant, gap: 0)
      let byRule = Dictionary(grouping: ofTenant) { alerts[sorted[$0]].rule }
      for (rule, ofRule) in byRule {
        links.join(ofRule, gap: max(rules[rule].keepFiringSeconds - 1, 0))
      }
    }
    return Dictionary(grouping: sorted.indices) { links.root(of: $0) }.values.map { members in
      members.map { sorted[$0] }.sorted()
    }
  }
}

/// Numbers for what alerts are about, so that names are looked at once for a series and not for each of
/// its alerts, which follow one another.
private struct AlertLabels {
  struct Subject: Hashable {
    /// Nil for an incident of a code.
    let rule: Int?
    let key: SeriesKey
  }

  private(set) var subjects: [Subject] = []
  /// For every subject, the places of its alerts.
  private(set) var places: [[Int]] = []
  /// For every alert, the number of its tenant; 0 where it has none.
  private(set) var tenants: [Int] = []

  init(of alerts: [Alert]) {
    var numbers: [Subject: Int] = [:]
    var tenantNumbers: [SeriesKey.Part: Int] = [:]
    var subject = 0
    tenants.reserveCapacity(alerts.count)
    for (place, alert) in alerts.enumerated() {
      if place > 0, alerts[place - 1].rule == alert.rule, alerts[place - 1].key == alert.key {
        places[subject].append(place)
        tenants.append(tenants[place - 1])
        continue
      }
      let own = Subject(
        rule: alert.key.contains(.code) ? nil : alert.rule, key: IncidentGrouping.key(of: alert))
      subject = numbers[own, default: subjects.count]
      if subject == subjects.count {
        numbers[own] = subject
        subjects.append(own)
        places.append([])
      }
      places[subject].append(place)
      let tenant = alert.key.parts.first { $0.key == .tenant }
      tenants.append(tenant.map { tenantNumbers[$0, default: tenantNumbers.count + 1] } ?? 0)
      if let tenant { tenantNumbers[tenant] = tenants[place] }
    }
  }
}

/// Remembers which spans of seconds belong together.
private struct SpanLinks {
  private let spans: [Range<Int64>]
  /// For every span another one of its incident, or itself.
  private var parents: [Int]

  /// The spans are sorted by start.
  init(_ spans: [Range<Int64>]) {
    self.spans = spans
    parents = Array(spans.indices)
  }

  /// The one that stands for all of the incident.
  func root(of place: Int) -> Int {
    var place = place
    while parents[place] != place { place = parents[place] }
    return place
  }

  /// Joins what is parted by at most so many seconds; the places are ascending.
  mutating func join(_ places: [Int], gap: Int64) {
    // Of those before, the one that ends last is the nearest.
    var last: Int?
    for place in places {
      guard let before = last else {
        last = place
        continue
      }
      if spans[place].lowerBound - spans[before].upperBound <= gap { join(place, before) }
      if spans[place].upperBound > spans[before].upperBound { last = place }
    }
  }

  private mutating func join(_ one: Int, _ other: Int) {
    let (first, second) = (root(of: one), root(of: other))
    let least = min(first, second)
    parents[max(first, second)] = least
    // Long chains are shortened where they are walked.
    parents[one] = least
    parents[other] = least
  }
}
