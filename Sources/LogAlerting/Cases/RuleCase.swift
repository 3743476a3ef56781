import LogModel

/// One case of a test of rules: records, and the alerts that must come of them.
package struct RuleCase: Hashable, Sendable {
  package var name: String
  package var place: RulePlace
  /// Lines of a log as they stand; nil when there are none.
  package var lines: String?
  /// Log files, as they are named in the case.
  package var files: [String]
  package var series: [CaseSeries]
  /// Empty when nothing may fire.
  package var expected: [ExpectedAlert]
}

/// Records that are made for a case: so many errors in each of some equal steps.
package struct CaseSeries: Hashable, Sendable {
  package var tenants: [String]
  /// Nil when there are no errors.
  package var code: String?
  package var method: String?
  /// The first step, in UTC seconds.
  package var start: Int64
  package var stepSeconds: Int64
  /// How many errors each step has.
  package var errors: [Int]
  /// How many normal records each step has beside them; as many steps as there are errors or more.
  package var normal: [Int]
  /// How many users share the errors of a step; nil when each error has a user of its own, and 0 when
  /// no record names one.
  package var users: Int?
}

/// An alert that a case waits for; what is nil may be anything.
package struct ExpectedAlert: Hashable, Sendable {
  package var rule: String
  package var severity: Severity?
  package var tenant: String?
  package var code: String?
  /// Every window of the rule that begins in it, in UTC seconds; one second stands for the window
  /// that holds it.
  package var span: Range<Int64>?
  package var place: RulePlace
}

/// An alert that came: one rule fired for one series in one window.
package struct CaseAlert: Hashable, Sendable {
  package var rule: String
  package var severity: Severity
  /// Nil when the rule does not tell tenants apart; `-` for an unknown tenant.
  package var tenant: String?
  package var code: String?
  /// What else its series is told apart by: `method=push`; empty for nothing.
  package var series: String
  /// `[start, end)` in UTC seconds: a window of the rule, or several where a spike was found in
  /// these together.
  package var seconds: Range<Int64>

  package init(
    rule: String, severity: Severity, tenant: String?, code: String?, series: String = "",
    seconds: Range<Int64>
  ) {
    self.rule = rule
    self.severity = severity
    self.tenant = tenant
    self.code = code
    self.series = series
    self.seconds = seconds
  }
}
