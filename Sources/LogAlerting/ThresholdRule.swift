import LogModel

/// What has to be reached in one window so that a code of the catalogue needs somebody to look.
package struct ThresholdRule: Hashable, Sendable {
  /// An index in `CodeCatalogue.entries`.
  package var catalogueIndex: Int
  package var severity: Severity
  /// All of them must hold; never empty.
  package var conditions: [RuleCondition]
  /// Below a day; aligned to the epoch like all windows.
  package var windowSeconds: Int64
  /// The rule in its short notation: `critical:count>=1/5m`.
  package var text: String

  package init(
    catalogueIndex: Int, severity: Severity, conditions: [RuleCondition], windowSeconds: Int64,
    text: String
  ) {
    self.catalogueIndex = catalogueIndex
    self.severity = severity
    self.conditions = conditions
    self.windowSeconds = windowSeconds
    self.text = text
  }

  /// Whether the rule speaks of what was observed: the same code in windows of the same length.
  package func applies(to observation: Observation) -> Bool {
    observation.catalogueIndex == catalogueIndex
      && observation.windowEnd - observation.windowStart == windowSeconds
  }

  package func isBroken(by observation: Observation) -> Bool {
    applies(to: observation) && conditions.allSatisfy { $0.holds(for: observation) }
  }

  /// What has to be counted for this rule alone.
  package var request: ObservationRequest {
    ObservationRequest(
      catalogueIndex: catalogueIndex, windowSeconds: windowSeconds,
      needsUsers: conditions.contains { $0.metric == .users },
      needsPerUser: conditions.contains { $0.metric == .perUser })
  }
}

extension RuleCondition {
  package func holds(for observation: Observation) -> Bool {
    holds(
      count: observation.count, users: observation.users, perUser: observation.perUser,
      records: observation.records)
  }
}
