import LogModel

/// The few ways in which words can stand out on a terminal; never the only carrier of a meaning.
package enum ANSIStyle {
  case plain
  case heading
  case secondary
  case critical
  case warning
  case unrecoverable
  case recoverable

  package init(_ severity: Severity?) {
    self =
      switch severity {
      case .critical: .critical
      case .warning: .warning
      case nil: .plain
      }
  }

  package init(_ level: RecoveryLevel?) {
    self =
      switch level {
      case .unrecoverable: .unrecoverable
      case .recoverable: .recoverable
      case .unknown, nil: .plain
      }
  }

  /// The parameters of the SGR sequence (ECMA-48, 8.3.117); empty for none.
  private var parameters: StaticString {
    switch self {
    case .plain: ""
    case .heading: "1"
    case .secondary: "2"
    // Both colours are set, so that the words can be read on dark and on light ground; yellow letters
    // alone vanish on white.
    case .critical: "1;37;41"
    case .warning: "30;43"
    case .unrecoverable: "31"
    case .recoverable: "32"
    }
  }

  /// What switches the style on; empty for `plain`.
  var start: String { self == .plain ? "" : "\u{1B}[\(parameters)m" }
  /// What switches it off.
  var end: String { self == .plain ? "" : "\u{1B}[0m" }

  /// The text in this style, or as it is without colour.
  package func applied(to text: String, usesColor: Bool) -> String {
    usesColor && !text.isEmpty ? start + text + end : text
  }
}
