/// Codes that clients and login pages know although the provider's list does not name them.
extension CodeCatalogue {
  /// They have no recovery level: their kind is `other`, and built-in rules never match them.
  package static let knownCodes: [KnownCode] = library + app + widget + universalLogin

  private static let library = [
    KnownCode(
      "credentials_expired", "The token of the transaction was used after its end.",
      origin: "auth0/auth0-guardian.js"),
    KnownCode(
      "invalid_state", "The client called a step that the transaction does not allow just now.",
      origin: "auth0/auth0-guardian.js"),
    KnownCode(
      "unexpected_input", "The client handed the library something of an unexpected sort.",
      origin: "auth0/auth0-guardian.js"),
    KnownCode(
      "socket_unauthorized", "The live connection to the server was refused.",
      origin: "auth0/auth0-guardian.js"),
    KnownCode(
      "socket_error", "The live connection to the server broke or could not be made.",
      origin: "auth0/auth0-guardian.js"),
    KnownCode(
      "device_account_not_found",
      "An older name of enrollment_not_found, which the JavaScript library turns into the new one.",
      origin: "auth0/auth0-guardian.js"),
  ]

  private static let app = [
    KnownCode(
      "enrollment_not_found", "The server has no enrollment of this device for the user.",
      origin: "auth0/Guardian.Android"),
    KnownCode(
      "invalid_challenge", "The answer does not fit the challenge that the server gave.",
      origin: "auth0/Guardian.swift"),
    KnownCode(
      "invalid_dpop_assertion", "The proof that the device holds its key is not valid.",
      origin: "auth0/Guardian.swift"),
  ]

  private static let widget = [
    KnownCode(
      "guardian_invalid_nonce",
      "The origin of the login request cannot be confirmed, often for too many logins side by side.",
      origin: "MFA widget"),
    KnownCode(
      "guardian_invalid_token", "The login request does not have the form that the widget expects.",
      origin: "MFA widget"),
    KnownCode(
      "invalid_login_token_status",
      "The login request is in a state that the widget does not expect.",
      origin: "MFA widget"),
    KnownCode("login_rejected", "The user refused the login on the device.", origin: "MFA widget"),
    KnownCode(
      "login_token_invalid_signature", "The signature of the login request is not the issuer's.",
      origin: "MFA widget"),
    KnownCode(
      "login_token_transaction_expired", "The login request reached the widget too late.",
      origin: "MFA widget"),
    KnownCode(
      "global_transaction_expired", "The whole login took longer than is allowed.",
      origin: "MFA widget"),
    KnownCode(
      "no_public_key_available", "The key that would prove the issuer of the login is missing.",
      origin: "MFA widget"),
    KnownCode(
      "push_notification_not_configured", "The enrollment for push was not brought to its end.",
      origin: "MFA widget"),
    KnownCode(
      "sms_not_configured", "The user enrolled another factor than text messages.",
      origin: "MFA widget"),
    KnownCode(
      "connection_error", "The browser does not reach the server.", origin: "MFA widget"),
  ]

  private static let universalLogin = [
    KnownCode(
      "too-many-sms", "The user asked for more text messages than are allowed.",
      origin: "Universal Login"),
    KnownCode(
      "too-many-voice", "The user asked for more calls than are allowed.",
      origin: "Universal Login"),
    KnownCode(
      "too-many-email", "The user asked for more mails than are allowed.",
      origin: "Universal Login"),
    KnownCode(
      "too-many-push", "The user asked for more push notifications than are allowed.",
      origin: "Universal Login"),
    KnownCode(
      "transaction-not-found", "The transaction ended before the user finished it.",
      origin: "Universal Login"),
    KnownCode(
      "user-already-enrolled", "The user has enrolled a factor already.",
      origin: "Universal Login"),
    KnownCode(
      "polling-interval-exceeded", "The page asked too often whether the user has confirmed.",
      origin: "Universal Login"),
  ]
}
