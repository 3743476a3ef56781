import LogAlerting
import LogModel
import Testing

/// From where on a run judges anew.
struct ReviewStartTests {
  private static let hour: Int64 = 3_600
  private static let day: Int64 = 86_400

  private static let rules = [
    Rule.counting("counts", keep: 600),
    Rule(name: "spike", kind: .spike(SpikePolicy(severity: .warning)), windowSeconds: 300),
  ]

  private static func subject(_ code: String) -> AlertSubject {
    AlertSubject(rule: nil, key: SeriesKey([.init(key: .code, text: Array(code.utf8))]))
  }

  private static func alert(
    _ code: String, hours: Range<Int64>, state: AlertState = .resolved
  ) -> RememberedAlert {
    let seconds = hours.lowerBound * hour..<hours.upperBound * hour
    return RememberedAlert(
      subject: subject(code), rule: "counts", state: state, severity: .warning, seconds: seconds,
      quietFrom: seconds.upperBound, clearsAt: seconds.upperBound + 600, count: 9, users: nil,
      peak: IncidentPeak(seconds: seconds, count: 9, expected: nil), tenantCount: 1, tenant: "a",
      telling: AlertTelling(at: 0, renotifySeconds: 60, severity: .warning, isProviderWide: false))
  }

  /// The hour from which on is judged when records of some hours are new; nil when everything is.
  ///
  /// Windows were closed up to hour 400.
  private func start(
    news: [Int64], stretches: [Range<Int64>] = [0..<405], alerts: [RememberedAlert] = [],
    silenced: [Range<Int64>] = [], horizon: Int64 = .min, rules: [Rule] = Self.rules
  ) -> Int64? {
    let hour = Self.hour
    let past = JudgedPast(
      rules: "", now: 0, stretches: stretches.map { $0.lowerBound * hour..<$0.upperBound * hour },
      silenced: silenced.map {
        let seconds = $0.lowerBound * hour..<$0.upperBound * hour
        return SilencedLife(
          subject: Self.subject("x"), seconds: seconds, clearsAt: seconds.upperBound + 600)
      })
    let memory = AlertMemory(
      watermark: Watermark(closedBefore: 400 * hour), horizon: horizon, alerts: alerts)
    return Review(
      after: past, memory: memory, news: news.map { $0 * hour..<$0 * hour + 300 }, rules: rules,
      baseSeconds: 300
    ).map { $0.judgedFrom / hour }
  }

  @Test func `it is the clock of the run before, or the first new count before it`() {
    #expect(start(news: []) == 400)
    #expect(start(news: [405, 406]) == 400)
    #expect(start(news: [390, 405]) == 390)
  }

  @Test func `an incident that goes on there is judged from its beginning`() {
    let alerts = [
      Self.alert("x", hours: 398..<400, state: .clearing), Self.alert("y", hours: 380..<399),
      Self.alert("x", hours: 200..<300),
    ]
    #expect(start(news: [405], alerts: alerts) == 398)
    #expect(start(news: [390], alerts: alerts) == 380)
    #expect(start(news: [405], alerts: alerts, silenced: [396..<399]) == 396)
    #expect(start(news: [405], alerts: alerts, silenced: [396..<397]) == 398)
    // What is not over is never settled.
    #expect(start(news: [], alerts: [Self.alert("x", hours: 20..<30, state: .firing)]) == 20)
  }

  @Test func `what waits is judged from where it may have begun to`() {
    var rules = Self.rules
    rules[0].forSeconds = 3_900
    #expect(start(news: [], rules: rules) == 397)
  }

  @Test func `windows of a day are judged whole`() {
    let rules = Self.rules + [Rule(name: "day", kind: Self.rules[0].kind, windowSeconds: Self.day)]
    #expect(start(news: [], rules: rules) == 384)
  }

  @Test func `late records that join two stretches change what follows the first of them`() {
    // Windows are of five minutes: the last one of the first stretch begins at 55 past 99.
    #expect(start(news: [200], stretches: [0..<100, 300..<405]) == 99)
    #expect(start(news: [405], stretches: [0..<100, 300..<405]) == 400)
  }

  @Test func `everything is judged where it cannot be known what may have changed`() {
    let apart = [0..<100, 390..<405] as [Range<Int64>]
    #expect(start(news: [395], stretches: apart) == 395)
    #expect(start(news: [99], stretches: apart) == nil)
    #expect(start(news: [405], horizon: 390 * Self.hour) == 400)
    #expect(start(news: [390], horizon: 390 * Self.hour) == nil)
    let odd = Self.rules + [Rule(name: "odd", kind: Self.rules[0].kind, windowSeconds: 420)]
    #expect(start(news: [], rules: odd) == nil)
    let later = SpikePolicy(severity: .warning, minCount: 5, minUsers: 6)
    #expect(start(news: [], rules: [Rule(name: "later", kind: .spike(later))]) == nil)
  }
}
