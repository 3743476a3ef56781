/// The event types of the provider's log that have to do with MFA.
///
/// Sources: auth0/auth0-log-schemas, `schemas/log-types`; Auth0 docs, log event type codes; for the
/// two oldest, auth0-extensions/auth0-log-extension-tools, `src/logTypes.js`.
package enum EventTypes {
  package static let all: [EventType] = [
    EventType("gd_start_auth", .neutral, "A second factor was asked for."),
    EventType("gd_auth_succeed", .success, "The second factor was accepted."),
    EventType(
      "gd_auth_failed", .failure,
      "The second factor was not accepted, for a wrong code or a fault of the system."),
    EventType(
      "gd_auth_rejected", .failure, method: "push", "The user refused a push notification."),
    EventType(
      "gd_otp_rate_limit_exceed", .failure, method: "otp",
      "The user typed more wrong codes than are allowed."),
    EventType("gd_recovery_succeed", .success, method: "recovery", "A recovery code was accepted."),
    EventType(
      "gd_recovery_failed", .failure, method: "recovery", "A recovery code was not accepted."),
    EventType(
      "gd_recovery_rate_limit_exceed", .failure, method: "recovery",
      "The user typed more wrong recovery codes than are allowed."),
    EventType("gd_send_pn", .success, method: "push", "A push notification was sent."),
    EventType(
      "gd_send_pn_failure", .failure, method: "push", "A push notification could not be sent."),
    EventType("gd_send_sms", .success, method: "sms", "A text message was sent."),
    EventType(
      "gd_send_sms_failure", .failure, method: "sms", "A text message could not be sent."),
    EventType("gd_send_voice", .success, method: "voice", "A call that tells a code was made."),
    EventType(
      "gd_send_voice_failure", .failure, method: "voice",
      "A call that tells a code could not be made."),
    EventType("gd_send_email", .success, method: "email", "A mail with a code was sent."),
    EventType(
      "gd_send_email_verification", .success, method: "email",
      "A mail that verifies an address was sent."),
    EventType(
      "gd_send_email_verification_failure", .failure, method: "email",
      "A mail that verifies an address could not be sent."),
    EventType(
      "gd_auth_email_verification", .success, method: "email", "A mail address was verified."),
    EventType(
      "gd_auth_fail_email_verification", .failure, method: "email",
      "A mail address could not be verified."),
    EventType("gd_start_enroll", .neutral, "The enrollment of a factor was started."),
    EventType(
      "gd_start_enroll_failed", .failure, "The enrollment of a factor could not be started."),
    EventType("gd_enrollment_complete", .success, "A factor was enrolled."),
    EventType("gd_unenroll", .neutral, "A device was removed from an account."),
    EventType("gd_update_device_account", .neutral, "The data of an enrolled device changed."),
    EventType("gd_tenant_update", .neutral, "An administrator changed the MFA settings."),
    EventType(
      "gd_webauthn_challenge_failed", .failure, method: "webauthn",
      "A login with a security key or platform authenticator failed or was cancelled."),
    EventType(
      "gd_webauthn_enrollment_failed", .failure, method: "webauthn",
      "A security key or platform authenticator could not be enrolled, or the user cancelled."),
    EventType("gd_module_switch", .neutral, "A factor was switched on or off (an old event)."),
    EventType("gd_user_delete", .neutral, "A user's enrollments were deleted (an old event)."),
    EventType("mfar", .neutral, "A login was told that it needs a second factor."),
    EventType(
      "feotpft", .failure,
      "A token was refused in exchange for a one-time password."),
    EventType(
      "feoobft", .failure, "A token was refused in exchange for a challenge out of band."),
    EventType(
      "fercft", .failure,
      "A token was refused in exchange for a recovery code."),
    EventType(
      "seotpft", .success, "A token was given in exchange for a one-time password."),
    EventType(
      "seoobft", .success, "A token was given in exchange for a challenge out of band."),
    EventType(
      "sercft", .success,
      "A token was given in exchange for a recovery code."),
  ]

  /// The index in `all` of a type, compared byte by byte; no `String`, no allocation.
  package static func index(ofUTF8 bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    unsafe names.value(of: bytes)
  }

  package static func index(of name: String) -> Int? { names.value(of: name) }

  package static func lookup(ofUTF8 bytes: UnsafeBufferPointer<UInt8>) -> EventType? {
    unsafe names.value(of: bytes).map { all[$0] }
  }

  /// What a type tells; nil when it has nothing to do with MFA.
  ///
  /// A `gd_` type that is not in the list is MFA and neutral: unknown is never taken for a failure.
  /// Called for every record of the provider; no `String`, no allocation.
  package static func outcome(ofUTF8 bytes: UnsafeBufferPointer<UInt8>) -> EventType.Outcome? {
    if let index = unsafe names.value(of: bytes) { return outcomes[index] }
    return unsafe isGuardian(bytes) ? .neutral : nil
  }

  /// Whether a type has to do with MFA: `gd_` and anything, or one of the list.
  package static func isMFA(ofUTF8 bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    unsafe outcome(ofUTF8: bytes) != nil
  }

  /// Whether a type is a failure by itself, whatever code stands in the event.
  package static func isFailure(ofUTF8 bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    unsafe outcome(ofUTF8: bytes) == .failure
  }

  private static let names = ByteNames(all.enumerated().map { (name: $1.name, value: $0) })
  private static let outcomes = all.map(\.outcome)

  private static func isGuardian(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    unsafe bytes.count >= 3 && bytes[0] == UInt8(ascii: "g") && bytes[1] == UInt8(ascii: "d")
      && bytes[2] == UInt8(ascii: "_")
  }
}
