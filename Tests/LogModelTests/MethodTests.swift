import LogModel
import Testing

struct MethodTests {
  @Test(arguments: [
    ("totp", "otp"), ("otp", "otp"), ("pn", "push"), ("push-notification", "push"),
    ("push", "push"), ("recovery-code", "recovery"), ("webauthn-roaming", "webauthn"),
    ("webauthn-platform", "webauthn"), ("webauthn", "webauthn"), ("phone", "sms"), ("sms", "sms"),
    ("voice", "voice"), ("email", "email"), ("Carrier pigeon", "Carrier pigeon"), ("", ""),
  ])
  func `the spellings of a method become one`(word: String, normal: String) {
    #expect(Method.normalised(word) == normal)
  }
}
