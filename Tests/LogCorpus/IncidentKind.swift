/// The kinds of trouble that a corpus can hold.
package enum IncidentKind: String, CaseIterable, Sendable {
  /// A tenant has used up its pushes: all are refused.
  case pushQuota = "push-quota"
  /// The key for the push service has expired: more than half of the pushes are refused.
  case apnsExpired = "apns-expired"
  /// The app was signed anew, and devices lose their registration one by one.
  case appResigned = "app-resigned"
  /// No text messages anywhere, and people ask for more of them.
  case smsOutage = "sms-outage"
  /// Somebody has messages sent to numbers that earn money, until the tenant's limit is reached.
  case smsPumping = "sms-pumping"
  /// An administrator switches a factor off that people use.
  case factorOff = "factor-off"
  /// A release of one application sends bodies that are refused.
  case badClient = "bad-client"
  /// A clock is wrong, so passcodes are.
  case clockDrift = "clock-drift"
  /// Three users are showered with pushes.
  case pushBombing = "push-bombing"
  /// A tenant is gone; its clients still call.
  case tenantDeleted = "tenant-deleted"

  /// How long it lasts, in minutes.
  var minutes: Int {
    switch self {
    case .pushQuota: 20
    case .apnsExpired: 360
    case .appResigned: 1_440
    case .smsOutage: 45
    case .smsPumping, .pushBombing: 30
    case .factorOff, .tenantDeleted: 120
    case .badClient: 180
    case .clockDrift: 240
    }
  }

  /// Whether it is one of the provider's and not of some tenants.
  var isEverywhere: Bool { self == .smsOutage }

  /// The codes that it brings, with the worst severity that the built-in rules give each; nil for none.
  package var codes: [(code: CorpusCode, severity: String?)] {
    switch self {
    case .pushQuota: [(.tooManyPush, nil), (.tooManyPushPerTenant, "critical")]
    case .apnsExpired: [(.pushWrongCredentials, "critical")]
    case .appResigned: [(.pushEndpointDisabled, "warning")]
    case .smsOutage: [(.errorSendingSMS, "critical"), (.tooManySMS, nil)]
    case .smsPumping: [(.tooManySMSPerTenant, "critical")]
    case .factorOff: [(.authMethodDisabled, "critical"), (.featureDisabledByAdmin, "warning")]
    case .badClient: [(.invalidBody, "warning")]
    case .clockDrift: [(.invalidOTP, "warning")]
    case .pushBombing: [(.tooManyPush, "warning"), (.authRejected, nil)]
    case .tenantDeleted: [(.tenantNotFound, "critical")]
    }
  }

  /// Ceremonies a minute that a hit tenant has on top of its own, so that the trouble shows also in a
  /// small one, and the method that they use; nil for any.
  var forced: (perMinute: Double, method: CorpusEvent.Method?) {
    switch self {
    case .pushQuota, .apnsExpired: (3, .push)
    case .appResigned: (1, .push)
    case .smsOutage: (0.2, .sms)
    case .smsPumping: (30, .sms)
    case .factorOff: (3, .otp)
    case .badClient: (2, nil)
    case .clockDrift: (8, .otp)
    case .pushBombing: (0, .push)
    case .tenantDeleted: (1, nil)
    }
  }
}
