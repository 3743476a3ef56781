import LogModel

/// What somebody wants to be told of: which errors, counted how, and how bad they must be.
package struct Rule: Hashable, Sendable {
  /// What is looked for in the counts.
  package enum Kind: Hashable, Sendable {
    /// Numbers that are reached.
    case threshold(RuleThresholds)
    /// Far more than there usually are.
    case spike(SpikePolicy)
    /// A tenant that logged and does not any more.
    case flatline(FlatlinePolicy)
    /// A code that a tenant did not have before.
    case newCode(NewCodePolicy)
  }

  /// Unique in its set, and what alerts are known by.
  package var name: String
  package var kind: Kind
  package var match: RuleMatch
  /// What its series are told apart by, in the order of the columns; never `window`.
  ///
  /// Without `code`, all codes that match are counted together. A flatline has only `tenant` or
  /// nothing here.
  package var by: [ReportKey]
  /// Whole minutes that divide a day; windows are aligned to the UTC epoch.
  package var windowSeconds: Int64
  /// How long it must hold before it fires; 0 or a multiple of the window.
  package var forSeconds: Int64
  /// How long it must not hold before it is resolved; 0 or a multiple of the window.
  package var keepFiringSeconds: Int64
  /// How long it fires before it is told again; positive.
  package var renotifySeconds: Int64
  /// Where to read what to do.
  package var runbook: String?
  /// Where it stands; nil for one that stands in no file.
  package var place: RulePlace?

  /// The usual: by tenant and code in windows of 15 minutes, told at once and again after 4 hours.
  ///
  /// A nil for `keepFiringSeconds` is one window.
  package init(
    name: String, kind: Kind, match: RuleMatch = RuleMatch(), by: [ReportKey] = [.tenant, .code],
    windowSeconds: Int64 = 900, forSeconds: Int64 = 0, keepFiringSeconds: Int64? = nil,
    renotifySeconds: Int64 = 14_400, runbook: String? = nil, place: RulePlace? = nil
  ) {
    self.name = name
    self.kind = kind
    self.match = match
    self.by = by
    self.windowSeconds = windowSeconds
    self.forSeconds = forSeconds
    self.keepFiringSeconds = keepFiringSeconds ?? windowSeconds
    self.renotifySeconds = renotifySeconds
    self.runbook = runbook
    self.place = place
  }

  /// The severities with which it can fire, the worst last.
  package var severities: [Severity] {
    switch kind {
    case .threshold(let thresholds): Severity.allCases.filter { !thresholds[$0].isEmpty }
    case .spike(let policy): [policy.severity]
    case .flatline(let policy): [policy.severity]
    case .newCode(let policy): [policy.severity]
    }
  }

  /// What a threshold rule asks for in the short notation: `critical:count>=1/5m`; empty for others.
  package func notation(_ severity: Severity) -> String {
    guard case .threshold(let thresholds) = kind else { return "" }
    let conditions = thresholds[severity].map { "\($0.metric.rawValue)>=\($0.atLeast.text)" }
    return
      "\(severity.name):\(conditions.joined(separator: "&"))/\(RuleDuration.text(windowSeconds))"
  }
}

/// Where a rule stands in a file; both are counted from 1.
package struct RulePlace: Hashable, Sendable {
  package var file: String
  package var line: Int
  package var column: Int

  package init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }
}
