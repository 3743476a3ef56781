/// Codes about push notifications that do not arrive.
extension CodeCatalogue {
  static let errorSendingPushNotification = CatalogueEntry(
    code: "error_sending_push_notification",
    meaning: "A push notification could not be handed over for delivery.",
    level: .recoverable, remedy: .userRetry, category: "push",
    channel: "push", scope: .user, httpStatus: "~500",
    defaultPolicy: "warning:count>=5&share>=0.05/15m;critical:count>=20&share>=0.25/15m",
    advice: """
      User: ask for the push again, or type the code that the app shows. Operator: when \
      several users are hit, look at the push providers (APNs, FCM, SNS).
      """,
    source: """
      The MFA theme language dictionary (Auth0 docs) offers to try again and to type the code, \
      so one user can go on; a high share means that delivery is down. The status is inferred.
      """)

  static let pushNotificationWrongCredentials = CatalogueEntry(
    code: "push_notification_wrong_credentials",
    meaning: "The push service refuses the credentials with which the notification was sent.",
    level: .unrecoverable, remedy: .adminAction, category: "push",
    channel: "push", scope: .tenant, httpStatus: "~500",
    defaultPolicy: "warning:users>=2&share>=0.002/15m;critical:users>=5&share>=0.005/15m",
    advice: """
      Admin: renew the APNs key or certificate, the FCM service account or the SNS keys, and \
      compare the bundle id. When it is one single user, enroll that device again.
      """,
    source: """
      Expired or wrong provider credentials stop the pushes of every device of a platform. The \
      MFA theme language dictionary (Auth0 docs) also speaks of outdated credentials of the \
      device, so two users are a warning and five are critical. The status is inferred.
      """)

  static let pushEndpointDisabled = CatalogueEntry(
    code: "pn_endpoint_disabled",
    meaning: "Push delivery to this device was given up after many attempts.",
    level: .unrecoverable, remedy: .userAction, category: "push",
    channel: "push", scope: .user, httpStatus: "~500",
    defaultPolicy: """
      warning:users>=3&share>=0.005/15m;critical:users>=10&share>=0.02/15m;\
      warning:users>=5&share>=0.002/1h
      """,
    advice: """
      User: remove the account from the app and add it again; when the user cannot log in any \
      other way, an admin resets the MFA first. Admin: when several users are hit, check the \
      push credentials and the build of the app.
      """,
    source: """
      The Guardian error code reference (Auth0 docs) advises to remove the account and add it \
      again, so another push cannot arrive. It is one device at a time, hence users are \
      counted; a group of them points at lost device tokens. The status is inferred.
      """)
}
