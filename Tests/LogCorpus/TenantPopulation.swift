/// The tenants of a corpus, the users of each, and when they are busy.
struct TenantPopulation: Sendable {
  struct Tenant: Sendable {
    let name: [UInt8]
    /// The share of all ceremonies; the weights add up to 1.
    let weight: Double
    /// Whether its users work there, or are customers.
    let isWorkforce: Bool
    /// Hours east of Greenwich.
    let offset: Int
    let users: Int
  }

  let tenants: [Tenant]
  /// How likely each method is, added up; the last is 1.
  private let methods: (workforce: [Double], consumer: [Double])

  /// Makes `count` tenants; the first is the largest.
  init(count: Int, using random: inout CorpusRandom) {
    let total = (1...count).reduce(0) { $0 + 1 / power(Double($1), 1.1) }
    tenants = (0..<count).map { index in
      let weight = 1 / power(Double(index + 1), 1.1) / total
      let zone = random.unit()
      return Tenant(
        name: Array(TenantPopulation.name(of: index).utf8), weight: weight,
        isWorkforce: random.chance(0.7), offset: zone < 0.4 ? -6 : zone < 0.8 ? 1 : 8,
        users: max(5, Int(weight * 400_000)))
    }
    // Percent of push, otp, sms, webauthn, email, voice, recovery.
    methods = (
      TenantPopulation.sums([55, 25, 12, 5, 2, 0.7, 0.3]),
      TenantPopulation.sums([8, 25, 45, 5, 15, 1.5, 0.5])
    )
  }

  func method(of tenant: Tenant, using random: inout CorpusRandom) -> CorpusEvent.Method {
    let place = random.unit()
    let sums = tenant.isWorkforce ? methods.workforce : methods.consumer
    let index = sums.firstIndex { place < $0 } ?? 0
    return CorpusEvent.Method(rawValue: UInt8(index)) ?? .push
  }

  /// A user of a tenant; some are far busier than others (Zipf's law with exponent 0.6).
  func user(of tenant: Tenant, using random: inout CorpusRandom) -> Int32 {
    Int32(min(power(random.unit(), 2.5) * Double(tenant.users), Double(tenant.users - 1)))
  }

  /// How busy a tenant is at a time in milliseconds since 1970; 1 is about its busiest hour.
  func rhythm(of tenant: Tenant, at time: Int) -> Double {
    let local = time + tenant.offset * 3_600_000
    let hour = Double(local % 86_400_000) / 3_600_000
    // The first of January 1970 was a Thursday; 0 is Monday here.
    let weekday = (local / 86_400_000 + 3) % 7
    let monday = weekday == 0 ? 1.15 : 1
    guard tenant.isWorkforce else {
      let level = 0.2 + 0.8 * (1 + cosine(turns: (hour - 20) / 24)) / 2
      return level * (weekday >= 5 ? 1.1 : monday)
    }
    let morning = exponential(-squared((hour - 9.3) / 1.6))
    let afternoon = 0.6 * exponential(-squared((hour - 13.6) / 1.9))
    return (0.04 + morning + afternoon) * (weekday >= 5 ? 0.18 : monday)
  }

  private func squared(_ value: Double) -> Double { value * value }

  private static func sums(_ percents: [Double]) -> [Double] {
    var sum = 0.0
    return percents.map { percent in
      sum += percent / 100
      return sum
    }
  }

  /// A name that no other index has.
  static func name(of index: Int) -> String {
    let firsts = [
      "alder", "basalt", "cobalt", "delta", "ember", "fjord", "garnet", "harbor", "iris", "juniper",
      "kestrel", "lumen", "meadow", "nimbus", "oakfield", "pebble", "quartz", "raven", "saffron",
      "tundra",
    ]
    let seconds = ["bank", "clinic", "travel", "edu", "retail"]
    let thirds = ["eu", "us", "ap"]
    let (turn, place) = index.quotientAndRemainder(dividingBy: 300)
    let name = "\(firsts[place % 20])-\(seconds[place / 20 % 5])-\(thirds[place / 100])"
    return turn == 0 ? name : "\(name)-\(turn)"
  }
}
