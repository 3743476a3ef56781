/// What happens to ceremonies while something is wrong.
extension CeremonySimulator {
  /// Plays a ceremony as an incident has it; false when it is not touched.
  mutating func play(_ event: inout CorpusEvent, in incident: CorpusIncident) -> Bool {
    let isLate = incident.isLate(at: event.time)
    switch incident.kind {
    case .pushQuota where event.method == .push:
      return refuse(&event, .tooManyPushPerTenant)
    case .apnsExpired where event.method == .push && random.chance(0.55):
      return refuse(&event, .pushWrongCredentials)
    case .appResigned where event.method == .push && random.chance(0.08):
      return refuse(&event, .pushEndpointDisabled)
    case .smsOutage where event.method == .sms && random.chance(0.8):
      let code: CorpusCode = isLate && random.chance(0.3) ? .tooManySMS : .errorSendingSMS
      note(&event, .startAuth, after: 0)
      // People ask 2.2 times on average.
      for _ in 0...random.poisson(1.2) { fail(&event, code: code, after: 12_000) }
      return true
    case .smsPumping where event.method == .sms:
      if isLate { return refuse(&event, .tooManySMSPerTenant) }
      note(&event, .startAuth, after: 0)
      note(&event, .sendSMS, after: 600)
      return true
    case .factorOff where event.method == .otp:
      return refuse(&event, random.chance(0.7) ? .authMethodDisabled : .featureDisabledByAdmin)
    case .badClient where event.client < 3:
      return refuse(&event, .invalidBody)
    case .clockDrift where event.method == .otp && random.chance(0.6):
      note(&event, .startAuth, after: 0)
      fail(&event, code: .invalidOTP, after: 5_000)
      return true
    case .tenantDeleted:
      fail(&event, code: .tenantNotFound, after: 0)
      return true
    default: return false
    }
  }

  private mutating func refuse(_ event: inout CorpusEvent, _ code: CorpusCode) -> Bool {
    note(&event, .startAuth, after: 0)
    fail(&event, code: code, after: 300)
    return true
  }

  /// What an incident brings by itself in the minute that begins at `time`.
  mutating func playExtras(of incident: CorpusIncident, at time: Int) {
    let forced = incident.kind.forced
    for tenant in population.tenants.indices where incident.hits(tenant) {
      for _ in 0..<random.poisson(forced.perMinute * incident.size) {
        play(tenant: tenant, at: time + random.below(60_000), forced: (true, forced.method))
      }
      var event = CorpusEvent(
        time: time, tenant: Int32(tenant), user: 0, kind: .startAuth, method: .push)
      switch incident.kind {
      case .pushBombing: bomb(&event, size: incident.size)
      case .pushQuota where time == incident.times.lowerBound:
        for _ in 0..<5 { fail(&event, code: .tooManyPush, after: 2_000) }
      case .factorOff where time == incident.times.lowerBound:
        note(&event, .tenantUpdate, after: 0)
      default: break
      }
    }
  }

  /// Three users get more pushes in a minute than the provider allows, and deny some.
  private mutating func bomb(_ event: inout CorpusEvent, size: Double) {
    let start = event.time
    for user in 0..<3 {
      event.user = Int32(user)
      event.time = start
      for push in 0..<Int(8 * size) {
        if push < 5 {
          note(&event, .sendPush, after: 2_000)
        } else {
          fail(&event, code: .tooManyPush, after: 2_000)
        }
      }
      event.code = .authRejected
      note(&event, .authRejected, after: 1_000)
      event.code = nil
    }
  }
}
