/// Codes about logins and enrollments that ended before they were finished.
extension CodeCatalogue {
  static let loginTransactionNotFound = CatalogueEntry(
    code: "login_transaction_not_found",
    meaning: "The login that the second factor belongs to is over or was never there.",
    level: .recoverable, remedy: .userRetry, category: "transaction",
    channel: "any", scope: .user, httpStatus: "404",
    defaultPolicy: "info;warning:share>=0.10&count>=50/15m",
    advice: """
      User: start the login again and answer within five minutes. Operator: when many users \
      are hit, look at slow delivery, sticky sessions and server clocks.
      """,
    source: """
      auth0/Guardian.Android treats it like a 404; Auth0 support names five minutes as the \
      most between the two factors, and the MFA theme language dictionary (Auth0 docs) says \
      that the device took too long.
      """)

  static let enrollmentTransactionNotFound = CatalogueEntry(
    code: "enrollment_transaction_not_found",
    meaning: "The enrollment that the user wants to finish has ended or was never started.",
    level: .recoverable, remedy: .userRetry, category: "transaction",
    channel: "any", scope: .user, httpStatus: "404",
    defaultPolicy: "info;warning:share>=0.10&count>=20/15m",
    advice: "User: start the enrollment again with a new QR code or ticket.",
    source: """
      auth0/Guardian.swift GuardianTests answer it with 404 and auth0/Guardian.Android has \
      isEnrollmentTransactionNotFound(); Universal Login tells its users to start again.
      """)

  static let transactionExpired = CatalogueEntry(
    code: "transaction_expired",
    meaning: "The time allowed for this login has run out.",
    level: .recoverable, remedy: .userRetry, category: "transaction",
    channel: "any", scope: .user, httpStatus: "~404",
    defaultPolicy: "info;warning:share>=0.10&count>=50/15m",
    advice: "User: start the login again.",
    source: """
      The Guardian error code reference (Auth0 docs) lists it, yet no file of the present \
      auth0/auth0-guardian.js raises it: the library signals a timeout event instead. The \
      status is inferred from login_transaction_not_found.
      """)
}
