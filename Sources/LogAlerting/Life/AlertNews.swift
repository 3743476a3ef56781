import LogModel

/// Gathers what is new and what to remember, incident by incident.
struct AlertNews {
  let rules: [Rule]
  let watermark: Watermark
  let horizon: Int64

  private(set) var alerts: [RememberedAlert] = []
  private(set) var transitions: [AlertTransition] = []

  init(rules: [Rule], watermark: Watermark, horizon: Int64) {
    self.rules = rules
    self.watermark = watermark
    self.horizon = horizon
  }

  /// Takes an incident of which nothing was told.
  ///
  /// One that is over already is told with its begin and its end, so that it does not show in how many
  /// runs it was seen. What was silenced from its first window to its last is not told at all.
  ///
  /// - Parameters:
  ///   - life: The incident.
  ///   - held: What fires behind it while it is not over.
  mutating func begin(_ life: IncidentLife, held: ArraySlice<IncidentLife>) {
    guard let incident = life.incident else { return }
    var alert = remembered(
      incident, life: life,
      telling: AlertTelling(
        at: clock(of: life), renotifySeconds: renotifySeconds(of: incident),
        severity: incident.severity, isProviderWide: incident.isProviderWide))
    tell(.firing, alert, incident: incident)
    if alert.state == .resolved {
      tell(.resolved, alert, told: incident.severity, incident: incident)
    } else {
      escalate(&alert, in: [life] + held)
    }
    alerts.append(alert)
  }

  /// Takes an incident that was told.
  mutating func follow(
    _ before: RememberedAlert, as life: IncidentLife, held: ArraySlice<IncidentLife>
  ) {
    var alert = current(before, life: life)
    switch (before.state != .resolved, alert.state != .resolved) {
    case (true, true): goOn(&alert, in: [life] + held)
    case (true, false): retell(.resolved, &alert, as: life)
    case (false, true):
      if life.level(closedBefore: watermark.closedBefore) == nil {
        // Only what is silenced goes on.
        alert.state = .resolved
      } else {
        alert.telling.renotifySeconds = usualRenotifySeconds(of: life, or: alert)
        revise(&alert, reason: .reopened, as: life)
      }
    case (false, false):
      if alert.severity != alert.telling.severity { revise(&alert, reason: .severity, as: life) }
    }
    alerts.append(alert)
  }

  /// Takes something that was told and is not among the incidents any more, or only silenced.
  mutating func lose(_ before: RememberedAlert, isSilenced: Bool) {
    var alert = before
    if before.seconds.upperBound <= horizon {
      // It is too old to be judged: what was told stands, and only the clock can end it.
      guard before.state != .resolved else { return }
      guard watermark.closedBefore >= before.clearsAt else {
        alert.state = watermark.closedBefore >= before.quietFrom ? .clearing : .firing
        alerts.append(alert)
        return
      }
      alert.state = .resolved
      tell(.resolved, alert, told: before.telling.severity)
      return
    }
    // Of what is over, nobody wants to know that it would not be told today.
    if isSilenced, before.state == .resolved { return }
    let isThere = rules.contains { $0.name == before.rule }
    alert.telling.revision += 1
    tell(
      .revised, alert, reasons: [isSilenced ? .silenced : isThere ? .withdrawn : .ruleGone],
      told: before.telling.severity)
  }

  /// What was open and is: worse than was told, milder, or told long ago.
  private mutating func goOn(_ alert: inout RememberedAlert, in lives: [IncidentLife]) {
    guard !escalate(&alert, in: lives), let last = lives.last else { return }
    let telling = alert.telling
    let severities = lives.compactMap(\.severity) + [alert.severity]
    if let severity = severities.max(), severity < telling.severity {
      revise(&alert, reason: .severity, as: lives[0])
    } else if clock(of: last) - telling.at >= telling.renotifySeconds, goesOn(lives) {
      let usual = usualRenotifySeconds(of: lives[0], or: alert)
      alert.telling.renotifySeconds = min(
        telling.renotifySeconds * 2, max(usual, AlertLifecycle.longestRenotifySeconds))
      retell(.repeated, &alert, as: last)
    }
  }

  /// Tells it when it is worse than was told, and says whether it is.
  @discardableResult
  private mutating func escalate(
    _ alert: inout RememberedAlert, in lives: [IncidentLife]
  ) -> Bool {
    let incidents = lives.filter { $0.incident != nil }
    let severity = incidents.compactMap(\.severity).max()
    let isWorse = severity.map { $0 > alert.telling.severity } ?? false
    let isWider = !alert.telling.isProviderWide && incidents.contains(where: \.isProviderWide)
    guard isWorse || isWider else { return false }
    let shown = incidents.first { isWorse ? $0.severity == severity : $0.isProviderWide }
    guard let worst = shown else { return false }
    let reasons: [AlertTransition.Reason] =
      (isWorse ? [.severity] : []) + (isWider ? [.providerWide] : [])
    alert.telling.renotifySeconds = usualRenotifySeconds(of: worst, or: alert)
    retell(.escalated, &alert, reasons: reasons, as: worst)
    return true
  }

