/// Makes a corpus, piece by piece.
package struct CorpusGenerator: CorpusMaker, Sendable {
  /// What went wrong in it, and where.
  package let incidents: [CorpusIncident]
  /// The true counts of what was given out; nil unless the plan wants them.
  package private(set) var truth: CorpusTruth?
  /// How many bytes were given out.
  package private(set) var written = 0

  private var schedule: EventSchedule
  private var writer: ShapeWriter
  private let limit: Int?
  private var hasEnded = false

  package init(plan: CorpusPlan) {
    let size = plan.rate == nil ? CorpusGenerator.bytesPerRecord(plan) : 1_000
    self.init(plan: plan, bytesPerRecord: size)
  }

  private init(plan: CorpusPlan, bytesPerRecord: Double) {
    var random = CorpusRandom(seed: plan.seed)
    let population = TenantPopulation(count: plan.tenants, using: &random)
    incidents = CorpusIncident.schedule(
      plan.incidents, plan: plan, population: population, using: &random)
    let simulator = CeremonySimulator(
      population: population, errorShare: plan.errorShare, random: random)
    schedule = EventSchedule(
      plan: plan, recordsPerSecond: plan.recordsPerSecond(bytesPerRecord: bytesPerRecord),
      simulator: simulator, incidents: incidents)
    writer = ShapeWriter(
      shape: plan.shape, population: population, random: CorpusRandom(seed: plan.seed &+ 1))
    limit = plan.bytes
    truth = plan.countsTruth ? CorpusTruth(names: population.tenants.map(\.name)) : nil
  }

  package mutating func fill(_ out: inout CorpusBytes, upTo count: Int) -> Bool {
    while !hasEnded, out.count < count {
      guard let events = schedule.next() else { return end(&out) }
      for event in events {
        let before = out.count
        writer.chooseShape()
        truth?.add(event, shape: writer.shape)
        writer.write(event, to: &out)
        written += out.count - before
        if let limit, written >= limit { return end(&out) }
      }
    }
    return !hasEnded
  }

  private mutating func end(_ out: inout CorpusBytes) -> Bool {
    let before = out.count
    writer.finish(&out)
    written += out.count - before
    hasEnded = true
    return false
  }

  /// How long records are on average, from a small corpus of the same sort.
  private static func bytesPerRecord(_ plan: CorpusPlan) -> Double {
    var small = plan
    small.bytes = 200_000
    small.days = 1
    small.rate = 1
    small.incidents = []
    small.countsTruth = true
    var generator = CorpusGenerator(plan: small, bytesPerRecord: 1_000)
    let bytes = generator.all().count
    return Double(bytes) / Double(max(1, generator.truth?.records ?? 1))
  }
}
