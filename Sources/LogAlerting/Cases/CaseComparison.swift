import LogModel

/// What came and was not expected, and what was expected and did not come.
package struct CaseComparison: Hashable, Sendable {
  package enum Difference: Hashable, Sendable {
    /// In one window, or in any when `start` is nil.
    case missing(ExpectedAlert, start: Int64?)
    case unexpected(CaseAlert)
  }

  /// By rule, so that what came instead of another stands beside it; then by time.
  package let differences: [Difference]

  package var isPassed: Bool { differences.isEmpty }

  /// Compares the alerts of a case with what it expects; `set` tells how long windows are.
  package init(_ theCase: RuleCase, alerts: [CaseAlert], rules set: RuleSet) {
    var windows: [String: Int64] = [:]
    for rule in set.rules { windows[rule.name] = rule.windowSeconds }
    var differences: [Difference] = []
    for expected in theCase.expected {
      let matching = alerts.filter { CaseComparison.matches($0, expected) }
      guard let span = expected.span else {
        if matching.isEmpty { differences.append(.missing(expected, start: nil)) }
        continue
      }
      let length = max(windows[expected.rule] ?? 60, 60)
      for start in stride(from: span.lowerBound, to: span.upperBound, by: Int(length))
      where !matching.contains(where: { $0.seconds.contains(start) }) {
        differences.append(.missing(expected, start: start))
      }
    }
    for alert in alerts
    where !theCase.expected.contains(where: { CaseComparison.matches(alert, $0) }) {
      differences.append(.unexpected(alert))
    }
    self.differences = differences.enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      if one.rule != other.rule { return one.rule < other.rule }
      return (one.start ?? .min, left.offset) < (other.start ?? .min, right.offset)
    }.map(\.element)
  }

  private static func matches(_ alert: CaseAlert, _ expected: ExpectedAlert) -> Bool {
    alert.rule == expected.rule
      && (expected.severity.map { $0 == alert.severity } ?? true)
      && (expected.tenant.map { $0 == alert.tenant } ?? true)
      && (expected.code.map { $0 == alert.code } ?? true)
      && (expected.span.map { $0.overlaps(alert.seconds) } ?? true)
  }
}

extension CaseComparison.Difference {
  package var rule: String {
    switch self {
    case .missing(let expected, _): expected.rule
    case .unexpected(let alert): alert.rule
    }
  }

  var start: Int64? {
    switch self {
    case .missing(_, let start): start
    case .unexpected(let alert): alert.seconds.lowerBound
    }
  }
}
