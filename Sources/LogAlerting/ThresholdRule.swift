import LogModel

/// What has to be reached in one window so that a code of the catalogue needs somebody to look.
package struct ThresholdRule: Hashable, Sendable {
  /// What a condition counts, for one tenant and code in one window.
  package enum Metric: String, CaseIterable, Hashable, Sendable {
    /// Events.
    case count
    /// Distinct users; events where no record of the window names a user.
    case users
    /// The most events of one user; never reached where no record of the window names a user.
    case perUser = "per_user"
    /// Events over all error and normal records of the tenant.
    case share
  }

  package struct Condition: Hashable, Sendable {
    package var metric: Metric
    package var atLeast: DecimalThreshold

    package init(metric: Metric, atLeast: DecimalThreshold) {
      self.metric = metric
      self.atLeast = atLeast
    }

    package func holds(for observation: Observation) -> Bool {
      switch metric {
      case .count: atLeast.isReached(by: observation.count)
      case .users: atLeast.isReached(by: observation.users ?? observation.count)
      case .perUser: observation.perUser.map { atLeast.isReached(by: $0) } ?? false
      case .share: atLeast.isReached(by: observation.count, of: observation.records)
      }
    }
  }

  /// An index in `CodeCatalogue.entries`.
  package var catalogueIndex: Int
  package var severity: Severity
  /// All of them must hold; never empty.
  package var conditions: [Condition]
  /// Below a day; aligned to the epoch like all windows.
  package var windowSeconds: Int64
  /// The rule in its short notation: `critical:count>=1/5m`.
  package var text: String

  package init(
    catalogueIndex: Int, severity: Severity, conditions: [Condition], windowSeconds: Int64,
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
