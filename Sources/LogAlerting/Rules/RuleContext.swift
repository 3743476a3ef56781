import LogModel

/// What is needed of the world outside to understand rules.
package struct RuleContext: Sendable {
  /// The offsets of a zone of the IANA database; nil for a name that is not there.
  package var zone: @Sendable (String) -> TimeZoneRules?
  /// The zone of times that name none.
  package var localZone: TimeZoneRules
  /// What the user says about codes, over the catalogue.
  package var levels: [String: RecoveryLevel]

  package init(
    localZone: TimeZoneRules = .utc, levels: [String: RecoveryLevel] = [:],
    zone: @escaping @Sendable (String) -> TimeZoneRules? = { $0 == "UTC" ? .utc : nil }
  ) {
    self.zone = zone
    self.localZone = localZone
    self.levels = levels
  }
}
