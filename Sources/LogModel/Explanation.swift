/// How one rule judged one series in one window, whether it fired or not.
package struct Explanation: Sendable {
  package enum Outcome: Hashable, Sendable {
    case fired(Severity)
    case silenced(Severity)
    /// It holds, but not for as long as `for` says.
    case pending
    case quiet
  }

  /// The number of the rule in its set.
  package var rule: Int
  package var key: SeriesKey
  package var seconds: Range<Int64>
  package var count: Int
  package var users: Int?
  package var records: Int?
  package var outcome: Outcome
  /// What every severity of the rule asks for.
  package var gates: [SeverityGates]
  package var forecast: Forecast?

  package init(
    rule: Int, key: SeriesKey, seconds: Range<Int64>, count: Int, users: Int?, records: Int?,
    outcome: Outcome, gates: [SeverityGates], forecast: Forecast? = nil
  ) {
    self.rule = rule
    self.key = key
    self.seconds = seconds
    self.count = count
    self.users = users
    self.records = records
    self.outcome = outcome
    self.gates = gates
    self.forecast = forecast
  }
}

/// What a severity asks for, and how far it was met.
package struct SeverityGates: Hashable, Sendable {
  package var severity: Severity
  package var gates: [Gate]

  package init(severity: Severity, gates: [Gate]) {
    self.severity = severity
    self.gates = gates
  }
}

/// Which series and window to explain.
package struct ExplanationQuestion: Hashable, Sendable {
  /// Nil for every tenant; `-` is also the unknown one.
  package var tenant: [UInt8]?
  package var code: [UInt8]?
  /// A UTC second; nil for the worst window of each series.
  package var second: Int64?

  package init(tenant: [UInt8]? = nil, code: [UInt8]? = nil, second: Int64? = nil) {
    self.tenant = tenant
    self.code = code
    self.second = second
  }

  package func asks(for key: SeriesKey) -> Bool {
    func fits(_ wanted: [UInt8]?, _ part: ReportKey) -> Bool {
      wanted.map { $0 == key.bytes(part) ?? $0 } ?? true
    }
    return fits(tenant, .tenant) && fits(code, .code)
  }
}
