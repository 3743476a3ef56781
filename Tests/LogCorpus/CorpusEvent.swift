/// One record of a corpus before it is written in a shape.
struct CorpusEvent: Sendable {
  /// What happened, by the types of the provider.
  enum Kind: UInt8, Sendable {
    case startAuth, authSucceed, authFailed, authRejected
    case sendPush, sendPushFailure, sendSMS, sendSMSFailure, sendVoice, sendEmail
    case recoverySucceed, recoveryFailed, startEnrollFailed, tenantUpdate
    /// Events of the provider that have nothing to do with MFA.
    case login, tokenExchange, silentLogin, apiCall

    var type: StaticString {
      switch self {
      case .startAuth: "gd_start_auth"
      case .authSucceed: "gd_auth_succeed"
      case .authFailed: "gd_auth_failed"
      case .authRejected: "gd_auth_rejected"
      case .sendPush: "gd_send_pn"
      case .sendPushFailure: "gd_send_pn_failure"
      case .sendSMS: "gd_send_sms"
      case .sendSMSFailure: "gd_send_sms_failure"
      case .sendVoice: "gd_send_voice"
      case .sendEmail: "gd_send_email"
      case .recoverySucceed: "gd_recovery_succeed"
      case .recoveryFailed: "gd_recovery_failed"
      case .startEnrollFailed: "gd_start_enroll_failed"
      case .tenantUpdate: "gd_tenant_update"
      case .login: "s"
      case .tokenExchange: "seacft"
      case .silentLogin: "ssa"
      case .apiCall: "sapi"
      }
    }

    var description: StaticString {
      switch self {
      case .startAuth: "Guardian - Second factor authentication started"
      case .authSucceed: "Guardian - Second factor authentication succeed"
      case .authFailed: "Guardian - Second factor authentication failed"
      case .authRejected: "Guardian - Second factor rejected"
      case .sendPush: "Guardian - Second factor notification sent"
      case .sendPushFailure: "Guardian - Second factor notification was not sent"
      case .sendSMS: "Guardian - Second factor sms sent"
      case .sendSMSFailure: "Guardian - There was an error sending the SMS"
      case .sendVoice: "Guardian - Second factor call placed"
      case .sendEmail: "Guardian - Second factor email sent"
      case .recoverySucceed: "Guardian - Recovery accepted"
      case .recoveryFailed: "Guardian - Recovery refused"
      case .startEnrollFailed: "Guardian - Enrollment did not start"
      case .tenantUpdate: "Guardian - Updates tenant settings"
      case .login: "Successful login"
      case .tokenExchange: "Authorization Code for Access Token"
      case .silentLogin: "Successful silent authentication"
      case .apiCall: "Successful API call"
      }
    }

    /// Whether it is about MFA; records of the provider that are not count as `other`.
    var isMFA: Bool { rawValue < Kind.login.rawValue }
  }

  /// The factor.
  enum Method: UInt8, Sendable {
    case push, otp, sms, webauthn, email, voice, recovery

    var text: StaticString {
      switch self {
      case .push: "push"
      case .otp: "otp"
      case .sms: "sms"
      case .webauthn: "webauthn-roaming"
      case .email: "email"
      case .voice: "voice"
      case .recovery: "recovery-code"
      }
    }

    /// As ids of authenticators begin with it.
    var prefix: StaticString { self == .otp ? "totp" : self == .recovery ? "recovery" : text }
  }

  /// In milliseconds since 1970.
  var time: Int
  /// The same for a record and its duplicates, and for no other.
  var id = 0
  var tenant: Int32
  var user: Int32
  var kind: Kind
  var method: Method
  /// Nil for what is no error.
  var code: CorpusCode?
  /// The application of the tenant.
  var client: UInt8 = 0
  var isDuplicate = false
}
