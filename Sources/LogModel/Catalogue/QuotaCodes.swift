/// Codes about a user or a tenant that has sent too much.
extension CodeCatalogue {
  static let tooManySMS = CatalogueEntry(
    code: "too_many_sms",
    meaning: "This user was sent as many text messages as the limit for one user allows.",
    level: .recoverable, remedy: .userRetry, category: "rate_quota",
    channel: "sms", scope: .user, httpStatus: "429",
    defaultPolicy: "info;warning:users>=5&share>=0.005/1h;critical:users>=25&share>=0.02/1h",
    advice: """
      User: wait up to an hour, or take another factor. Operator: when many users are hit, \
      look for SMS pumping and for slow delivery that makes people ask again.
      """,
    source: """
      Auth0 docs limit a user to ten messages an hour, and the MFA theme language dictionary \
      (Auth0 docs) says to wait. Auth0 support names 429 for rate limits, and \
      auth0/auth0-guardian.js backs off on it.
      """)

  static let tooManyPush = CatalogueEntry(
    code: "too_many_pn",
    meaning: "This user was sent as many push notifications as the limit for one user allows.",
    level: .recoverable, remedy: .userRetry, category: "rate_quota",
    channel: "push", scope: .user, httpStatus: "429",
    defaultPolicy: """
      info;warning:users>=3&share>=0.005/15m;critical:users>=15&share>=0.02/15m;\
      warning:per_user>=10/5m
      """,
    advice: """
      User: wait about a minute, then ask again. Operator: when one account comes back again \
      and again, suspect somebody who hopes for a tired tap on accept.
      """,
    source: """
      Auth0 docs limit a user to five pushes a minute, and the MFA theme language dictionary \
      (Auth0 docs) says to wait. Few reach the limit by hand, so a handful of users deserves a \
      look.
      """)

  static let tooManySMSPerTenant = CatalogueEntry(
    code: "too_many_sms_per_tenant",
    meaning: "The whole tenant has used up its text messages, so nobody in it is sent one.",
    level: .unrecoverable, remedy: .operatorAction, category: "rate_quota",
    channel: "sms", scope: .tenant, httpStatus: "429",
    defaultPolicy: "critical:count>=1/5m",
    advice: """
      Operator: stop the source (a retry loop, SMS pumping); then ask the provider for a \
      higher quota or bring an SMS provider of your own, and lead users to another factor \
      meanwhile.
      """,
    source: """
      The MFA theme language dictionary (Auth0 docs) words it as a short throttle, but the \
      built-in SMS provider also has a lifetime cap of 100 messages for a tenant, which no \
      waiting clears; hence the first one is critical.
      """)

  static let tooManyPushPerTenant = CatalogueEntry(
    code: "too_many_pn_per_tenant",
    meaning: "The whole tenant has used up its push notifications, so nobody in it is sent one.",
    level: .unrecoverable, remedy: .operatorAction, category: "rate_quota",
    channel: "push", scope: .tenant, httpStatus: "429",
    defaultPolicy: "critical:count>=1/5m",
    advice: """
      Operator: stop the source (a storm of logins, push bombing), ask the provider for a \
      higher limit, and let users type the code from the app meanwhile.
      """,
    source: """
      The MFA theme language dictionary (Auth0 docs) asks to wait some minutes, so it may \
      clear by itself; yet everybody in the tenant is hit and no user can mend it, hence the \
      first one is critical.
      """)
}
