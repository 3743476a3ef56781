import LogModel

/// One alert as a person would get it: all windows of one series that fired without a pause.
package struct AlertEpisode: Hashable, Sendable {
  package var rule: String
  /// The worst of its windows.
  package var severity: Severity
  /// Nil when the rule does not tell tenants apart.
  package var tenant: String?
  package var code: String?
  /// What else its series is told apart by; empty for nothing.
  package var series: String
  /// `[start, end)` in UTC seconds, whole windows.
  package var start: Int64
  package var end: Int64
  /// The end of the first window that fired, when it was known at the latest.
  package var knownAt: Int64

  /// Puts the windows of every series together, by time and then by rule.
  ///
  /// Windows are one alert when no more than the rule's `keep_firing` lies between them.
  package static func all(of alerts: [CaseAlert], rules set: RuleSet) -> [AlertEpisode] {
    var rules: [String: Rule] = [:]
    for rule in set.rules { rules[rule.name] = rule }
    let ordered = alerts.sorted { left, right in
      let (one, other) = (AlertEpisode.identity(left), AlertEpisode.identity(right))
      return one == other
        ? left.seconds.lowerBound < right.seconds.lowerBound : one.lexicographicallyPrecedes(other)
    }
    var episodes: [AlertEpisode] = []
    var last: [String] = []
    for alert in ordered {
      let rule = rules[alert.rule]
      let end = alert.seconds.upperBound
      let identity = AlertEpisode.identity(alert)
      if identity == last, let episode = episodes.last,
        alert.seconds.lowerBound - episode.end <= rule?.keepFiringSeconds ?? 0
      {
        episodes[episodes.count - 1].end = max(episode.end, end)
        episodes[episodes.count - 1].severity = max(episode.severity, alert.severity)
      } else {
        episodes.append(
          AlertEpisode(
            rule: alert.rule, severity: alert.severity, tenant: alert.tenant, code: alert.code,
            series: alert.series, start: alert.seconds.lowerBound, end: end,
            knownAt: end))
      }
      last = identity
    }
    return episodes.enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      return one.start != other.start ? one.start < other.start : left.offset < right.offset
    }.map(\.element)
  }

  private static func identity(_ alert: CaseAlert) -> [String] {
    [alert.rule, alert.tenant ?? "\u{0}", alert.code ?? "\u{0}", alert.series]
  }
}
