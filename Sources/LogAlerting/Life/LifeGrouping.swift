import LogModel

/// Puts alerts together that one message is about, and says when all of it is over.
///
/// The unit is the incident and not the alert: when a code fails for five hundred tenants, somebody wants
/// one mail. Alerts of one subject are one incident from the first window until no rule has fired
/// for as long as its `keep_firing` says, at least one window, whichever tenants they are of. So a
/// trouble that moves from tenant to tenant is told once, and a subject never has two incidents at a time.
/// Every incident of `IncidentGrouping` is a part of one of these.
package struct LifeGrouping {
  /// An incident without its sums, and the alerts of it.
  package struct Group {
    /// Without `incident`.
    package var life: IncidentLife
    /// The places of its alerts that no silence holds back, ascending.
    package var alerts: [Int]
  }

  private let rules: [Rule]

  package init(_ rules: [Rule]) { self.rules = rules }

  /// The incidents by subject, then time; the order of the alerts does not show.
  package func groups(of alerts: [Alert], silenced: [Alert]) -> [Group] {
    let all = alerts + silenced
    var groups: [Group] = []
    let bySubject = Dictionary(grouping: all.indices) { AlertSubject(of: all[$0], rules) }
    for (subject, places) in bySubject.sorted(by: { $0.key < $1.key }) {
      let sorted = places.sorted { left, right in
        (all[left].seconds.lowerBound, left) < (all[right].seconds.lowerBound, right)
      }
      var group: Group?
      for place in sorted {
        let alert = all[place]
        if let known = group, alert.seconds.lowerBound >= known.life.clearsAt {
          groups.append(known)
          group = nil
        }
        var grown = group ?? Group(life: life(from: alert, subject), alerts: [])
        add(alert, isSilenced: place >= alerts.count, to: &grown.life)
        if place < alerts.count { grown.alerts.append(place) }
        group = grown
      }
      if let group { groups.append(group) }
    }
    for index in groups.indices { groups[index].alerts.sort() }
    return groups
  }

  private func life(from alert: Alert, _ subject: AlertSubject) -> IncidentLife {
    IncidentLife(
      subject: subject, seconds: alert.seconds, quietFrom: alert.seconds.upperBound,
      clearsAt: alert.seconds.upperBound)
  }

  private func add(_ alert: Alert, isSilenced: Bool, to life: inout IncidentLife) {
    let rule = rules[alert.rule]
    let end = alert.seconds.upperBound
    // With no `keep_firing` at all it is over with the first window that closes without it.
    let clearsAt = end + max(rule.keepFiringSeconds, rule.windowSeconds)
    life.seconds = life.seconds.lowerBound..<max(life.seconds.upperBound, end)
    life.quietFrom = max(life.quietFrom, end + rule.windowSeconds)
    life.clearsAt = max(life.clearsAt, clearsAt)
    if isSilenced {
      life.silencedCount += 1
      return
    }
    life.warnsUntil = max(life.warnsUntil ?? clearsAt, clearsAt)
    if alert.severity == .critical {
      life.criticalUntil = max(life.criticalUntil ?? clearsAt, clearsAt)
    }
  }
}

extension AlertSubject {
  /// What an alert of some rules is about.
  init(of alert: Alert, _ rules: [Rule]) {
    self.init(
      rule: alert.key.contains(.code) ? nil : rules[alert.rule].name,
      key: IncidentGrouping.key(of: alert))
  }
}
