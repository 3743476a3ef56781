/// Codes about what the user typed: one-time passwords and recovery codes.
extension CodeCatalogue {
  static let invalidOTP = CatalogueEntry(
    code: "invalid_otp",
    meaning: "The one-time password that the user typed is wrong or no longer valid.",
    level: .recoverable, remedy: .userRetry, category: "otp",
    channel: "otp", scope: .user, httpStatus: "401",
    defaultPolicy: """
      info;warning:users>=20&share>=0.15/15m;critical:users>=100&share>=0.30/15m;\
      warning:per_user>=10/1h;warning:users>=20&share>=0.03/30m
      """,
    advice: """
      User: type the code that is shown now, check the clock of the device, or take another \
      factor. Operator: when many users are hit at once, think of a drifting server clock, \
      late messages or somebody guessing.
      """,
    source: """
      auth0/auth0-guardian.js test/ answers it with 401; auth0/Guardian.Android has \
      isInvalidOTP(). Auth0 allows a user ten wrong codes an hour, so the rule for one user \
      mirrors that limit and the broad rules ask for distinct users.
      """)

  static let invalidOTPFormat = CatalogueEntry(
    code: "invalid_otp_format",
    meaning: "What the user typed cannot be a one-time password because it is not six digits.",
    level: .recoverable, remedy: .userRetry, category: "otp",
    channel: "otp", scope: .user, httpStatus: "none",
    defaultPolicy: "info;warning:share>=0.10&count>=50/1h",
    advice: "User: type exactly six digits.",
    source: """
      auth0/auth0-guardian.js lib/errors raises it before any request, so there is no status; \
      the MFA theme language dictionary (Auth0 docs) names six numerals. A high share points \
      at the input field.
      """)

  static let invalidRecoveryCode = CatalogueEntry(
    code: "invalid_recovery_code",
    meaning: "The recovery code that the user typed is not the one on record.",
    level: .recoverable, remedy: .userRetry, category: "recovery",
    channel: "recovery", scope: .user, httpStatus: "~401",
    defaultPolicy: "info;warning:per_user>=5/1h;critical:users>=10&share>=0.002/1h",
    advice: """
      User: type the recovery code again. Admin: reset the user's MFA when the code is lost, \
      and look closer when one account fails again and again.
      """,
    source: """
      Auth0 docs allow a user ten attempts an hour and name repeated failures as a sign of \
      somebody going around MFA. The status is inferred from invalid_otp.
      """)

  static let invalidRecoveryCodeFormat = CatalogueEntry(
    code: "invalid_recovery_code_format",
    meaning: """
      What the user typed cannot be a recovery code because it is not 24 letters and digits.
      """,
    level: .recoverable, remedy: .userRetry, category: "recovery",
    channel: "recovery", scope: .user, httpStatus: "none",
    defaultPolicy: "info;warning:share>=0.10&count>=20/1h",
    advice: "User: type the 24 letters and digits of the recovery code without blanks.",
    source: """
      auth0/auth0-guardian.js lib/errors raises it before any request, so there is no status; \
      the MFA theme language dictionary (Auth0 docs) names 24 letters and digits.
      """)
}
