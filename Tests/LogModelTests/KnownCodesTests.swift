import LogModel
import Testing

struct KnownCodesTests {
  @Test func `the codes outside the 33 are these`() {
    #expect(
      CodeCatalogue.knownCodes.map(\.code).sorted() == [
        "connection_error", "credentials_expired", "device_account_not_found",
        "enrollment_not_found", "global_transaction_expired", "guardian_invalid_nonce",
        "guardian_invalid_token", "invalid_challenge", "invalid_dpop_assertion",
        "invalid_login_token_status", "invalid_state", "login_rejected",
        "login_token_invalid_signature", "login_token_transaction_expired",
        "no_public_key_available", "polling-interval-exceeded", "push_notification_not_configured",
        "sms_not_configured", "socket_error", "socket_unauthorized", "too-many-email",
        "too-many-push", "too-many-sms", "too-many-voice", "transaction-not-found",
        "unexpected_input", "user-already-enrolled",
      ])
  }

  @Test func `each has one sentence and an origin, and none is one of the 33`() {
    for known in CodeCatalogue.knownCodes {
      #expect(isOneSentence(known.meaning), "\(known.code)")
      #expect(!known.origin.isEmpty)
      #expect(CodeCatalogue.index(of: known.code) == nil, "\(known.code)")
    }
  }
}
