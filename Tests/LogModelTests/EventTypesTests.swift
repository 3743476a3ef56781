import LogModel
import Testing

struct EventTypesTests {
  @Test func `the failure types are these and no others`() {
    #expect(
      EventTypes.all.filter { $0.outcome == .failure }.map(\.name).sorted() == [
        "feoobft", "feotpft", "fercft", "gd_auth_fail_email_verification", "gd_auth_failed",
        "gd_auth_rejected", "gd_otp_rate_limit_exceed", "gd_recovery_failed",
        "gd_recovery_rate_limit_exceed", "gd_send_email_verification_failure",
        "gd_send_pn_failure", "gd_send_sms_failure", "gd_send_voice_failure",
        "gd_start_enroll_failed", "gd_webauthn_challenge_failed", "gd_webauthn_enrollment_failed",
      ])
  }

  @Test func `the successes are these and no others`() {
    #expect(
      EventTypes.all.filter { $0.outcome == .success }.map(\.name).sorted() == [
        "gd_auth_email_verification", "gd_auth_succeed", "gd_enrollment_complete",
        "gd_recovery_succeed", "gd_send_email", "gd_send_email_verification", "gd_send_pn",
        "gd_send_sms", "gd_send_voice", "seoobft", "seotpft", "sercft",
      ])
  }

  @Test(arguments: [
    ("gd_auth_failed", EventType.Outcome.failure), ("gd_auth_succeed", .success),
    ("gd_start_auth", .neutral), ("gd_tenant_update", .neutral), ("gd_module_switch", .neutral),
    ("mfar", .neutral), ("feotpft", .failure), ("seotpft", .success), ("sercft", .success),
    // Not in the list, yet MFA by its beginning; unknown is no failure.
    ("gd_something_new_failed", .neutral), ("gd_", .neutral),
  ])
  func `an MFA type has an outcome`(name: String, outcome: EventType.Outcome) {
    unsafe Array(name.utf8).withUnsafeBufferPointer { bytes in
      #expect(unsafe EventTypes.outcome(ofUTF8: bytes) == outcome)
      #expect(unsafe EventTypes.isMFA(ofUTF8: bytes))
      #expect(unsafe EventTypes.isFailure(ofUTF8: bytes) == (outcome == .failure))
    }
  }

  @Test(arguments: [
    "", "g", "gd", "gdx", "GD_AUTH_FAILED", "s", "f", "fp", "sapi", "limit_phone", "api_limit",
    "mfa", "mfarx", "feotpf", "seccft", "fn", "my_account_authentication_method_failed",
  ])
  func `any other type has nothing to do with MFA`(name: String) {
    unsafe Array(name.utf8).withUnsafeBufferPointer { bytes in
      #expect(unsafe EventTypes.outcome(ofUTF8: bytes) == nil)
      #expect(unsafe !EventTypes.isMFA(ofUTF8: bytes))
      #expect(unsafe !EventTypes.isFailure(ofUTF8: bytes))
      #expect(unsafe EventTypes.index(ofUTF8: bytes) == nil)
    }
  }

  @Test func `every type of the list is found by its bytes`() {
    for (index, type) in EventTypes.all.enumerated() {
      unsafe Array(type.name.utf8).withUnsafeBufferPointer { bytes in
        #expect(unsafe EventTypes.index(ofUTF8: bytes) == index)
        #expect(unsafe EventTypes.lookup(ofUTF8: bytes) == type)
        #expect(unsafe EventTypes.outcome(ofUTF8: bytes) == type.outcome)
      }
      #expect(EventTypes.index(of: type.name) == index)
      #expect(isOneSentence(type.meaning), "\(type.name)")
    }
    #expect(Set(EventTypes.all.map(\.name)).count == 36)
  }

  @Test(arguments: [
    ("gd_send_pn_failure", "push"), ("gd_auth_rejected", "push"), ("gd_send_sms", "sms"),
    ("gd_send_voice_failure", "voice"), ("gd_recovery_failed", "recovery"),
    ("gd_send_email", "email"), ("gd_webauthn_challenge_failed", "webauthn"),
    ("gd_otp_rate_limit_exceed", "otp"),
  ])
  func `a type that speaks of one method names it`(name: String, method: String) throws {
    let index = try #require(EventTypes.index(of: name))
    #expect(EventTypes.all[index].method == method)
    #expect(Method.normalised(method) == method)
  }

  @Test(arguments: ["gd_auth_failed", "gd_start_enroll", "mfar", "feotpft"])
  func `a type that can be of any method names none`(name: String) throws {
    let index = try #require(EventTypes.index(of: name))
    #expect(EventTypes.all[index].method == nil)
  }
}
