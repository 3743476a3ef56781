/// The codes that a corpus holds: the 33 of the provider's list, and failures that have no code.
package enum CorpusCode: UInt8, CaseIterable, Sendable {
  case invalidToken, insufficientScope, invalidBearerFormat, enrollmentConflict, tenantNotFound
  case loginTransactionNotFound, errorSendingPush, pushWrongCredentials, invalidOTP
  case invalidRecoveryCode, invalidBody, invalidQueryString, enrollmentTransactionNotFound
  case invalidPhoneNumber, errorSendingSMS, featureDisabled, featureDisabledByAdmin
  case pushEndpointDisabled, tooManySMS, tooManyPush, tooManySMSPerTenant, tooManyPushPerTenant
  case fieldRequired, methodNotFound, noMethodAvailable, enrollmentMethodDisabled
  case authMethodDisabled, invalidOTPFormat, invalidRecoveryCodeFormat, transactionExpired
  case alreadyEnrolled, notEnrolled, invalidEnrollment
  /// Failures without a code; the type of the event is counted.
  case authFailed, authRejected

  /// The 33.
  static let coded = Array(CorpusCode.allCases.prefix(33))

  /// Whether it is one of the 33.
  package var isCode: Bool { rawValue < 33 }

  /// As logs write it.
  package var text: String { CorpusCode.texts[Int(rawValue)] }

  var bytes: [UInt8] { CorpusCode.byteTexts[Int(rawValue)] }

  /// The share among coded errors outside incidents, in percent; they add up to 100.
  ///
  /// No public figures per code exist. These are a judgement: what users mistype or let expire leads,
  /// then what delivery loses; codes that stop a whole tenant are absent on a good day. Anchors: one in
  /// twenty second factors fails or is given up (Reynolds et al., USENIX Security 2020), and 1 to 5 % of
  /// text messages are lost.
  package var baselinePercent: Double {
    switch self {
    case .invalidOTP: 46
    case .loginTransactionNotFound: 11
    case .transactionExpired: 7
    case .invalidToken: 6
    case .invalidOTPFormat: 5
    case .errorSendingSMS: 4.5
    case .invalidPhoneNumber: 4
    case .tooManySMS, .enrollmentTransactionNotFound: 3
    case .fieldRequired: 2.5
    case .errorSendingPush: 2
    case .pushEndpointDisabled: 1.2
    case .tooManyPush: 1
    case .alreadyEnrolled: 0.8
    case .notEnrolled, .invalidRecoveryCode: 0.6
    case .enrollmentConflict: 0.5
    case .invalidRecoveryCodeFormat: 0.3
    case .invalidBody: 0.2
    case .insufficientScope: 0.15
    case .enrollmentMethodDisabled, .authMethodDisabled: 0.12
    case .invalidBearerFormat: 0.1
    case .invalidQueryString: 0.08
    case .featureDisabledByAdmin: 0.07
    case .noMethodAvailable, .invalidEnrollment: 0.05
    case .pushWrongCredentials: 0.04
    case .methodNotFound: 0.02
    case .tooManySMSPerTenant, .tooManyPushPerTenant, .featureDisabled, .tenantNotFound: 0
    case .authFailed, .authRejected: 0
    }
  }

  /// The type of the event that carries it.
  var eventKind: CorpusEvent.Kind {
    switch self {
    case .errorSendingPush, .pushWrongCredentials, .pushEndpointDisabled, .tooManyPush,
      .tooManyPushPerTenant:
      .sendPushFailure
    case .errorSendingSMS, .invalidPhoneNumber, .tooManySMS, .tooManySMSPerTenant: .sendSMSFailure
    case .enrollmentConflict, .enrollmentTransactionNotFound, .alreadyEnrolled,
      .invalidEnrollment, .enrollmentMethodDisabled:
      .startEnrollFailed
    case .invalidRecoveryCode, .invalidRecoveryCodeFormat: .recoveryFailed
    case .authRejected: .authRejected
    default: .authFailed
    }
  }

  private static let texts = [
    "invalid_token", "insufficient_scope", "invalid_bearer_format", "enrollment_conflict",
    "tenant_not_found", "login_transaction_not_found", "error_sending_push_notification",
    "push_notification_wrong_credentials", "invalid_otp", "invalid_recovery_code",
    "invalid_body", "invalid_query_string", "enrollment_transaction_not_found",
    "invalid_phone_number", "error_sending_sms", "feature_disabled",
    "feature_disabled_by_admin", "pn_endpoint_disabled", "too_many_sms", "too_many_pn",
    "too_many_sms_per_tenant", "too_many_pn_per_tenant", "field_required", "method_not_found",
    "no_method_available", "enrollment_method_disabled", "auth_method_disabled",
    "invalid_otp_format", "invalid_recovery_code_format", "transaction_expired",
    "already_enrolled", "not_enrolled", "invalid_enrollment", "gd_auth_failed",
    "gd_auth_rejected",
  ]
  private static let byteTexts = texts.map { Array($0.utf8) }
}
