/// Codes about whether the user has a factor already.
extension CodeCatalogue {
  static let enrollmentConflict = CatalogueEntry(
    code: "enrollment_conflict",
    meaning: "The user tries to enroll although an enrollment exists already.",
    level: .recoverable, remedy: .userAction, category: "enrollment",
    channel: "any", scope: .user, httpStatus: "~409",
    defaultPolicy: "info;warning:users>=20&share>=0.005/1h",
    advice: """
      User: log in again with the factor that is enrolled. Admin: reset the user's MFA when \
      that factor is lost.
      """,
    source: """
      The MFA theme language dictionary (Auth0 docs) asks the user to log in again; \
      auth0/auth0-guardian.js turns the older device_account_conflict into it. It concerns one \
      user at a time, so only a wave counts: a form sent twice, or tickets opened in several \
      tabs.
      """)

  static let alreadyEnrolled = CatalogueEntry(
    code: "already_enrolled",
    meaning: "The page tried to enroll a user for whom the transaction already knows a factor.",
    level: .recoverable, remedy: .userAction, category: "enrollment",
    channel: "any", scope: .user, httpStatus: "none",
    defaultPolicy: "info;warning:users>=20&share>=0.005/1h",
    advice: "User: log in with the factor that is enrolled instead of enrolling again.",
    source: """
      auth0/auth0-guardian.js lib/errors raises it from what the transaction knows locally, so \
      there is no status; a single one does no harm.
      """)

  static let notEnrolled = CatalogueEntry(
    code: "not_enrolled",
    meaning: "The page asked for a second factor of a user who has none.",
    level: .recoverable, remedy: .userAction, category: "enrollment",
    channel: "any", scope: .user, httpStatus: "none",
    defaultPolicy: "info;warning:users>=20&share>=0.005/1h",
    advice: """
      User: enroll a factor first. Admin: when many users are hit, see whether enrollments \
      were wiped or an import went wrong.
      """,
    source: """
      auth0/auth0-guardian.js lib/errors raises it from what the transaction knows locally, so \
      there is no status; a wave can follow a mass reset.
      """)
}
