/// Codes about a tenant or a factor that is gone, off or unknown.
extension CodeCatalogue {
  static let tenantNotFound = CatalogueEntry(
    code: "tenant_not_found",
    meaning: "The MFA service does not know the tenant of the request.",
    level: .unrecoverable, remedy: .adminAction, category: "tenant",
    channel: "any", scope: .tenant, httpStatus: "~404",
    defaultPolicy: "critical:count>=1/15m",
    advice: """
      Admin: see whether the tenant still exists, and whether the Guardian host and tenant \
      name in the app or custom domain are right. Involve the provider when the tenant should \
      exist.
      """,
    source: """
      The Guardian error code reference (Auth0 docs): it should follow a deleted tenant only. \
      While it lasts, every MFA call of the tenant fails. The status is inferred from its kin \
      that end in not_found.
      """)

  static let featureDisabled = CatalogueEntry(
    code: "feature_disabled",
    meaning: "The provider has switched the feature off for everybody.",
    level: .unrecoverable, remedy: .operatorAction, category: "feature_config",
    channel: "any", scope: .global, httpStatus: "~403",
    defaultPolicy: "critical:count>=1/15m",
    advice: """
      Operator: contact the provider; neither users nor admins of a tenant can switch it on.
      """,
    source: """
      The Guardian error code reference (Auth0 docs) speaks of the whole service and says to \
      contact the provider. The status is inferred.
      """)

  static let featureDisabledByAdmin = CatalogueEntry(
    code: "feature_disabled_by_admin",
    meaning: "An administrator of the tenant has switched the feature off.",
    level: .unrecoverable, remedy: .adminAction, category: "feature_config",
    channel: "any", scope: .tenant, httpStatus: "~403",
    defaultPolicy: "warning:count>=5&share>=0.001/1h;critical:users>=10&share>=0.005/15m",
    advice: """
      Admin: switch the factor on again, or move the users concerned to another one; recent \
      gd_tenant_update events tell when it changed.
      """,
    source: """
      The Guardian error code reference (Auth0 docs) names the admin as the cause. One call \
      can come from an old client; many users mean that the switch has locked people out. The \
      status is inferred.
      """)

  static let methodNotFound = CatalogueEntry(
    code: "method_not_found",
    meaning: "The client asked for a factor that its library does not know.",
    level: .unrecoverable, remedy: .clientBug, category: "feature_config",
    channel: "any", scope: .client, httpStatus: "none",
    defaultPolicy: "warning:count>=5&share>=0.001/1h;critical:count>=20&share>=0.01/15m",
    advice: """
      Developer: correct the name of the method, or take a newer version of the client \
      library.
      """,
    source: """
      auth0/auth0-guardian.js lib/errors raises it before any request, so there is no status. \
      It is not meant to occur at all, so even one is worth a note.
      """)

  static let noMethodAvailable = CatalogueEntry(
    code: "no_method_available",
    meaning: """
      There is no factor left that the user could enroll, because all of them are switched \
      off.
      """,
    level: .unrecoverable, remedy: .adminAction, category: "feature_config",
    channel: "any", scope: .tenant, httpStatus: "none",
    defaultPolicy: "warning:count>=3&share>=0.002/15m;critical:users>=5&share>=0.005/15m",
    advice: "Admin: switch on at least one factor for enrollment in the tenant.",
    source: """
      auth0/auth0-guardian.js lib/errors raises it when every factor is off, so there is no \
      status; new users of the tenant cannot enroll at all.
      """)

  static let enrollmentMethodDisabled = CatalogueEntry(
    code: "enrollment_method_disabled",
    meaning: "The factor that the user wants to enroll is switched off.",
    level: .unrecoverable, remedy: .adminAction, category: "feature_config",
    channel: "any", scope: .tenant, httpStatus: "none",
    defaultPolicy: "warning:count>=3&share>=0.002/15m;critical:users>=10&share>=0.005/15m",
    advice: "Admin: switch the factor on for enrollment. Developer: else stop offering it.",
    source: """
      auth0/auth0-guardian.js lib/errors raises it with a method attribute and without a \
      status; the configuration decides, not the user.
      """)

  static let authMethodDisabled = CatalogueEntry(
    code: "auth_method_disabled",
    meaning: "The factor with which the user wants to log in is switched off.",
    level: .unrecoverable, remedy: .adminAction, category: "feature_config",
    channel: "any", scope: .tenant, httpStatus: "none",
    defaultPolicy: "warning:count>=3&share>=0.002/15m;critical:users>=10&share>=0.005/15m",
    advice: "Admin: switch the factor on again, or move its users to another one.",
    source: """
      auth0/auth0-guardian.js lib/errors raises it with a method attribute and without a \
      status; users who enrolled this factor cannot use it any more.
      """)
}
