/// Codes about the form of a request, before anything is looked up.
extension CodeCatalogue {
  static let invalidBody = CatalogueEntry(
    code: "invalid_body",
    meaning: "The body of the request does not have the form that the server expects.",
    level: .unrecoverable, remedy: .clientBug, category: "request_validation",
    channel: "any", scope: .client, httpStatus: "400",
    defaultPolicy: "warning:count>=5&share>=0.001/15m;critical:count>=50&share>=0.01/15m",
    advice: """
      Developer: correct the payload that the client sends; a release of the client or a \
      change of the API usually came just before.
      """,
    source: """
      The Guardian error code reference (Auth0 docs) calls it a bad request, hence 400; a \
      client sends the same wrong body until it is mended. Other Auth0 APIs use the code, too: \
      it counts for MFA records only.
      """)

  static let invalidQueryString = CatalogueEntry(
    code: "invalid_query_string",
    meaning: "The query parameters of the request do not have the form that the server expects.",
    level: .unrecoverable, remedy: .clientBug, category: "request_validation",
    channel: "any", scope: .client, httpStatus: "400",
    defaultPolicy: "warning:count>=5&share>=0.001/15m;critical:count>=50&share>=0.01/15m",
    advice: "Developer: correct the query parameters that the client sends.",
    source: """
      The Guardian error code reference (Auth0 docs) calls it a bad request, hence 400; it is \
      the same for every call of a client. Other Auth0 APIs use the code, too: it counts for \
      MFA records only.
      """)

  static let fieldRequired = CatalogueEntry(
    code: "field_required",
    meaning: """
      A form was submitted without the one-time password or the recovery code that it asks \
      for.
      """,
    level: .recoverable, remedy: .userRetry, category: "request_validation",
    channel: "any", scope: .user, httpStatus: "none",
    defaultPolicy: "info;warning:count>=50&share>=0.02/15m",
    advice: """
      User: fill in the missing code. Developer: when there are many, see whether the form \
      submits itself too early.
      """,
    source: """
      auth0/auth0-guardian.js lib/errors raises it before any request, so there is no status; \
      its field attribute says otpCode or recoveryCode.
      """)

  static let invalidEnrollment = CatalogueEntry(
    code: "invalid_enrollment",
    meaning: "The client asked for a challenge without naming a valid enrollment.",
    level: .unrecoverable, remedy: .clientBug, category: "request_validation",
    channel: "any", scope: .client, httpStatus: "none",
    defaultPolicy: "warning:count>=5&share>=0.001/15m;critical:count>=50&share>=0.01/15m",
    advice: "Developer: hand an existing enrollment to requestAuth.",
    source: """
      auth0/auth0-guardian.js lib/errors raises it when that argument is missing or wrong; it \
      is a slip in the page's code, nothing that a user can change.
      """)
}
