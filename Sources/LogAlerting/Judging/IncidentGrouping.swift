import LogModel

/// Puts alerts together that are one trouble.
///
/// Alerts are of one subject when they are of one code, or of one rule that does not tell codes apart.
/// Of one subject and tenant, alerts whose windows touch or overlap are one episode, and so are those of
/// one rule that are parted by less than its `keep_firing`. Episodes of one subject that overlap are
/// one incident, of however many tenants.
package struct IncidentGrouping {
  private struct Subject: Hashable {
    /// Nil for an incident of a code.
    let rule: Int?
    let key: SeriesKey
  }

  /// The alerts of one tenant, as long as they follow each other.
  private struct Episode {
    var alerts: [Int]
    var seconds: Range<Int64>
    /// Where the last alert of each rule ends.
    var ends: [Int: Int64]
  }

  private let rules: [Rule]

  package init(_ rules: [Rule]) { self.rules = rules }

  /// The places of the alerts of every incident, in the order of start and subject.
  package func groups(of alerts: [Alert]) -> [[Int]] {
    let bySubject = Dictionary(grouping: alerts.indices) { subject(of: alerts[$0]) }
    var incidents: [(subject: Subject, start: Int64, alerts: [Int])] = []
    for (subject, places) in bySubject {
      for (start, members) in merged(episodes(of: places, in: alerts)) {
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

  private func episodes(of places: [Int], in alerts: [Alert]) -> [Episode] {
    let byTenant = Dictionary(grouping: places) { place in
      alerts[place].key.parts.first { $0.key == .tenant }
    }
    var episodes: [Episode] = []
    for places in byTenant.values {
      var open: Episode?
      for place in places.sorted(by: { isBefore($0, $1, in: alerts) }) {
        let alert = alerts[place]
        if var episode = open, continues(episode, alert) {
          episode.alerts.append(place)
          episode.seconds =
            episode.seconds.lowerBound..<max(episode.seconds.upperBound, alert.seconds.upperBound)
          episode.ends[alert.rule] = alert.seconds.upperBound
          open = episode
        } else {
          if let open { episodes.append(open) }
          open = Episode(
            alerts: [place], seconds: alert.seconds, ends: [alert.rule: alert.seconds.upperBound])
        }
      }
      if let open { episodes.append(open) }
    }
    return episodes
  }

  private func isBefore(_ left: Int, _ right: Int, in alerts: [Alert]) -> Bool {
    let bounds = (alerts[left].seconds, alerts[right].seconds)
    return (bounds.0.lowerBound, bounds.0.upperBound, left)
      < (bounds.1.lowerBound, bounds.1.upperBound, right)
  }

  private func continues(_ episode: Episode, _ alert: Alert) -> Bool {
    if alert.seconds.lowerBound <= episode.seconds.upperBound { return true }
    guard let end = episode.ends[alert.rule] else { return false }
    return alert.seconds.lowerBound - end < rules[alert.rule].keepFiringSeconds
  }

  /// Episodes that overlap, as the places of their alerts.
  private func merged(_ episodes: [Episode]) -> [(start: Int64, alerts: [Int])] {
    var merged: [(start: Int64, end: Int64, alerts: [Int])] = []
    let sorted = episodes.sorted { left, right in
      (left.seconds.lowerBound, left.alerts[0]) < (right.seconds.lowerBound, right.alerts[0])
    }
    for episode in sorted {
      if let last = merged.last, episode.seconds.lowerBound < last.end {
        merged[merged.count - 1].end = max(last.end, episode.seconds.upperBound)
        merged[merged.count - 1].alerts += episode.alerts
      } else {
        merged.append(
          (episode.seconds.lowerBound, episode.seconds.upperBound, episode.alerts))
      }
    }
    return merged.map { ($0.start, $0.alerts.sorted()) }
  }
}
