import LogAlerting
import LogModel
import Testing

/// Histories, run by run, with all that is told; windows are of five minutes.
struct AlertLifecycleTests {
  /// Runs one batch after the other and expects what is told behind each.
  private func expect(
    _ story: AlertStory, _ runs: [(batch: String, told: String)],
    location: Testing.SourceLocation = #_sourceLocation
  ) {
    var story = story
    for (number, run) in runs.enumerated() {
      let told = story.run(run.batch)
      #expect(told == run.told, "run \(number), \(run.batch)", sourceLocation: location)
    }
  }

  @Test func `it fires once, at once, and is over once a window closed without it`() {
    expect(
      AlertStory([.counting()]),
      [
        ("a1x1", "| ."),
        ("a1x1", "firing warning a 1-1 | w"),  // the window is still open
        ("a1x1", "| w"),
        ("a2x2", "| w"),  // it grows
        ("3", "| w"),  // window 2 has closed, and it fired in it
        ("4", "resolved warning a 1-2 | ."),  // window 3 has closed
        ("5", "| ."),
        ("a9x2", "firing warning a 9-9 | w"),
      ])
  }

  @Test func `lateness keeps windows open`() {
    expect(
      AlertStory([.counting()], latenessSeconds: 600),
      [
        ("a1x2", "firing warning a 1-1 | w"), ("3", "| w"), ("4", "| w"),
        ("5", "resolved warning a 1-1 | ."),
      ])
  }

  @Test func `what fires while it may still go on is told by itself once that is sure`() {
    expect(
      AlertStory([.counting()], latenessSeconds: 900),
      [
        ("a1x2", "firing warning a 1-1 | w"),
        ("a3x2", "| w"),  // window 2 may still fire
        ("a3x3", "escalated[severity] critical a 3-3 | c"),  // but what is worse is told at once
        ("5", "| c"), ("6", "firing critical a 3-3; resolved warning a 1-1 | c"), ("7", "| c"),
        ("8", "resolved critical a 3-3 | ."),
      ])
    expect(
      AlertStory([.counting()], latenessSeconds: 900),
      [
        ("a1x2 a3x5", "escalated[severity] critical a 3-3; firing warning a 1-1 | c"),
        ("6", "firing critical a 3-3; resolved warning a 1-1 | c"),
      ])
    expect(
      AlertStory([.counting()], latenessSeconds: 900),
      [
        ("a1x2", "firing warning a 1-1 | w"), ("a3x2", "| w"), ("a2x2", "| w"), ("6", "| w"),
        ("7", "| w"), ("8", "resolved warning a 1-3 | ."),
      ])
    expect(
      AlertStory([.counting()], latenessSeconds: 900),
      [
        ("a3x2", "firing warning a 3-3 | w"),
        ("a1x2", "| w"),  // the same code fires, as was told
        ("6", "firing warning a 3-3; resolved warning a 1-1 | w"),
        ("8", "resolved warning a 3-3 | ."),
      ])
  }

  @Test func `nothing new is nothing to tell, and no data are never the end of it`() {
    expect(
      AlertStory([.counting(renotify: 300)]),
      [("a1x5", "firing critical a 1-1 | c"), ("", "| c"), ("", "| c"), ("a1n1", "| c")])
  }

  @Test func `it is told again when it is worse, and not when it grows`() {
    expect(
      AlertStory([.counting()]),
      [
        ("a1x2", "firing warning a 1-1 | w"), ("a1x2", "| w"),
        ("a1x1", "escalated[severity] critical a 1-1 | c"), ("a1x9 a2x9", "| c"),
        ("4", "resolved critical a 1-2 | ."),
      ])
  }

  @Test func `one code over many tenants is told once, and that it is of many`() {
    expect(
      AlertStory([.counting()]),
      [
        ("a1x2", "firing warning a 1-1 | w"),
        ("b1x2", "escalated[provider_wide] warning ab 1-1 | w"), ("c2x2 d2x2 b2x2", "| w"),
        ("e3x6", "escalated[severity] critical abcde 1-3 | c"),
        ("5", "resolved critical abcde 1-3 | ."),
      ])
    expect(
      AlertStory([.counting()]),
      [
        ("a1x2", "firing warning a 1-1 | w"),
        ("b2x5", "escalated[severity,provider_wide] critical ab 1-2 | c"),
      ])
    expect(AlertStory([.counting()]), [("a1x2 b1x5", "firing critical ab 1-1 | c")])
  }

