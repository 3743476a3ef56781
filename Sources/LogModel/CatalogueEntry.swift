/// What is known about one code of the provider's list.
package struct CatalogueEntry: Hashable, Sendable {
  /// What has to happen so that the user can finish.
  package enum Remedy: String, CaseIterable, Hashable, Sendable {
    case userRetry = "user_retry"
    case userAction = "user_action"
    case adminAction = "admin_action"
    case operatorAction = "operator_action"
    case clientBug = "client_bug"
  }

  /// How far the trouble reaches.
  package enum Scope: String, CaseIterable, Hashable, Sendable {
    case user
    case tenant
    case client
    case global
  }

  /// The code as the logs write it.
  package let code: String
  /// What it means, in one sentence.
  package let meaning: String
  /// As the catalogue has it; a configuration file can override it.
  package let level: RecoveryLevel
  /// Who or what can mend it ("class" in every output).
  package let remedy: Remedy
  package let category: String
  /// `push`, `sms`, `otp`, `recovery` or `any`.
  package let channel: String
  package let scope: Scope
  /// `429` on public evidence, `~500` inferred, `none` for an error that never leaves the client.
  package let httpStatus: String
  /// The built-in rules in their short notation: `info;warning:users>=5/1h`.
  package let defaultPolicy: String
  /// Who must act and how, in one or two sentences.
  package let advice: String
  /// Why it is judged so, with the source.
  package let source: String

  package init(
    code: String, meaning: String, level: RecoveryLevel, remedy: Remedy, category: String,
    channel: String, scope: Scope, httpStatus: String, defaultPolicy: String, advice: String,
    source: String
  ) {
    self.code = code
    self.meaning = meaning
    self.level = level
    self.remedy = remedy
    self.category = category
    self.channel = channel
    self.scope = scope
    self.httpStatus = httpStatus
    self.defaultPolicy = defaultPolicy
    self.advice = advice
    self.source = source
  }
}
