import LogModel

/// The codes of the provider's list, and which words mean what, as the reference knows them.
enum ReferenceCodes {
  /// The 33 with their channel; nil for any.
  static let channels: [(code: String, channel: String?)] = [
    ("invalid_token", nil),
    ("insufficient_scope", nil),
    ("invalid_bearer_format", nil),
    ("enrollment_conflict", nil),
    ("tenant_not_found", nil),
    ("login_transaction_not_found", nil),
    ("error_sending_push_notification", "push"),
    ("push_notification_wrong_credentials", "push"),
    ("invalid_otp", "otp"),
    ("invalid_recovery_code", "recovery"),
    ("invalid_body", nil),
    ("invalid_query_string", nil),
    ("enrollment_transaction_not_found", nil),
    ("invalid_phone_number", "sms"),
    ("error_sending_sms", "sms"),
    ("feature_disabled", nil),
    ("feature_disabled_by_admin", nil),
    ("pn_endpoint_disabled", "push"),
    ("too_many_sms", "sms"),
    ("too_many_pn", "push"),
    ("too_many_sms_per_tenant", "sms"),
    ("too_many_pn_per_tenant", "push"),
    ("field_required", nil),
    ("method_not_found", nil),
    ("no_method_available", nil),
    ("enrollment_method_disabled", nil),
    ("auth_method_disabled", nil),
    ("invalid_otp_format", "otp"),
    ("invalid_recovery_code_format", "recovery"),
    ("transaction_expired", nil),
    ("already_enrolled", nil),
    ("not_enrolled", nil),
    ("invalid_enrollment", nil),
  ]

  /// Other spellings of a code.
  static let aliases = ["device_account_conflict": "enrollment_conflict"]

  /// The code that a text is, aliases resolved; nil when it is none of the 33.
  static func guardian(_ text: [UInt8]) -> [UInt8]? {
    let word = String(decoding: text, as: UTF8.self)
    let code = aliases[word] ?? word
    return channels.contains { $0.code == code } ? Array(code.utf8) : nil
  }

  static func channel(of code: [UInt8]) -> String? {
    channels.first { Array($0.code.utf8) == code }?.channel
  }

  /// The code that stands in a text as a word of its own; the longest code comes first.
  static func search(_ text: [UInt8]) -> [UInt8]? {
    let longestFirst = channels.map { Array($0.code.utf8) }.sorted { $0.count > $1.count }
    return longestFirst.first { contains($0, in: text) }
  }

  private static func contains(_ code: [UInt8], in text: [UInt8]) -> Bool {
    guard code.count <= text.count else { return false }
    return (0...text.count - code.count).contains { start in
      let end = start + code.count
      return Array(text[start..<end]) == code
        && (start == 0 || !isWordByte(text[start - 1]))
        && (end == text.count || !isWordByte(text[end]))
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// What a code outside the list is.
  static func foreignKind(_ value: ReferenceJSON) -> CodeKind {
    switch value {
    case .number: .provider
    case .string(let text): text.allSatisfy(ReferenceScanner.isDigit) ? .provider : .other
    case .null, .bool, .array, .object: .other
    }
  }

  /// Types of events that tell a failure even without a code.
  static let failureTypes: Set<String> = [
    "gd_auth_failed", "gd_auth_rejected", "gd_otp_rate_limit_exceed", "gd_recovery_failed",
    "gd_recovery_rate_limit_exceed", "gd_send_pn_failure", "gd_send_sms_failure",
    "gd_send_voice_failure", "gd_send_email_verification_failure",
    "gd_auth_fail_email_verification", "gd_start_enroll_failed", "gd_webauthn_challenge_failed",
    "gd_webauthn_enrollment_failed", "feotpft", "feoobft", "fercft",
  ]

  /// Whether events of this type have to do with a second factor.
  static func isSecondFactor(_ type: String) -> Bool {
    let others = ["mfar", "feotpft", "feoobft", "fercft", "seotpft", "seoobft", "sercft"]
    return type.hasPrefix("gd_") || others.contains(type)
  }

  /// The method that a type of event stands for.
  static let methodsOfTypes = [
    "gd_auth_rejected": "push", "gd_send_pn": "push", "gd_send_pn_failure": "push",
    "gd_otp_rate_limit_exceed": "otp",
    "gd_recovery_succeed": "recovery", "gd_recovery_failed": "recovery",
    "gd_recovery_rate_limit_exceed": "recovery",
    "gd_send_sms": "sms", "gd_send_sms_failure": "sms",
    "gd_send_voice": "voice", "gd_send_voice_failure": "voice",
    "gd_send_email": "email", "gd_send_email_verification": "email",
    "gd_send_email_verification_failure": "email", "gd_auth_email_verification": "email",
    "gd_auth_fail_email_verification": "email",
    "gd_webauthn_challenge_failed": "webauthn", "gd_webauthn_enrollment_failed": "webauthn",
  ]

  static func normalisedMethod(_ word: [UInt8]) -> [UInt8] {
    if word.starts(with: Array("webauthn-".utf8)) { return Array("webauthn".utf8) }
    let spellings = [
      "totp": "otp", "pn": "push", "push-notification": "push", "recovery-code": "recovery",
      "phone": "sms",
    ]
    return spellings[String(decoding: word, as: UTF8.self)].map { Array($0.utf8) } ?? word
  }
}
