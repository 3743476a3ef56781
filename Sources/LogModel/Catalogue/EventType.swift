/// What is known about one event type of the provider's MFA log.
package struct EventType: Hashable, Sendable {
  /// What an event of the type says about the user's way through MFA.
  package enum Outcome: UInt8, CaseIterable, Hashable, Sendable {
    case neutral
    case success
    case failure

    package var name: String {
      switch self {
      case .neutral: "neutral"
      case .success: "success"
      case .failure: "failure"
      }
    }
  }

  /// As the logs write it: `gd_auth_failed`.
  package let name: String
  package let outcome: Outcome
  /// The factor that the type speaks of, in the words of `Method`; nil when it can be any.
  package let method: String?
  /// What happened, in one sentence.
  package let meaning: String

  package init(_ name: String, _ outcome: Outcome, method: String? = nil, _ meaning: String) {
    self.name = name
    self.outcome = outcome
    self.method = method
    self.meaning = meaning
  }
}
