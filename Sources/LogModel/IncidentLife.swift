/// An incident by all that is known now, from its first window to the second at which it is over.
///
/// A function of the counts alone: nothing in it depends on the runs in which they came.
package struct IncidentLife: Hashable, Sendable {
  package var subject: AlertSubject
  /// From the start of its first window to the end of its last, silenced ones too, in UTC seconds.
  package var seconds: Range<Int64>
  /// Once windows are closed up to here, there was one in which it could have fired and did not.
  package var quietFrom: Int64
  /// Once windows are closed up to here, it is over; never before `quietFrom`.
  package var clearsAt: Int64
  /// The same for what no silence holds back, by severity; nil for what never fired so.
  package var warnsUntil: Int64?
  package var criticalUntil: Int64?
  /// What no silence holds back; nil when all of it is silenced.
  package var incident: Incident?
  /// How many of its alerts silences hold back.
  package var silencedCount: Int

  package init(
    subject: AlertSubject, seconds: Range<Int64>, quietFrom: Int64, clearsAt: Int64,
    warnsUntil: Int64? = nil, criticalUntil: Int64? = nil, incident: Incident? = nil,
    silencedCount: Int = 0
  ) {
    self.subject = subject
    self.seconds = seconds
    self.quietFrom = quietFrom
    self.clearsAt = clearsAt
    self.warnsUntil = warnsUntil
    self.criticalUntil = criticalUntil
    self.incident = incident
    self.silencedCount = silencedCount
  }

  /// Where it is when windows are closed up to a UTC second.
  package func state(closedBefore: Int64) -> AlertState {
    if closedBefore >= clearsAt { return .resolved }
    return closedBefore >= quietFrom ? .clearing : .firing
  }

  /// How bad it is when windows are closed up to a UTC second: the worst severity that is not over and
  /// that no silence holds back.
  package func level(closedBefore: Int64) -> Severity? {
    if let criticalUntil, closedBefore < criticalUntil { return .critical }
    if let warnsUntil, closedBefore < warnsUntil { return .warning }
    return nil
  }
}
