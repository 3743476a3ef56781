/// Deals records out in the order in which a collector gets them: nearly by time, some late, some twice.
struct EventSchedule: Sendable {
  private var simulator: CeremonySimulator
  private let incidents: [CorpusIncident]
  private let duplicateShare: Double
  private let end: Int
  private let stopsAtEnd: Bool
  /// Ceremonies a minute when the activity is 1.
  private let ceremoniesPerMinute: Double
  private var mix: TenantMix
  private var noise = 1.0
  /// The minute to be played next.
  private var minute: Int
  private var nextID = 0
  /// Records that have not come in yet, by the second in which they do; a ring.
  private var seconds: [[CorpusEvent]]
  /// The second to be dealt out next.
  private var second: Int
  /// How many records are in the ring.
  private var waiting = 0

  /// More than an hour: a ceremony takes minutes, and the latest delivery is half an hour late.
  private static let ringSize = 4_096

  init(
    plan: CorpusPlan, recordsPerSecond: Double, simulator: CeremonySimulator,
    incidents: [CorpusIncident]
  ) {
    self.simulator = simulator
    self.incidents = incidents
    duplicateShare = (plan.shape?.hasIDs ?? true) ? plan.duplicateShare : 0
    end = plan.end
    stopsAtEnd = plan.bytes == nil
    minute = plan.start
    second = plan.start / 1_000
    seconds = Array(repeating: [], count: EventSchedule.ringSize)
    mix = TenantMix(of: simulator.population, at: plan.start)
    // The activity of the whole time on average, from one look an hour.
    let hours = max(1, Int(plan.days * 24))
    let activity = (0..<hours).reduce(0.0) { sum, hour in
      sum + TenantMix(of: simulator.population, at: plan.start + hour * 3_600_000).activity
    }
    ceremoniesPerMinute =
      recordsPerSecond * 60 / CorpusPlan.recordsPerCeremony / (activity / Double(hours))
  }

  /// The records of the next second that has any; nil at the end.
  mutating func next() -> [CorpusEvent]? {
    while true {
      let hasMore = minute < end || !stopsAtEnd
      if hasMore, second * 1_000 >= minute {
        playMinute()
        continue
      }
      guard hasMore || waiting > 0 else { return nil }
      let slot = second % EventSchedule.ringSize
      second += 1
      guard !seconds[slot].isEmpty else { continue }
      var events: [CorpusEvent] = []
      swap(&events, &seconds[slot])
      waiting -= events.count
      return events
    }
  }

  private mutating func playMinute() {
    if minute % 900_000 == 0 { mix = TenantMix(of: simulator.population, at: minute) }
    if minute % 300_000 == 0 {
      // A gamma distribution of mean 1 and variation 0.2 (Wilson and Hilferty, for shape 25).
      let root = 1 - 1.0 / 225 + simulator.random.normal() / 15
      noise = root * root * root
    }
    let time = minute
    simulator.incidents = incidents.filter { $0.times.contains(time) }
    let count = simulator.random.poisson(ceremoniesPerMinute * mix.activity * noise)
    for _ in 0..<count {
      let tenant = mix.tenant(using: &simulator.random)
      simulator.play(tenant: tenant, at: time + simulator.random.below(60_000))
    }
    for incident in simulator.incidents { simulator.playExtras(of: incident, at: time) }
    minute += 60_000
    for index in simulator.events.indices { deliver(simulator.events[index]) }
    simulator.events.removeAll(keepingCapacity: true)
  }

  private mutating func deliver(_ event: CorpusEvent) {
    var event = event
    event.id = nextID
    nextID += 1
    var delay = 40 + simulator.random.below(2_000)
    let luck = simulator.random.unit()
    if luck < 0.0005 {
      delay += simulator.random.below(1_800_000)
    } else if luck < 0.0205 {
      delay += 1_000 + simulator.random.below(119_000)
    }
    put(event, at: event.time + delay)
    if simulator.random.chance(duplicateShare) {
      event.isDuplicate = true
      put(event, at: event.time + delay + 1_000 + simulator.random.below(60_000))
    }
  }

  private mutating func put(_ event: CorpusEvent, at time: Int) {
    // What began before the minute cannot come in before it.
    let second = max(time / 1_000, self.second)
    seconds[second % EventSchedule.ringSize].append(event)
    waiting += 1
  }
}
