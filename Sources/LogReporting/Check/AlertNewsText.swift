import LogModel

/// What is new, as it is told in a mail: which transitions, and the line that sums them up.
struct AlertNewsText {
  let report: CheckReport
  /// The most urgent first.
  let news: [AlertTransitionText]

  init(_ transitions: [AlertTransition], in report: CheckReport) {
    self.report = report
    // What began and is over is told once.
    let past = Set(
      transitions.filter { $0.kind == .firing && $0.alert.state == .resolved }.map(\.alert))
    news = transitions.filter { $0.kind != .firing || !past.contains($0.alert) }.map {
      AlertTransitionText(
        transition: $0, report: report,
        isFirst: $0.kind == .firing || $0.kind == .resolved && past.contains($0.alert))
    }
  }

  /// Fit for the subject of a mail; nil when there is nothing to tell.
  var subject: String? {
    guard let first = news.first else { return obstacles }
    let more = news.count - 1
    let tail =
      first.rest + (more > 0 ? "; \(HumanNumber.grouped(more)) more" : "")
      + (report.obstacles.isEmpty ? "" : "; not all judged")
    let head = first.head + ": "
    return head
      + SubjectLine.fitted(
        title: first.title, place: first.place, tail: tail,
        into: SubjectLine.mostColumns - head.utf8.count)
  }

  /// What fires is known, and that it could not judge is not.
  private var obstacles: String? {
    guard !report.obstacles.isEmpty else { return nil }
    let isKnown = report.status != .unknown
    let head = report.status.name + ": " + (isKnown ? "not all judged: " : "")
    return head
      + SubjectLine.cut(
        ObstacleText.words(for: report.obstacles),
        to: SubjectLine.mostColumns - head.utf8.count)
  }
}

/// The words about one transition, in ASCII; names are made safe and short.
struct AlertTransitionText {
  let transition: AlertTransition
  let report: CheckReport
  /// Whether nothing was told of the incident before.
  let isFirst: Bool

  private var alert: RememberedAlert { transition.alert }

  /// Nil when the incident cannot be seen any more.
  var words: IncidentText? {
    transition.incident.map { IncidentText(incident: $0, rules: report.rules) }
  }

  /// `FIRING CRITICAL`, `RESOLVED`: what needs nobody any more has no severity.
  var head: String {
    let kind = transition.kind.rawValue.uppercased()
    return alert.state == .resolved || transition.isWithdrawn
      ? kind : "\(kind) \(alert.severity.name.uppercased())"
  }

  var title: String {
    words?.title ?? alert.subject.key.name(.code).map(IncidentText.name)
      ?? IncidentText.text(alert.rule)
  }

  var place: String? {
    if let words { return words.place }
    switch alert.tenantCount {
    case 0: return nil
    case 1: return IncidentText.name(alert.tenant.map { .named($0) } ?? .unknown)
    default: return HumanNumber.counted(alert.tenantCount, "tenant")
    }
  }

  /// What follows title and place in a subject: `, 26 errors in 45 min`.
  var rest: String {
    let size = words?.size ?? HumanNumber.counted(alert.count, "error")
    switch transition.kind {
    case .firing, .escalated, .repeated: return ", " + size
    case .resolved:
      let isSilence = words?.rule.kind == .flatline
      return ", \(size)" + (isSilence ? "" : " in \(IncidentText.duration(alert.seconds))")
    case .revised:
      guard let reason = transition.reasons.first else { return ", " + size }
      switch reason {
      case .reopened: return " goes on, " + size
      case .withdrawn: return " did not fire"
      case .ruleGone: return " has no rule any more"
      case .silenced: return " is silenced"
      case .severity, .providerWide: return ", " + size
      }
    }
  }

  /// What changed, in a sentence; nil where the kind says it all.
  var change: String? {
    let now = alert.severity.name
    let told = transition.toldSeverity.map(\.name) ?? now
    let sentences = transition.reasons.map { reason in
      switch reason {
      case .severity: "was told as \(told), is \(now)"
      case .providerWide:
        "was told of one tenant, is of \(HumanNumber.grouped(transition.incident?.tenants.count ?? alert.tenantCount))"
      case .reopened: "was told to be over, and is not by what is known now"
      case .withdrawn: "was told as \(told), and did not fire by what is known now"
      case .ruleGone:
        "was told as \(told); there is no rule \(IncidentText.text(alert.rule)) any more"
      case .silenced: "was told as \(told); all that is left of it is silenced"
      }
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: "; ")
  }

  /// Its errors and users, where nothing more is known.
  var size: String {
    let users = alert.users.map { ", " + HumanNumber.countedUsers($0) } ?? ""
    let peak = alert.peak
    let worst =
      peak.count < alert.count
      ? ", \(HumanNumber.grouped(peak.count)) in the worst \(IncidentText.duration(peak.seconds))"
      : ""
    return HumanNumber.counted(alert.count, "error") + users + worst
  }

  /// Of what is over and was told before, nobody needs to be told what to do.
  var isOver: Bool { alert.state == .resolved && !isFirst }
}
