import LogAlerting
import LogModel
import Testing

/// What comes after its window has closed still counts, and may change what was told.
struct LateDataTests {
  @Test func `what was over and is not is revised, and over once more`() {
    var story = AlertStory([.counting()])
    #expect(story.run("a1x2") == "firing warning a 1-1 | w")
    #expect(story.run("3") == "resolved warning a 1-1 | .")
    #expect(story.run("a2x2") == "revised[reopened] warning a 1-2 | w")
    #expect(story.memory.alerts.map(\.telling.revision) == [1])
    #expect(story.run("") == "| w")
    #expect(story.run("4") == "resolved warning a 1-2 | .")
  }

  @Test func `what never fired, by what is known now, is withdrawn`() {
    var story = AlertStory([.sharing()])
    #expect(story.run("a1x2 2") == "firing warning a 1-1 | w")
    #expect(story.run("a1n9") == "revised[withdrawn] warning a 1-1 | .")
    #expect(story.run("") == "| .")
    #expect(story.memory.alerts.isEmpty)
  }

  @Test func `what was told to be over and never fired is withdrawn, too`() {
    var story = AlertStory([.sharing()])
    #expect(story.run("a1x2 3") == "firing warning a 1-1; resolved warning a 1-1 | .")
    #expect(story.run("a1n9") == "revised[withdrawn] warning a 1-1 | .")
  }

  @Test func `what is milder than was told is revised`() {
    var story = AlertStory([.sharing(.critical, besides: true)])
    #expect(story.run("a1x2 2") == "firing critical a 1-1 | c")
    #expect(story.run("a1n9") == "revised[severity] warning a 1-1 | w")
    #expect(story.run("3") == "resolved warning a 1-1 | .")
  }

  @Test func `what is over and was worse than was told is revised`() {
    var story = AlertStory([.counting()])
    #expect(story.run("a1x2 4") == "firing warning a 1-1; resolved warning a 1-1 | .")
    #expect(story.run("a1x1") == "| .")
    #expect(story.run("a1x2") == "revised[severity] critical a 1-1 | .")
    #expect(story.run("") == "| .")
  }

  @Test func `what fired long ago is told with begin and end`() {
    var story = AlertStory([.counting()])
    #expect(story.run("9") == "| .")
    #expect(story.run("a1x2") == "firing warning a 1-1; resolved warning a 1-1 | .")
  }

  @Test func `what joins two troubles makes one, without a word while one of them goes on`() {
    var story = AlertStory([.counting()])
    #expect(story.run("a1x2 4") == "firing warning a 1-1; resolved warning a 1-1 | .")
    #expect(story.run("a4x2") == "firing warning a 4-4 | w")
    #expect(story.run("a2x2 a3x2") == "| w")
    #expect(story.memory.alerts.map(\.seconds) == [300..<1_500])
    #expect(story.run("6") == "resolved warning a 1-4 | .")
  }

  @Test func `what falls apart is an end and a begin`() {
    // Window 2 fires while its two errors are most of what is known of it.
    var story = AlertStory([.sharing()])
    #expect(story.run("a1x2 a2x2 a3x2 4") == "firing warning a 1-3 | w")
    #expect(
      story.run("a2n9") == "firing warning a 3-3; resolved warning a 1-1 | w")
    #expect(story.run("5") == "resolved warning a 3-3 | .")
  }

  @Test func `a rule that is gone is told, and not taken for the end`() {
    var story = AlertStory([.counting()])
    #expect(story.run("a1x2") == "firing warning a 1-1 | w")
    let step = AlertLifecycle([.counting("other")]).step(from: story.memory, lives: [])
    #expect(step.transitions.map(\.kind) == [.revised])
    #expect(step.transitions.map(\.reasons) == [[.ruleGone]])
    #expect(step.memory.alerts.isEmpty)
  }

  @Test func `what is too old to be judged is neither told anew nor withdrawn`() {
    var story = AlertStory([.counting()])
    #expect(story.run("a1x2 4") == "firing warning a 1-1; resolved warning a 1-1 | .")
    // Window 1 ends at 600.
    story.horizon = 600
    #expect(story.run("5") == "| .")
    #expect(story.memory.alerts.isEmpty && story.memory.horizon == 600)
    // It does not go back.
    story.horizon = .min
    #expect(story.run("6") == "| .")
    #expect(story.memory.horizon == 600)
  }

  @Test func `what goes on and can be judged no more is over by the clock`() {
    var story = AlertStory([.counting(keep: 1_500)])
    #expect(story.run("a1x5") == "firing critical a 1-1 | c")
    // Its windows end at 600 and it is over at 2,100, by the clock at window 7.
    let lifecycle = AlertLifecycle(story.set.rules)
    var memory = story.memory
    let expected: [(Int64, [AlertTransition.Kind])] = [(6, []), (7, [.resolved])]
    for (window, told) in expected {
      memory.watermark.advance(
        to: EventTime(seconds: window * 300), now: story.now, latenessSeconds: 0)
      let step = lifecycle.step(from: memory, lives: [], horizon: 900)
      #expect(step.transitions.map(\.kind) == told)
      memory = step.memory
    }
    #expect(memory.alerts.isEmpty)
  }

  @Test func `what began before it could be judged keeps its start and its worst`() {
    var story = AlertStory([.counting()])
    #expect(story.run("a1x5 a2x2") == "firing critical a 1-2 | c")
    // From window 2 on only its two errors can be seen.
    var late = AlertStory([.counting()])
    _ = late.run("a2x2")
    var memory = story.memory
    memory.watermark.advance(to: EventTime(seconds: 900), now: story.now, latenessSeconds: 0)
    let step = AlertLifecycle(story.set.rules).step(
      from: memory, lives: late.lives(), horizon: 600)
    #expect(step.transitions.isEmpty)
    #expect(step.memory.alerts.map(\.seconds) == [300..<900])
    #expect(step.memory.alerts.map(\.severity) == [.critical])
    #expect(step.memory.alerts.map(\.peak.count) == [5])
  }
}
