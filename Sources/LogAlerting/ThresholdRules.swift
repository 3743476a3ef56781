import LogModel

/// All threshold rules of a run: what they need counted, and what they say of the counts.
package struct ThresholdRules: Hashable, Sendable {
  package let rules: [ThresholdRule]

  package init(rules: [ThresholdRule]) { self.rules = rules }

  /// The threshold rules of a set that speak of codes of the catalogue by tenant and code.
  package init(_ set: RuleSet) {
    var rules: [ThresholdRule] = []
    for rule in set.rules {
      guard case .threshold(let thresholds) = rule.kind, rule.by == [.tenant, .code] else {
        continue
      }
      for (index, entry) in CodeCatalogue.entries.enumerated()
      where rule.match.accepts(entry.code, as: .code) {
        for severity in rule.severities {
          rules.append(
            ThresholdRule(
              catalogueIndex: index, severity: severity, conditions: thresholds[severity],
              windowSeconds: rule.windowSeconds, text: rule.notation(severity)))
        }
      }
    }
    self.init(rules: rules)
  }

  /// What has to be counted: one request for each code and window, by code and then by window.
  package var requests: [ObservationRequest] {
    var merged: [ObservationRequest] = []
    for request in rules.map(\.request).sorted(by: ThresholdRules.isOrdered) {
      if let last = merged.indices.last, merged[last].catalogueIndex == request.catalogueIndex,
        merged[last].windowSeconds == request.windowSeconds
      {
        merged[last].needsUsers = merged[last].needsUsers || request.needsUsers
        merged[last].needsPerUser = merged[last].needsPerUser || request.needsPerUser
      } else {
        merged.append(request)
      }
    }
    return merged
  }

  /// Every rule that was broken, with the observation that broke it; the worst first.
  ///
  /// Verdicts of one severity stand in the order of their windows, then of tenants and codes as they
  /// are numbered, then of the rules. One observation can bring a warning and a critical one.
  package func verdicts(for observations: [Observation]) -> [Verdict] {
    var rulesOfCode: [Int: [Int]] = [:]
    for (index, rule) in rules.enumerated() {
      rulesOfCode[rule.catalogueIndex, default: []].append(index)
    }
    var broken: [(rule: Int, observation: Observation)] = []
    for observation in observations {
      for index in rulesOfCode[observation.catalogueIndex] ?? []
      where rules[index].isBroken(by: observation) {
        broken.append((rule: index, observation: observation))
      }
    }
    let ordered = broken.sorted { left, right in
      let severities = (rules[left.rule].severity, rules[right.rule].severity)
      guard severities.0 == severities.1 else { return severities.0 > severities.1 }
      return ThresholdRules.place(left) < ThresholdRules.place(right)
    }
    return ordered.map { rule, observation in
      Verdict(
        severity: rules[rule].severity, observation: observation, rule: rules[rule].text)
    }
  }

  private static func isOrdered(_ left: ObservationRequest, _ right: ObservationRequest) -> Bool {
    (left.catalogueIndex, left.windowSeconds) < (right.catalogueIndex, right.windowSeconds)
  }

  private static func place(
    _ broken: (rule: Int, observation: Observation)
  ) -> (Int64, Int64, Int, Int, Int) {
    let observation = broken.observation
    return (
      observation.windowStart, observation.windowEnd, observation.tenant,
      observation.catalogueIndex, broken.rule
    )
  }
}
