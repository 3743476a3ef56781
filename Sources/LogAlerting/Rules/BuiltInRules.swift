import LogModel

/// The rules that hold when nobody brings any: a rule file like all others, made from the catalogue.
///
/// Where their numbers come from and what they find stands in `BuiltInRules.md`.
package enum BuiltInRules {
  /// What `--rules` calls them, and their places name as their file.
  package static let name = "builtin"

  /// The text of the file.
  package static let text = RuleFileText.text(of: set)

  /// The rules as they would be read from that text, which takes longer than all else at a start.
  package static let set = RuleSet(
    rules: RuleFileText.placed(thresholds + [outage] + spikes, file: name))

  /// The policies of the catalogue, one rule for each code and length of windows.
  private static var thresholds: [Rule] {
    var rules: [Rule] = []
    for (index, entry) in CodeCatalogue.entries.enumerated() {
      // A policy of our own that cannot be read is a bug that a test shows; a run goes on without it.
      let policies = (try? PolicyParser.rules(in: entry.defaultPolicy, catalogueIndex: index)) ?? []
      var ofCode: [(window: Int64, thresholds: RuleThresholds)] = []
      for policy in policies {
        // In the order in which a file is read.
        let conditions = RuleMetric.allCases.flatMap { metric in
          policy.conditions.filter { $0.metric == metric }
        }
        let place = ofCode.firstIndex {
          $0.window == policy.windowSeconds && $0.thresholds[policy.severity].isEmpty
        }
        if let place {
          ofCode[place].thresholds[policy.severity] = conditions
        } else {
          var thresholds = RuleThresholds()
          thresholds[policy.severity] = conditions
          ofCode.append((policy.windowSeconds, thresholds))
        }
      }
      for (number, part) in ofCode.enumerated() {
        let suffix = number == 0 ? "" : "_" + RuleDuration.text(part.window)
        rules.append(
          Rule(
            name: entry.code + suffix, kind: .threshold(part.thresholds),
            match: RuleMatch([.code: PatternList(included: [NamePattern(entry.code)])]),
            windowSeconds: part.window))
      }
    }
    return rules
  }

  /// For a delivery that fails everywhere and nowhere often: 150 tenants with three errors each.
  private static var outage: Rule {
    var thresholds = RuleThresholds()
    thresholds[.critical] = [
      RuleCondition(metric: .count, atLeast: DecimalThreshold(numerator: 50)),
      RuleCondition(metric: .share, atLeast: DecimalThreshold(numerator: 5, denominator: 100)),
    ]
    let codes = ["error_sending_sms", "error_sending_push_notification"].map { NamePattern($0) }
    return Rule(
      name: "delivery_outage", kind: .threshold(thresholds),
      match: RuleMatch([.code: PatternList(included: codes)]), by: [.code])
  }

  /// One for what users cannot mend by themselves, and one for everything.
  private static var spikes: [Rule] {
    let unrecoverable = PatternList(included: [NamePattern(RecoveryLevel.unrecoverable.name)])
    return [
      Rule(
        name: "spike_unrecoverable", kind: .spike(SpikePolicy(severity: .critical)),
        match: RuleMatch([.level: unrecoverable]), windowSeconds: 300),
      Rule(
        name: "spike", kind: .spike(SpikePolicy(severity: .warning)), windowSeconds: 300),
    ]
  }
}
