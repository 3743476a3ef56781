import LogAlerting
import LogModel
import LogTestSupport

/// Weeks of a log with everything that makes judging a part of it hard, made from a seed: late records,
/// bursts, troubles that last, tenants that fall silent, clocks that are wrong, and users that are known
/// at times.
struct CutStory {
  /// 2026-03-14T00:00:00Z.
  static let start: Int64 = 1_773_446_400

  /// A line, and the second in which it is written.
  struct Line {
    let arrival: Int64
    let text: String
  }

  let rules: RuleSet
  /// In the order of their arrival.
  private(set) var lines: [Line] = []
  private var random: SplitMix64
  private let seed: UInt64

  init(seed: UInt64, days: Int64 = 14) {
    self.seed = seed
    random = SplitMix64(seed: seed)
    rules = CutStory.rules(seed)
    for number in 0..<Int64(4) { tell(tenant: number, until: days * 86_400) }
    lines = lines.enumerated().sorted {
      ($0.element.arrival, $0.offset) < ($1.element.arrival, $1.offset)
    }.map(\.element)
  }

  private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

  /// Two weeks of a tenant, in steps of five minutes.
  private mutating func tell(tenant: Int64, until end: Int64) {
    let gap: Range<Int64> = seed % 4 == 1 ? 3 * 86_400..<11 * 86_400 : 0..<0
    var (trouble, silence) = (Int64(0), Int64(0))
    var isBurst = false
    for second in stride(from: Int64(0), to: end, by: 300) where !gap.contains(second) {
      if second >= trouble, chance(400) {
        isBurst = chance(2)
        trouble = second + Int64.random(in: 1...(isBurst ? 3 : 60), using: &random) * 300
      }
      if chance(1_500) { silence = second + Int64.random(in: 6...40, using: &random) * 3_600 }
      guard second >= silence else { continue }
      var errors = chance(4) ? 1 : 0
      if second < trouble { errors += Int.random(in: 0...(isBurst ? 30 : 5), using: &random) }
      for _ in 0..<errors { add(tenant, second, isError: true) }
      if chance(2) { add(tenant, second, isError: false) }
    }
  }

  private mutating func add(_ tenant: Int64, _ second: Int64, isError: Bool) {
    var time = CutStory.start + second + Int64.random(in: 0..<300, using: &random)
    var arrival = time
    if chance(40) { arrival += Int64.random(in: 0...1_800, using: &random) }
    if seed % 3 != 0, chance(2_500) { arrival += Int64.random(in: 0...2 * 86_400, using: &random) }
    if seed % 3 == 2, chance(3_000) { time += Int64.random(in: 0...2 * 86_400, using: &random) }
    let code = ["invalid_otp", "too_many_sms", "phone_provider_error"][
      Int.random(in: 0..<(tenant == 3 ? 1 : 3), using: &random)]
    let isNamed = tenant == 1 ? second < 86_400 : tenant != 2
    let user = isNamed ? #","user_id":"u\#(Int.random(in: 0..<40, using: &random))""# : ""
    let kind = isError ? #""error_code":"\#(code)""# : #""type":"gd_auth_succeed""#
    lines.append(
      Line(
        arrival: arrival,
        text: #"{"time":"\#(EventTime(seconds: time))","tenant":"t\#(tenant)",\#(kind)\#(user)}"#))
  }

  private static func threshold(_ metric: RuleMetric, _ least: UInt, of: UInt = 1) -> Rule.Kind {
    .threshold(
      RuleThresholds(
        warning: [
          RuleCondition(
            metric: metric, atLeast: DecimalThreshold(numerator: least, denominator: of))
        ],
        critical: [
          RuleCondition(metric: .count, atLeast: DecimalThreshold(numerator: 25))
        ]))
  }

  private static func rules(_ seed: UInt64) -> RuleSet {
    var rules = [
      Rule(name: "many", kind: threshold(.count, 8)),
      Rule(
        name: "waits", kind: threshold(.count, 2), by: [.code], windowSeconds: 300,
        forSeconds: 900, keepFiringSeconds: 3_600),
      Rule(name: "share", kind: threshold(.share, 3, of: 4), by: [.tenant], windowSeconds: 1_800),
      Rule(name: "user", kind: threshold(.perUser, 4), by: [.tenant], windowSeconds: 3_600),
      Rule(name: "spike", kind: .spike(SpikePolicy(severity: .critical)), windowSeconds: 300),
      Rule(
        name: "wide", kind: .spike(SpikePolicy(severity: .warning)), by: [.code],
        windowSeconds: 900, forSeconds: seed % 2 == 0 ? 0 : 900),
    ]
    if seed % 3 == 0 {
      rules.append(
        Rule(
          name: "silent", kind: .flatline(FlatlinePolicy(severity: .warning, learnSeconds: 14_400)),
          by: [.tenant], windowSeconds: 3_600, forSeconds: 3_600))
    }
    if seed % 5 == 2 {
      rules.append(
        Rule(
          name: "new", kind: .newCode(NewCodePolicy(severity: .warning, learnSeconds: 43_200)),
          windowSeconds: 1_800))
    }
    guard seed % 2 == 1 else { return RuleSet(rules: rules) }
    let silences = (0..<6).map { number in
      let from = start + Int64(number) * 150_000
      return Silence(
        match: number % 2 == 0
          ? RuleMatch([.tenant: PatternList(included: [NamePattern("t0")])]) : RuleMatch(),
        span: .once(from: from, until: from + 20_000))
    }
    return RuleSet(rules: rules, silences: silences)
  }
}
