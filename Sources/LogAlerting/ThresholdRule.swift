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
}
