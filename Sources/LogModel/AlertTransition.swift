/// One thing that is new about an incident, to be told once.
package struct AlertTransition: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// It has begun.
    case firing
    /// It is worse than was told.
    case escalated
    /// Late data, or other rules, say something else than was told.
    case revised
    /// It goes on, and was last told long ago.
    case repeated = "repeat"
    /// Enough windows have passed in which it did not fire.
    case resolved
  }

  /// Why it is escalated or revised.
  package enum Reason: String, CaseIterable, Hashable, Sendable {
    /// Another severity than was told.
    case severity
    /// More than one tenant, where one was told.
    case providerWide = "provider_wide"
    /// It was told to be over and is not.
    case reopened
    /// By what is known now it never fired.
    case withdrawn
    /// There is no rule of its name any more.
    case ruleGone = "rule_gone"
    /// All that is left of it is silenced now.
    case silenced
  }

  package var kind: Kind
  /// In the order of `Reason`; empty for other kinds than `escalated` and `revised`.
  package var reasons: [Reason]
  /// The time of the events when it is told, in UTC seconds.
  package var at: Int64
  /// As it is remembered now; what is withdrawn, as it was.
  package var alert: RememberedAlert
  /// The severity that was told before; nil for what is told the first time.
  package var toldSeverity: Severity?
  /// All that is known of it; nil for what can no longer be seen in the counts.
  package var incident: Incident?

  package init(
    _ kind: Kind, reasons: [Reason] = [], at: Int64, alert: RememberedAlert,
    toldSeverity: Severity? = nil, incident: Incident? = nil
  ) {
    self.kind = kind
    self.reasons = reasons
    self.at = at
    self.alert = alert
    self.toldSeverity = toldSeverity
    self.incident = incident
  }

  /// Whether what was told is taken back, so that it is told and remembered no more.
  package var isWithdrawn: Bool {
    reasons.contains { $0 == .withdrawn || $0 == .ruleGone || $0 == .silenced }
  }
}
