/// Plays second factors through and notes the records that they leave.
struct CeremonySimulator: Sendable {
  let population: TenantPopulation
  /// How likely a ceremony leaves a failure without a code, and one with a code.
  private let failures: (codeless: Double, coded: Double)
  /// The coded errors of a good day, added up; the last is 1.
  private let codeSums: [Double]
  var random: CorpusRandom
  var incidents: [CorpusIncident] = []
  /// What was noted; the schedule takes it from here.
  var events: [CorpusEvent] = []

  init(population: TenantPopulation, errorShare: Double?, random: CorpusRandom) {
    self.population = population
    self.random = random
    // Of a hundred ceremonies five fail; more than half of these leave nothing, a quarter leaves a
    // failure without a code, a fifth one with a code.
    let errors = errorShare.map { $0 * CorpusPlan.recordsPerCeremony }
    failures = errors.map { ($0 * 0.35, $0 * 0.5) } ?? (0.0125, 0.018)
    var sum = 0.0
    codeSums = CorpusCode.coded.map { code in
      sum += code.baselinePercent / 100
      return sum
    }
  }

  /// One ceremony that begins at `time`.
  ///
  /// - Parameters:
  ///   - tenant: Whose.
  ///   - time: When, in milliseconds since 1970.
  ///   - forced: Whether an incident brought it, and with which method.
  mutating func play(
    tenant: Int, at time: Int, forced: (isForced: Bool, method: CorpusEvent.Method?) = (false, nil)
  ) {
    let home = population.tenants[tenant]
    var event = CorpusEvent(
      time: time, tenant: Int32(tenant), user: population.user(of: home, using: &random),
      kind: .startAuth, method: forced.method ?? population.method(of: home, using: &random),
      client: UInt8(random.below(8)))
    for incident in incidents where incident.hits(tenant) {
      if play(&event, in: incident) { return }
    }
    guard !forced.isForced else { return playFactor(&event) }
    playLogin(event)
    let place = random.unit()
    if place < failures.codeless {
      note(&event, .startAuth, after: 0)
      fail(&event, code: nil, after: 4_000)
    } else if place < failures.codeless + failures.coded {
      playError(&event)
    } else {
      playFactor(&event)
    }
  }

  /// The records around a login that are not about MFA.
  private mutating func playLogin(_ first: CorpusEvent) {
    var event = first
    event.time -= 2_000
    note(&event, .login, after: 500)
    for _ in 0..<4 + random.below(5) {
      let kind: CorpusEvent.Kind =
        switch random.below(4) {
        case 0: .tokenExchange
        case 1: .silentLogin
        default: .apiCall
        }
      note(&event, kind, after: 9_000)
    }
  }

  /// A second factor that is accepted.
  mutating func playFactor(_ event: inout CorpusEvent) {
    note(&event, .startAuth, after: 0)
    switch event.method {
    case .push: note(&event, .sendPush, after: 300)
    case .sms: note(&event, .sendSMS, after: 600)
    case .voice: note(&event, .sendVoice, after: 900)
    case .email: note(&event, .sendEmail, after: 600)
    case .otp, .webauthn, .recovery: break
    }
    note(&event, event.method == .recovery ? .recoverySucceed : .authSucceed, after: 8_000)
  }

  /// An error of a good day, with what people do next.
  private mutating func playError(_ event: inout CorpusEvent) {
    let place = random.unit()
    let code = CorpusCode.coded[codeSums.firstIndex { place < $0 } ?? 8]
    note(&event, .startAuth, after: 0)
    fail(&event, code: code, after: 5_000)
    guard code == .invalidOTP else { return }
    // The provider stops at ten wrong passcodes an hour.
    for _ in 1..<10 where random.chance(0.7) {
      if random.chance(0.85) { return note(&event, .authSucceed, after: 12_000, atLeast: 5_000) }
      fail(&event, code: .invalidOTP, after: 12_000, atLeast: 5_000)
    }
  }

  mutating func fail(
    _ event: inout CorpusEvent, code: CorpusCode?, after mean: Int, atLeast: Int = 0
  ) {
    event.code = code ?? .authFailed
    note(&event, code?.eventKind ?? .authFailed, after: mean, atLeast: atLeast)
    event.code = nil
  }

  /// Notes a record some time after the one before it, twice `mean` milliseconds at most.
  mutating func note(
    _ event: inout CorpusEvent, _ kind: CorpusEvent.Kind, after mean: Int, atLeast: Int = 0
  ) {
    event.time += atLeast + (mean > 0 ? random.below(2 * mean) : 0)
    event.kind = kind
    events.append(event)
  }
}
