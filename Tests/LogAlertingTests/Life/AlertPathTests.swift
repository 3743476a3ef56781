import LogAlerting
import LogModel
import LogTestSupport
import Testing

/// In how many runs a log was read does not show in what is remembered, and all is told once.
struct AlertPathTests {
  private static let rules: [Rule] = [
    .counting("counts", keep: 600, renotify: 1_200), .counting("waits", wait: 300),
    .sharing(.critical),
    Rule(
      name: "tenants", kind: Rule.counting().kind, by: [.tenant], windowSeconds: 300,
      keepFiringSeconds: 0),
    Rule(
      name: "silent", kind: .flatline(FlatlinePolicy(severity: .warning, learnSeconds: 600)),
      by: [.tenant], windowSeconds: 300),
  ]

  private static let silences = [
    Silence(
      match: RuleMatch([.tenant: PatternList(included: [NamePattern("b")])]),
      span: .once(from: 3_000, until: 5_400))
  ]

  /// Three hours of records as they come in; none comes more than `late` windows after a later one.
  private func events(
    late: Int64, using random: inout SplitMix64
  ) -> [AlertStory.Event] {
    var events: [(arrival: Int64, event: AlertStory.Event)] = []
    for window in 0..<Int64(36) {
      for tenant in ["a", "b", "c"] where Int.random(in: 0..<4, using: &random) > 0 {
        let isBad = Int.random(in: 0..<4, using: &random) == 0
        for _ in 0..<Int.random(in: 1...(isBad ? 6 : 2), using: &random) {
          let event = AlertStory.Event(
            tenant: tenant, code: ["x", "y"].randomElement(using: &random) ?? "x", window: window,
            isError: Int.random(in: 0..<(isBad ? 8 : 3), using: &random) > 1)
          events.append((window + Int64.random(in: 0...late, using: &random), event))
        }
      }
    }
    return events.enumerated().sorted { left, right in
      (left.element.arrival, left.offset) < (right.element.arrival, right.offset)
    }.map(\.element.event)
  }

  private func story(lateness: Int64) -> AlertStory {
    AlertStory(Self.rules, silences: Self.silences, latenessSeconds: lateness)
  }

  /// What one memory holds and the other does not, but for what was told when.
  private func differences(_ one: AlertMemory, _ other: AlertMemory) -> Set<RememberedAlert> {
    func facts(_ memory: AlertMemory) -> Set<RememberedAlert> {
      Set(
        memory.alerts.map { alert in
          var alert = alert
          alert.telling = AlertTelling(
            at: 0, renotifySeconds: 0, severity: .warning, isProviderWide: false)
          return alert
        })
    }
    return facts(one).symmetricDifference(facts(other))
  }

  /// Begins or ends that were told, by subject and start.
  private func told(_ kind: AlertTransition.Kind, _ transitions: [AlertTransition]) -> [String] {
    transitions.filter { $0.kind == kind }.map {
      "\($0.alert.subject) \($0.alert.seconds.lowerBound)"
    }.sorted()
  }

  /// The story in random runs, some of them without anything new, and all that was told.
  private func inRuns(
    _ events: [AlertStory.Event], lateness: Int64, using random: inout SplitMix64,
    after check: (AlertStory, [AlertTransition]) -> Void = { _, _ in }
  ) -> (story: AlertStory, told: [AlertTransition]) {
    var story = story(lateness: lateness)
    var told: [AlertTransition] = []
    var rest = events[...]
    while !rest.isEmpty {
      let count = Int.random(in: 1...12, using: &random)
      let step = story.run(Array(rest.prefix(count)))
      rest = rest.dropFirst(count)
      told += step.transitions
      check(story, step.transitions)
      guard Int.random(in: 0..<4, using: &random) == 0 else { continue }
      let remembered = story.memory
      #expect(story.run([]).transitions.isEmpty, "nothing is new")
      #expect(story.memory == remembered)
    }
    return (story, told)
  }

  @Test(arguments: UInt64(0)..<16)
  func `any cut into runs remembers the same and tells each begin and end once`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let events = events(late: 2, using: &random)
    var whole = story(lateness: 600)
    let once = whole.run(events).transitions
    let (parts, all) = inRuns(events, lateness: 600, using: &random)
    #expect(parts.memory.watermark == whole.memory.watermark)
    #expect(differences(parts.memory, whole.memory).isEmpty)
    let ends = told(.resolved, all)
    #expect(ends == told(.resolved, once))
    #expect(Set(ends).count == ends.count)
    // Within the lateness a begin may move to an earlier window, of which less was there at first.
    #expect(told(.firing, all).count == told(.firing, once).count)
    #expect(told(.firing, once).count > 5)
    #expect(!all.contains { $0.kind == .revised })
  }

  @Test(arguments: UInt64(100)..<116)
  func `with any late data the end is the same, and who read all knows what fires`(
    seed: UInt64
  ) {
    var random = SplitMix64(seed: seed)
    let events = events(late: 12, using: &random)
    var whole = story(lateness: 300)
    _ = whole.run(events)
    /// What a reader takes for firing.
    var firing: Set<AlertSubject> = []
    let (parts, all) = inRuns(events, lateness: 300, using: &random) { story, told in
      // What begins and is over at once is news of the past.
      let past = Set(
        told.filter { $0.kind == .firing && $0.alert.state == .resolved }.map(\.alert))
      for transition in told where !past.contains(transition.alert) {
        let isEnd = transition.kind == .resolved
        let isError = transition.isWithdrawn && transition.alert.state != .resolved
        if isEnd || isError { firing.remove(transition.alert.subject) }
      }
      for transition in told where transition.alert.state != .resolved {
        if transition.kind == .firing || transition.reasons.contains(.reopened) {
          firing.insert(transition.alert.subject)
        }
      }
      #expect(firing == Set(story.memory.open.map(\.subject)))
    }
    #expect(parts.memory.watermark == whole.memory.watermark)
    #expect(differences(parts.memory, whole.memory).isEmpty)
    #expect(all.contains { $0.kind == .revised })
  }

  @Test(arguments: UInt64(200)..<208)
  func `the order of what was judged and remembered does not show`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var story = story(lateness: 300)
    let events = events(late: 6, using: &random)
    _ = story.run(Array(events.prefix(events.count / 2)))
    var memory = story.memory
    _ = story.run(Array(events.dropFirst(events.count / 2)))
    memory.watermark = story.memory.watermark
    let lives = story.lives()
    let lifecycle = AlertLifecycle(story.set.rules)
    let step = lifecycle.step(from: memory, lives: lives)
    #expect(step.transitions.count > 3)
    for _ in 0..<4 {
      memory.alerts.shuffle(using: &random)
      #expect(lifecycle.step(from: memory, lives: lives.shuffled(using: &random)) == step)
    }
  }
}
