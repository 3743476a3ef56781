/// The words for the ways of a second factor, normalised over all spellings of the logs.
package enum Method {
  /// The normal spelling of a method; other words stay as they are written.
  ///
  /// `totp` is `otp`, `pn` and `push-notification` are `push`, `recovery-code` is `recovery`,
  /// `webauthn-roaming` and its kin are `webauthn`, `phone` is `sms`.
  package static func normalised(_ word: String) -> String {
    switch word {
    case "totp": "otp"
    case "pn", "push-notification": "push"
    case "recovery-code": "recovery"
    case "phone": "sms"
    default: word.hasPrefix("webauthn-") ? "webauthn" : word
    }
  }
}