  /// Only what really goes on is told again: not what may soon be over, and not what is silenced now.
  private func goesOn(_ lives: [IncidentLife]) -> Bool {
    let closed = watermark.closedBefore
    return lives.contains {
      $0.state(closedBefore: closed) == .firing && $0.level(closedBefore: closed) != nil
    }
  }

  private mutating func revise(
    _ alert: inout RememberedAlert, reason: AlertTransition.Reason, as life: IncidentLife
  ) {
    alert.telling.revision += 1
    retell(.revised, &alert, reasons: [reason], as: life)
  }

  /// Tells it as `life` is now, and notes that it was told so.
  private mutating func retell(
    _ kind: AlertTransition.Kind, _ alert: inout RememberedAlert,
    reasons: [AlertTransition.Reason] = [], as life: IncidentLife
  ) {
    let told = alert.telling.severity
    // What is held back is told in the place of the incident that it is behind.
    var shown = alert
    if life.seconds.lowerBound >= alert.clearsAt, let incident = life.incident {
      shown = remembered(incident, life: life, telling: alert.telling)
    }
    alert.telling.at = clock(of: life)
    alert.telling.severity =
      kind == .repeated || kind == .escalated ? max(told, shown.severity) : shown.severity
    alert.telling.isProviderWide =
      alert.telling.isProviderWide || shown.tenantCount > 1 || reasons.contains(.providerWide)
    shown.telling = alert.telling
    tell(kind, shown, reasons: reasons, told: told, incident: life.incident)
  }

  private mutating func tell(
    _ kind: AlertTransition.Kind, _ alert: RememberedAlert,
    reasons: [AlertTransition.Reason] = [], told: Severity? = nil, incident: Incident? = nil
  ) {
    transitions.append(
      AlertTransition(
        kind, reasons: reasons, at: watermark.latest?.seconds ?? alert.telling.at, alert: alert,
        toldSeverity: told, incident: incident))
  }
}

extension AlertNews {
  /// Before the first record that moves the clock there are only windows ahead of now.
  private func clock(of life: IncidentLife) -> Int64 {
    watermark.latest?.seconds ?? life.seconds.lowerBound
  }

  private func renotifySeconds(of incident: Incident) -> Int64 {
    rules[incident.rules[0]].renotifySeconds
  }

  private func usualRenotifySeconds(of life: IncidentLife, or alert: RememberedAlert) -> Int64 {
    life.incident.map(renotifySeconds) ?? alert.telling.renotifySeconds
  }

  private func remembered(
    _ incident: Incident, life: IncidentLife, telling: AlertTelling
  ) -> RememberedAlert {
    RememberedAlert(
      subject: life.subject, rule: rules[incident.rules[0]].name,
      state: life.state(closedBefore: watermark.closedBefore), severity: incident.severity,
      seconds: incident.seconds, quietFrom: life.quietFrom, clearsAt: life.clearsAt,
      count: incident.count, users: incident.users, peak: incident.peak,
      tenantCount: incident.tenants.count, tenant: incident.tenants.first?.name.text,
      telling: telling)
  }

  /// What was told with what is known now.
  private func current(_ before: RememberedAlert, life: IncidentLife) -> RememberedAlert {
    guard let incident = life.incident else {
      // All of it is silenced by now; what was told stands, and the clock goes on.
      var alert = before
      alert.state = life.state(closedBefore: watermark.closedBefore)
      alert.quietFrom = life.quietFrom
      alert.clearsAt = life.clearsAt
      return alert
    }
    var alert = remembered(incident, life: life, telling: before.telling)
    guard before.seconds.lowerBound < horizon else { return alert }
    // Its first windows are not judged any more: what was known of them is kept.
    let start = min(before.seconds.lowerBound, alert.seconds.lowerBound)
    alert.seconds = start..<alert.seconds.upperBound
    alert.severity = max(before.severity, alert.severity)
    alert.tenantCount = max(before.tenantCount, alert.tenantCount)
    alert.count = max(before.count, alert.count)
    if before.peak.count > alert.peak.count { alert.peak = before.peak }
    if let users = before.users, users.count > alert.users?.count ?? 0 { alert.users = users }
    return alert
  }
}

extension IncidentLife {
  fileprivate var severity: Severity? { incident?.severity }
  fileprivate var isProviderWide: Bool { incident?.isProviderWide ?? false }
}

extension Name {
  /// What it is called; nil for what is not known.
  fileprivate var text: String? {
    if case .named(let text) = self { text } else { nil }
  }
}
