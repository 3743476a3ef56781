/// Codes about the token, the scope and the header with which a client calls.
extension CodeCatalogue {
  static let invalidToken = CatalogueEntry(
    code: "invalid_token",
    meaning: "The token that carries the login is unknown, worn out or cannot be decoded.",
    level: .recoverable, remedy: .userAction, category: "auth_token",
    channel: "any", scope: .user, httpStatus: "404",
    defaultPolicy: "info;warning:share>=0.10&count>=50/15m",
    advice: """
      User: go back to the start of the login, which issues a fresh token. Developer: when \
      most calls of one client end so, check its clock, its token cache and the audience it \
      asks for.
      """,
    source: """
      auth0/Guardian.swift GuardianTests answer an unknown transaction token with 404 and a \
      rejected challenge with 401; auth0/Guardian.Android has isInvalidToken(). Since a new \
      login always brings a new token, only a high share points at a client. Other Auth0 APIs \
      use the code, too: it counts for MFA records only.
      """)

  static let insufficientScope = CatalogueEntry(
    code: "insufficient_scope",
    meaning: "The caller's token does not carry the permission that this call needs.",
    level: .unrecoverable, remedy: .clientBug, category: "auth_token",
    channel: "any", scope: .client, httpStatus: "403",
    defaultPolicy: "warning:count>=5&share>=0.001/15m;critical:count>=50&share>=0.01/15m",
    advice: """
      Developer: grant the missing scope to the calling application, or call with the right \
      sort of token, and deploy it again; users can do nothing.
      """,
    source: """
      A public capture of the Management API shows it with 403 (raster-foundry/raster-foundry \
      issue 2030). It is the same for every call of a client, so repeating never helps. Other \
      Auth0 APIs use the code, too: it counts for MFA records only.
      """)

  static let invalidBearerFormat = CatalogueEntry(
    code: "invalid_bearer_format",
    meaning: "The Authorization header of the request is malformed.",
    level: .unrecoverable, remedy: .clientBug, category: "auth_token",
    channel: "any", scope: .client, httpStatus: "~401",
    defaultPolicy: "warning:count>=5&share>=0.001/15m;critical:count>=50&share>=0.01/15m",
    advice: """
      Developer: correct how the client builds the header; look for a wrong scheme, stray \
      blanks or an empty token.
      """,
    source: """
      The Guardian error code reference (Auth0 docs): the bearer itself is at fault, so the \
      same code path fails until the client is mended. The status is inferred.
      """)
}
