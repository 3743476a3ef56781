import LogModel

extension MeasureRequest {
  /// What a rule needs counted.
  ///
  /// With `forAll` it also tells the windows in which the rule cannot fire, and all that is known.
  package init(_ rule: Rule, forAll: Bool = false) {
    self.init(match: rule.match, by: rule.by, windowSeconds: rule.windowSeconds)
    switch rule.kind {
    case .threshold(let thresholds):
      minCount = MeasureRequest.leastCount(of: thresholds)
      needsUsers = thresholds.metrics.contains(.users)
      needsPerUser = thresholds.metrics.contains(.perUser)
      needsRecords = thresholds.metrics.contains(.share)
    case .spike: needsUsers = true
    case .newCode(let policy): needsUsers = policy.minUsers > 1
    case .flatline: counted = .records
    }
    guard forAll else { return }
    minCount = 1
    needsUsers = true
    needsRecords = counted == .errors
  }

  /// No window with fewer errors can fire: users are never more than errors.
  private static func leastCount(of thresholds: RuleThresholds) -> Int {
    let least = [thresholds.warning, thresholds.critical].filter { !$0.isEmpty }.map { conditions in
      conditions.map { $0.metric == .share ? 1 : $0.atLeast.roundedUp }.max() ?? 1
    }
    return max(least.min() ?? 1, 1)
  }
}

extension DecimalThreshold {
  /// The smallest whole number that reaches it.
  var roundedUp: Int { Int(numerator / denominator) + (numerator % denominator == 0 ? 0 : 1) }

  /// As near as a binary fraction comes; for telling, never for deciding.
  package var approximate: Double { Double(numerator) / Double(denominator) }
}
