/// Codes about text messages that do not arrive.
extension CodeCatalogue {
  static let invalidPhoneNumber = CatalogueEntry(
    code: "invalid_phone_number",
    meaning: "The phone number cannot receive messages because it is not a valid one.",
    level: .recoverable, remedy: .userAction, category: "sms",
    channel: "sms", scope: .user, httpStatus: "~400",
    defaultPolicy: "info;warning:users>=20&share>=0.01/1h",
    advice: """
      User: correct the number while enrolling, most often its country code. Admin: for a \
      number that is stored already, change the enrollment.
      """,
    source: """
      A published gd_send_sms_failure event bears it beside the carrier's error 21211 \
      (community.auth0.com topic 117915). It concerns one user at a time; a wave means a \
      broken input field or junk sign-ups. The status is inferred.
      """)

  static let errorSendingSMS = CatalogueEntry(
    code: "error_sending_sms",
    meaning: "A text message could not be handed over for delivery.",
    level: .recoverable, remedy: .userRetry, category: "sms",
    channel: "sms", scope: .user, httpStatus: "~500",
    defaultPolicy: "warning:count>=5&share>=0.05/15m;critical:count>=20&share>=0.25/15m",
    advice: """
      User: wait a few seconds and ask for it again, or take another factor. Operator: check \
      the SMS provider's credit, permitted countries and carrier filters.
      """,
    source: """
      The MFA theme language dictionary (Auth0 docs) tells users to try again shortly and \
      offers the recovery code; a high share means that the provider is down. The status is \
      inferred.
      """)
}
