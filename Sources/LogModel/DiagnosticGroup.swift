/// What diagnostics are told and counted as: at most five of one group are shown, then how many more.
package enum DiagnosticGroup: UInt8, CaseIterable, Hashable, Sendable {
  /// An input that could not be opened, or not read to its end.
  case input
  case sameFile
  case malformed
  case oversized
  case cutBytes
  case ignoredElements
  case repaired
  /// Lines that were lost before they could be read.
  case gap
  /// What speaks of the whole run, and so comes once.
  case summary

  package init(of kind: Diagnostic.Kind) {
    switch kind {
    case .problem, .noFiles: self = .input
    case .sameFile: self = .sameFile
    case .rejected(.oversized, _): self = .oversized
    case .rejected: self = .malformed
    case .cutBytes: self = .cutBytes
    case .ignoredElements: self = .ignoredElements
    case .repaired: self = .repaired
    case .gap: self = .gap
    case .mostlyUntimed, .mostlyUntenanted, .noCode, .nothingRecognised, .assumedUTC, .aheadOfNow,
      .folded,
      .tooManyMalformed, .unbalanced:
      self = .summary
    }
  }
}
