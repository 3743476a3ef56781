/// A day with far more errors than any good one: the hard case of a benchmark.
///
/// A fifth of the lines bears a code, 200 tenants and all 33 codes by Zipf's law, evenly over the day; a
/// gigabyte has about 163,000 different rows. The code is at `data.details.error.code`, one place, so that
/// programs can be compared that must be told where it is.
package struct DenseCorpus: CorpusMaker, Sendable {
  package private(set) var truth: CorpusTruth?

  private let bytes: Int
  private let names: [[UInt8]]
  private let tenantPlaces: [UInt8]
  private let codePlaces: [CorpusCode]
  private var random: CorpusRandom
  private var clock = CorpusClock()
  private var written = 0
  private var lines = 0

  private static let start = 1_767_225_600_000  // 2026-01-01T00:00:00Z
  private static let tenantCount = 200
  /// Draws are looked up in tables of this size.
  private static let places = 65_536

  package init(seed: UInt64, bytes: Int, countsTruth: Bool) {
    self.bytes = max(bytes, 1)
    random = CorpusRandom(seed: seed)
    names = (0..<DenseCorpus.tenantCount).map { Array(TenantPopulation.name(of: $0).utf8) }
    // Neither the largest tenant nor the most frequent code is the first by name.
    tenantPlaces = DenseCorpus.zipf(DenseCorpus.tenantCount).map {
      UInt8($0 * 37 % DenseCorpus.tenantCount)
    }
    codePlaces = DenseCorpus.zipf(33).map { CorpusCode.coded[($0 * 19 + 8) % 33] }
    truth = countsTruth ? CorpusTruth(names: names) : nil
  }

  package mutating func fill(_ out: inout CorpusBytes, upTo count: Int) -> Bool {
    while out.count < count {
      guard written < bytes else { return false }
      let before = out.count
      writeLine(to: &out)
      written += out.count - before
    }
    return true
  }

  private mutating func writeLine(to out: inout CorpusBytes) {
    let tenant = Int32(tenantPlaces[random.below(DenseCorpus.places)])
    let code = random.below(1_000) < 200 ? codePlaces[random.below(DenseCorpus.places)] : nil
    let place = Int(Double(written) / Double(bytes) * 86_400_000) + random.below(6_000) - 3_000
    let time = DenseCorpus.start + min(max(place, 0), 86_399_999)
    let user = Int32(random.below(200_000))
    let kind =
      code == nil ? random.pick(DenseCorpus.successes) : random.pick(DenseCorpus.failures)
    truth?.add(
      time: time, tenant: tenant, user: user, code: code, isOther: !kind.isMFA,
      isDuplicate: false)
    out.text("{\"log_id\":\"900")
    clock.writeDigits(time, to: &out)
    out.number(lines, width: 12)
    lines += 1
    out.text("\",\"data\":{\"date\":\"")
    clock.write(time, .milliseconds, to: &out)
    out.text("\",\"type\":\"")
    out.text(kind.type)
    out.text("\",\"description\":\"")
    out.text(kind.description)
    out.text("\",\"connection\":\"Username-Password-Authentication\",\"client_id\":\"")
    out.hex(random.next(), digits: 16)
    out.hex(random.next(), digits: 16)
    out.text("\",\"ip\":\"203.0.113.")
    out.number(random.below(256))
    out.text("\",\"user_agent\":\"")
    out.text(random.pick(DenseCorpus.agents))
    out.text("\",\"details\":")
    if let code { writeFailure(code, to: &out) } else { writeSuccess(to: &out) }
    out.text(",\"user_id\":\"auth0|")
    let number = UInt64(UInt32(tenant)) << 32 | UInt64(UInt32(user))
    out.hex(scrambled(number), digits: 16)
    out.hex(scrambled(number &+ 1), digits: 8)
    out.text("\",\"tenant_name\":\"")
    out.text(names[Int(tenant)])
    out.text("\"}}\n")
  }

  private mutating func writeFailure(_ code: CorpusCode, to out: inout CorpusBytes) {
    out.text("{\"error\":{\"code\":\"")
    out.text(code.bytes)
    out.text("\",\"message\":\"")
    out.text(random.pick(ShapeWriter.messages))
    out.text("\",\"statusCode\":")
    out.number(400 + random.below(30))
    out.text("},\"device\":{\"id\":\"dev_")
    out.hex(random.next(), digits: 16)
    out.text("\",\"os\":\"ios\",\"push_credentials\":{\"service\":\"APNS\",\"token\":\"")
    out.hex(random.next(), digits: 16)
    out.hex(random.next(), digits: 16)
    out.text("\"}},\"retries\":")
    out.number(random.below(10))
    out.text(",\"elapsed\":")
    out.number(random.below(900))
    out.byte(0x2E)
    out.number(random.below(1_000), width: 3)
    out.text("}")
  }

  private mutating func writeSuccess(to out: inout CorpusBytes) {
    let luck = random.below(100)
    if luck < 10 { return out.text("null") }
    if luck < 20 {
      // A code that is none: what the user typed.
      out.text("{\"error\":null,\"request\":{\"method\":\"POST\",\"path\":\"/mfa/challenge\",")
      out.text("\"body\":{\"code\":\"")
      out.number(random.below(1_000_000), width: 6)
      return out.text("\"}}}")
    }
    out.text("{\"request\":{\"method\":\"POST\",\"path\":\"/oauth/token\",\"ids\":[")
    for number in 0...random.below(4) {
      if number > 0 { out.byte(0x2C) }
      out.number(random.below(100_000))
    }
    out.text("]},\"device\":{\"id\":\"dev_")
    out.hex(random.next(), digits: 16)
    out.text("\",\"os\":\"android\",\"trusted\":")
    out.text(random.below(2) == 0 ? "false" : "true")
    out.text("},\"geo\":{\"city\":\"")
    out.text(random.pick(ShapeWriter.cities))
    out.text("\",\"lat\":")
    if random.below(2) == 0 { out.byte(0x2D) }
    out.number(random.below(90))
    out.byte(0x2E)
    out.number(random.below(10_000), width: 4)
    out.text("},\"elapsed\":")
    out.number(random.below(900))
    out.text("}")
  }

  /// Numbers below `count`, each as often as Zipf's law with exponent 1.1 has it.
  private static func zipf(_ count: Int) -> [Int] {
    var sums: [Double] = []
    for rank in 1...count { sums.append((sums.last ?? 0) + 1 / power(Double(rank), 1.1)) }
    let total = sums[count - 1]
    var rank = 0
    return (0..<places).map { place in
      while sums[rank] < (Double(place) + 0.5) / Double(places) * total { rank += 1 }
      return rank
    }
  }

  private static let successes: [CorpusEvent.Kind] = [
    .authSucceed, .startAuth, .sendPush, .sendSMS, .sendEmail, .tenantUpdate, .login,
    .tokenExchange,
  ]
  private static let failures: [CorpusEvent.Kind] = [
    .sendPushFailure, .authFailed, .sendSMSFailure, .recoveryFailed, .startEnrollFailed,
  ]
  private static let agents: [StaticString] = [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/26.1 Safari/605.1",
    "Guardian/1.8.2 (Android 16; Pixel 10)", "okhttp/5.1.0",
    "Mozilla/5.0 (X11; Linux x86_64) \\\"Kiosk\\\" Gecko/20100101 Firefox/145.0",
  ]
}
