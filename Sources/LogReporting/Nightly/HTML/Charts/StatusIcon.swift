import LogModel

/// A shape for a status, so that it can be told without colour; the word stands beside it.
enum StatusIcon {
  static func markup(_ status: CheckStatus) -> String {
    """
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d="\(shape(status))"/>\
    <path class="sign" d="\(sign(status))"/></svg>
    """
  }

  static func markup(_ severity: Severity) -> String {
    markup(severity == .critical ? CheckStatus.critical : .warning)
  }

  private static func shape(_ status: CheckStatus) -> String {
    switch status {
    // An octagon, a triangle, a circle, a diamond.
    case .critical: "M6 1h8l5 5v8l-5 5h-8l-5-5v-8z"
    case .warning: "M10 1.5l9 16.5h-18z"
    case .ok: "M10 1a9 9 0 1 0 .01 0z"
    case .unknown: "M10 .5l9.5 9.5l-9.5 9.5l-9.5-9.5z"
    }
  }

  private static func sign(_ status: CheckStatus) -> String {
    switch status {
    case .critical: "M10 5v6M10 13.6v1.6"
    case .warning: "M10 7v5M10 14v1.6"
    case .ok: "M6 10.3l2.8 2.8l5.2-6"
    case .unknown: "M7.8 8a2.3 2.3 0 1 1 2.9 2.2q-.7.3-.7 1.6M10 13.4v1.4"
    }
  }
}
