/// What sort of code a record bears.
@usableFromInline
package enum CodeKind: UInt8, CaseIterable, Hashable, Sendable {
  /// One of the 33 of the provider's list, or an alias of one.
  case guardian
  /// A failure type without a code, such as `gd_auth_failed`.
  case event
  /// A number from a third party, such as a carrier's 30007.
  case provider
  /// Any other string. Unknown is shown as unknown, never guessed.
  case other

  /// The word for it in every output and in `--where kind=`.
  package var name: String {
    switch self {
    case .guardian: "guardian"
    case .event: "event"
    case .provider: "provider"
    case .other: "other"
    }
  }
}

/// How the user who got a code can recover; never to be confused with a rule's severity.
package enum RecoveryLevel: UInt8, CaseIterable, Hashable, Sendable {
  /// The user can finish by an own action in the same sitting.
  case recoverable
  /// Repeating cannot help: somebody else must act, or the device must be enrolled anew.
  case unrecoverable
  /// The catalogue knows nothing about the code.
  case unknown

  /// The word for it in every output and in `--level`.
  package var name: String {
    switch self {
    case .recoverable: "recoverable"
    case .unrecoverable: "unrecoverable"
    case .unknown: "unknown"
    }
  }
}

/// How loudly a rule speaks; ordered, the worst last.
package enum Severity: UInt8, CaseIterable, Hashable, Comparable, Sendable {
  case warning
  case critical

  package var name: String { self == .critical ? "critical" : "warning" }

  package static func < (left: Severity, right: Severity) -> Bool {
    left.rawValue < right.rawValue
  }
}
