import LogAlerting
import LogModel
import Testing

/// When something is told again, and when it is held back.
struct AlertTellingTests {
  /// The hours, of the first hundred of an alert that never ends, in which it is told.
  private func hoursTold(renotify: Int64, silences: [Silence] = []) -> [String] {
    var story = AlertStory(
      [.counting(windowSeconds: 3_600, renotify: renotify)], silences: silences)
    story.windowSeconds = 3_600
    return (0..<Int64(100)).compactMap { hour in
      let step = story.run([.init(tenant: "a", window: hour), .init(tenant: "a", window: hour)])
      return step.transitions.first.map { "\(hour) \($0.kind.rawValue)" }
    }
  }

  @Test func `it is told again after renotify, doubling up to a day`() {
    #expect(
      hoursTold(renotify: 14_400) == [
        "0 firing", "4 repeat", "12 repeat", "28 repeat", "52 repeat", "76 repeat",
      ])
    #expect(
      hoursTold(renotify: 36_000) == [
        "0 firing", "10 repeat", "30 repeat", "54 repeat", "78 repeat",
      ])
  }

  @Test func `a renotify of more than a day stays as it is`() {
    #expect(hoursTold(renotify: 172_800) == ["0 firing", "48 repeat", "96 repeat"])
  }

  @Test func `what is worse is told at once, and then again after renotify`() {
    var story = AlertStory([.counting(renotify: 600)])
    let told = (0..<12).map { window in story.run("a\(window)x\(window == 5 ? 5 : 2)") }
    #expect(
      told == [
        "firing warning a 0-0 | w", "| w", "repeat warning a 0-2 | w", "| w", "| w",
        "escalated[severity] critical a 0-5 | c", "| c", "repeat critical a 0-7 | w", "| w",
        "| w", "| w", "repeat critical a 0-11 | w",
      ])
  }

  @Test func `what clears is not told again`() {
    var story = AlertStory([.counting(keep: 3_000, renotify: 300)])
    #expect(story.run("a1x2") == "firing warning a 1-1 | w")
    #expect(story.run("3") == "| w")
    #expect(story.run("9") == "| w")
    #expect(story.run("a10x2") == "repeat warning a 1-10 | w")
  }

  /// From the start of one window to the start of another.
  private func silence(_ windows: Range<Int64>, tenant: String = "*") -> Silence {
    Silence(
      match: RuleMatch([.tenant: PatternList(included: [NamePattern(tenant)])]),
      span: .once(from: windows.lowerBound * 300, until: windows.upperBound * 300))
  }

  @Test func `what begins in a silence is told when it goes on behind it`() {
    var story = AlertStory([.counting()], silences: [silence(1..<3)])
    #expect(story.run("a1x5") == "| .")
    #expect(story.run("a2x5") == "| .")
    #expect(story.run("a3x2") == "firing warning a 3-3 | w")
    #expect(story.run("5") == "resolved warning a 3-3 | .")
  }

  @Test func `what begins and ends in a silence is never told`() {
    var story = AlertStory([.counting()], silences: [silence(1..<3)])
    #expect(story.run("a1x5 a2x5") == "| .")
    #expect(story.run("9") == "| .")
    #expect(story.memory.alerts.isEmpty)
  }

  @Test func `a silence is not the end of what was told before it`() {
    var story = AlertStory([.counting(renotify: 900)], silences: [silence(2..<7)])
    #expect(story.run("a1x2") == "firing warning a 1-1 | w")
    #expect(story.run("a2x9") == "| w")
    #expect(story.run("a3x9 a4x9") == "| .")
    #expect(story.run("a5x9 a6x9") == "| .")  // nor is it repeated
    #expect(story.run("a7x2") == "repeat warning a 1-7 | w")
    #expect(story.run("9") == "resolved warning a 1-7 | .")
  }

  @Test func `what was told and ends in a silence is told to be over`() {
    var story = AlertStory([.counting()], silences: [silence(2..<9)])
    #expect(story.run("a1x2") == "firing warning a 1-1 | w")
    #expect(story.run("a2x2") == "| w")
    #expect(story.run("4") == "resolved warning a 1-1 | .")
  }

  /// What is left of the alert in window 1 when somebody writes a silence that begins before it.
  private var silencedLives: [IncidentLife] {
    let key = SeriesKey([.init(key: .code, text: Array("x".utf8))])
    let alert = Alert(
      rule: 0, series: 0, key: key, severity: .warning, seconds: 300..<600, count: 2)
    return LifeGrouping([.counting()]).groups(of: [], silenced: [alert]).map(\.life)
  }

  @Test func `a silence of all that was told is told once`() {
    var story = AlertStory([.counting()])
    #expect(story.run("a1x2") == "firing warning a 1-1 | w")
    let lifecycle = AlertLifecycle(story.set.rules)
    let step = lifecycle.step(from: story.memory, lives: silencedLives)
    #expect(step.transitions.map(\.reasons) == [[.silenced]])
    #expect(step.silencedCount == 1 && step.incidents.isEmpty && step.memory.alerts.isEmpty)
    #expect(lifecycle.step(from: step.memory, lives: silencedLives).transitions.isEmpty)
  }

  @Test func `a silence of what is over needs no word`() {
    var story = AlertStory([.counting()])
    #expect(story.run("a1x2 3") == "firing warning a 1-1; resolved warning a 1-1 | .")
    let step = AlertLifecycle(story.set.rules).step(from: story.memory, lives: silencedLives)
    #expect(step.transitions.isEmpty && step.memory.alerts.isEmpty)
  }

  @Test func `a silence of one tenant leaves the others`() {
    var story = AlertStory([.counting()], silences: [silence(0..<9, tenant: "a")])
    #expect(story.run("a1x5") == "| .")
    #expect(story.run("b1x2") == "firing warning b 1-1 | w")
    #expect(story.run("a1x5") == "| w")
    let step = story.run([])
    #expect(step.silencedCount == 1)
    #expect(story.run("4") == "resolved warning b 1-1 | .")
  }
}