  @Test func `the level is that of now, and falls before all is over`() {
    expect(
      AlertStory([.counting()]),
      [
        ("a1x5", "firing critical a 1-1 | c"), ("a2x2", "| c"), ("a3x2", "| w"),
        ("a4x5", "| c"),  // it was told to be critical
        ("6", "resolved critical a 1-4 | ."),
      ])
  }

  @Test func `what was never seen before it was over is told with begin and end`() {
    expect(
      AlertStory([.counting()]),
      [
        ("a1x2 9", "firing warning a 1-1; resolved warning a 1-1 | ."), ("10", "| ."),
      ])
  }

  @Test func `codes and rules that tell no codes apart are troubles of their own`() {
    let rules: [Rule] = [
      .counting("of codes"),
      Rule(
        name: "of tenants", kind: Rule.counting().kind, by: [.tenant], windowSeconds: 300),
    ]
    var story = AlertStory(rules)
    let first = story.run([.init(tenant: "a", window: 1), .init(tenant: "a", window: 1)])
    #expect(first.transitions.map(\.alert.subject.rule) == ["of tenants", nil])
    let second = story.run([
      .init(tenant: "b", code: "y", window: 1), .init(tenant: "b", code: "y", window: 1),
    ])
    #expect(second.transitions.map(\.kind) == [.escalated, .firing])
    #expect(second.incidents.count == 3)
  }

  @Test func `two rules about one code are one trouble`() {
    expect(
      AlertStory([.counting(), .sharing(.critical)]),
      [
        ("a1x2", "firing warning a 1-1 | w"), ("2", "escalated[severity] critical a 1-1 | c"),
        ("3", "resolved critical a 1-1 | ."),
      ])
  }

  @Test func `with "for" it waits, and what waits is not told`() {
    expect(
      AlertStory([.counting(wait: 600)]),
      [
        ("a1x2", "| ."), ("a2x2", "| ."), ("a3x2", "firing warning a 3-3 | w"), ("4", "| w"),
        ("5", "resolved warning a 3-3 | ."), ("a6x2", "| ."), ("a7x2", "| ."), ("9", "| ."),
      ])
  }

  @Test func `with keep_firing it clears for so long, and may come back`() {
    var story = AlertStory([.counting(keep: 900)])
    #expect(story.run("a1x2") == "firing warning a 1-1 | w")
    #expect(story.memory.open.map(\.state) == [.firing])
    #expect(story.run("2") == "| w")
    #expect(story.memory.open.map(\.state) == [.firing])
    #expect(story.run("3") == "| w")
    #expect(story.memory.open.map(\.state) == [.clearing])
    #expect(story.run("a4x2") == "| w")
    #expect(story.memory.open.map(\.state) == [.firing])
    #expect(story.run("7") == "| w")
    #expect(story.run("8") == "resolved warning a 1-4 | .")
    #expect(story.memory.open.isEmpty)
  }

  @Test func `without any keep_firing the first window without it ends it`() {
    expect(
      AlertStory([.counting(keep: 0)]),
      [
        ("a1x2", "firing warning a 1-1 | w"), ("a2x2", "| w"), ("3", "| w"),
        ("4", "resolved warning a 1-2 | ."),
      ])
  }

  @Test func `a share waits until its window closes`() {
    expect(
      AlertStory([.sharing()]),
      [
        ("a1x4", "| ."), ("2", "firing warning a 1-1 | w"),
        ("3", "resolved warning a 1-1 | ."),
      ])
  }

  @Test func `a tenant that logs nothing is told while others log, and over when it logs again`() {
    let rule = Rule(
      name: "silent", kind: .flatline(FlatlinePolicy(severity: .critical, learnSeconds: 600)),
      by: [.tenant], windowSeconds: 300, keepFiringSeconds: 0)
    // `firing` comes when window 3 has closed; nothing is over while nobody logs.
    expect(
      AlertStory([rule]),
      [
        ("a0n1 b0n1 a1n1 b1n1 a2n1 b2n1", "| ."), ("b3n1", "| ."),
        ("b4n1", "firing critical a 3-3 | c"), ("b5n1 b6n1 b7n1", "| c"), ("", "| c"),
        ("a8n1 b8n1", "| c"), ("a9n1 b9n1", "resolved critical a 3-7 | ."),
      ])
  }
}
