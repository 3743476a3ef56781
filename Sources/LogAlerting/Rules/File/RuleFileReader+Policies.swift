import LogModel
import Yams

extension RuleFileReader {
  /// Reads the keys that only rules of one kind have.
  mutating func readPolicy(
    _ entries: NodeReader.Entries, of kind: RuleKindName, into draft: inout RuleDraft
  ) {
    switch kind {
    case .threshold:
      var thresholds = RuleThresholds()
      for severity in Severity.allCases {
        guard let node = entries[severity.name] else { continue }
        draft.written[severity.name] = RuleDraft.Written(text: nil, place: Place(node))
        thresholds[severity] = readConditions(node, key: severity.name)
      }
      draft.rule.kind = .threshold(thresholds)
    case .spike:
      var policy = SpikePolicy(severity: readSeverity(entries))
      if let count = readWhole("min_count", entries) { policy.minCount = count }
      if let users = readWhole("min_users", entries) { policy.minUsers = users }
      if let ratio = readRatio(entries) { policy.minRatio = ratio }
      if let budget = readBudget(entries) { policy.falseAlarms = budget }
      draft.rule.kind = .spike(policy)
    case .flatline:
      let learn = readDuration("learn", entries, into: &draft) ?? kind.learnSeconds
      draft.rule.kind = .flatline(
        FlatlinePolicy(
          severity: readSeverity(entries), learnSeconds: learn,
          minCount: readWhole("min_count", entries) ?? 1))
    case .newCode:
      let learn = readDuration("learn", entries, into: &draft) ?? kind.learnSeconds
      draft.rule.kind = .newCode(
        NewCodePolicy(
          severity: readSeverity(entries), learnSeconds: learn,
          minCount: readWhole("min_count", entries) ?? 1,
          minUsers: readWhole("min_users", entries) ?? 1))
    }
  }

  /// A warning unless it is given.
  private mutating func readSeverity(_ entries: NodeReader.Entries) -> Severity {
    let word = entries["severity"].flatMap { nodes.word(of: $0, key: "severity", .severity) }
    return Severity.allCases.first { $0.name == word } ?? .warning
  }

  private mutating func readWhole(_ key: String, _ entries: NodeReader.Entries) -> Int? {
    entries[key].flatMap { nodes.whole(of: $0, key: key) }
  }

  private mutating func readRatio(_ entries: NodeReader.Entries) -> DecimalThreshold? {
    guard let node = entries["min_ratio"], let text = nodes.text(of: node, key: "min_ratio") else {
      return nil
    }
    guard let ratio = DecimalThreshold(text) else {
      nodes.complain(.notANumber(text, key: "min_ratio"), at: node)
      return nil
    }
    if ratio.numerator < ratio.denominator { nodes.complain(.ratioBelowOne(text), at: node) }
    return ratio
  }

  /// `1/week`, `0.5/day`, `3/30d`.
  private mutating func readBudget(_ entries: NodeReader.Entries) -> FalseAlarmBudget? {
    guard let node = entries["false_alarms"],
      let text = nodes.text(of: node, key: "false_alarms")
    else { return nil }
    guard let budget = FalseAlarmBudget(text) else {
      nodes.complain(.notABudget(text), at: node)
      return nil
    }
    return budget
  }

  /// `{count: 5, share: 0.05}` or `count>=5&share>=0.05`.
  private mutating func readConditions(_ node: Node, key: String) -> [RuleCondition] {
    if node.scalar != nil { return readNotation(node, key: key) }
    guard node.mapping != nil else {
      nodes.complain(.wrongForm(key: key, wanted: .conditions), at: node)
      return []
    }
    let known = RuleMetric.allCases.map(\.rawValue)
    guard let entries = nodes.entries(of: node, key: key, known: known) else { return [] }
    if node.mapping?.isEmpty ?? false { nodes.complain(.emptyList(key: key), at: node) }
    var conditions: [RuleCondition] = []
    for metric in RuleMetric.allCases {
      guard let value = entries[metric.rawValue],
        let text = nodes.text(of: value, key: metric.rawValue)
      else { continue }
      do throws(PolicyError.Reason) {
        conditions.append(try NotationReader.condition(metric, number: text))
      } catch {
        nodes.complain(RuleFault.Reason(error, key: metric.rawValue), at: value)
      }
    }
    return conditions
  }

  private mutating func readNotation(_ node: Node, key: String) -> [RuleCondition] {
    guard let text = nodes.text(of: node, key: key) else { return [] }
    var reader = NotationReader(text, marks: ";:&/>=")
    do throws(PolicyError) {
      var conditions: [RuleCondition] = []
      repeat {
        let place = reader.position
        let condition = try reader.readCondition()
        guard !conditions.contains(where: { $0.metric == condition.metric }) else {
          throw PolicyError(.repeatedMetric(condition.metric.rawValue), byteOffset: place)
        }
        conditions.append(condition)
      } while reader.skip("&")
      guard reader.isAtEnd else { throw PolicyError(.trailingText, byteOffset: reader.position) }
      return conditions
    } catch {
      // Quotes and escapes shift places inside the value; its beginning is sure.
      nodes.complain(RuleFault.Reason(error.reason, key: key), at: node)
      return []
    }
  }
}

extension RuleFault.Reason {
  /// What is wrong with a condition, in the words of files where they have some.
  init(_ reason: PolicyError.Reason, key: String) {
    switch reason {
    case .notANumber(let text): self = .notANumber(text, key: key)
    case .notAWholeNumber(let text): self = .notAWholeNumber(text, key: key)
    case .notAShare(let text): self = .notAShare(text)
    default: self = .notation(reason)
    }
  }
}
