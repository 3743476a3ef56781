/// Which tenants are busy in a stretch of the day: draws one as often as it has ceremonies.
struct TenantMix: Sendable {
  /// Added up; the last is the whole activity.
  private let sums: [Double]

  /// The mix in the quarter of an hour that holds `time`.
  init(of population: TenantPopulation, at time: Int) {
    let middle = time - time % 900_000 + 450_000
    // Tenants share few zones and rhythms, but working each out is done only 96 times a day.
    var sum = 0.0
    sums = population.tenants.map { tenant in
      sum += tenant.weight * population.rhythm(of: tenant, at: middle)
      return sum
    }
  }

  /// How busy all are together.
  var activity: Double { sums.last ?? 0 }

  func tenant(using random: inout CorpusRandom) -> Int {
    let place = random.unit() * activity
    var (low, high) = (0, sums.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > place { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
