import Foundation

extension Figures {
  /// How much judging adds to counting, and how long a large fleet takes.
  func judgingFigures() throws -> [Figure] {
    let corpus = try files.dense()
    // One rule that cannot fire has every cell counted that the built-in rules look at.
    let idle = shell.folder + "/idle.yaml"
    try Data(Figures.idleRule.utf8).write(to: URL(fileURLWithPath: idle))
    let check = [tool.path, "check", "-o", "json", "--jobs"]
    func contender(_ name: String, _ words: [String]) -> Contender {
      // What is critical in the corpus is told by the status, too.
      Contender(name: name, words: check + words + [corpus], statuses: [2])
    }
    let all = try Interleaving(shell: shell, rounds: rounds).run([
      contender("judged 2", ["2"]), contender("idle 2", ["2", "--rules", idle]),
      contender("judged 1", ["1"]), contender("idle 1", ["1", "--rules", idle]),
    ])
    func ratio(_ jobs: Int) -> Double? {
      all["judged \(jobs)"].flatMap { judged in
        all["idle \(jobs)"].map { judged.wall / $0.wall }
      }
    }
    let output = shell.folder + "/judged"
    let fleet = try shell.measure(["/proc/self/exe", "judge"], output: output)
    let lines = try String(contentsOfFile: output, encoding: .utf8).split(separator: "\n")
    return [
      .ratio(
        "check with the built-in rules against counting for them, 2 threads", must: 1.1, aim: 1.05,
        moreIsBetter: false, ratio(2)),
      .ratio(
        "the same, 1 thread", must: 1.1, aim: 1.05, moreIsBetter: false, ratio(1)),
      Figure(
        name: "60,000 series of 8,640 windows judged for spikes", must: 10, aim: 5,
        unit: .seconds, moreIsBetter: false,
        measured: lines.count == 2 ? Double(lines[1]) : nil,
        note: lines.first.map(String.init) ?? "status \(fleet.status)"),
      .memory("peak memory of that", must: 512, aim: 256, bytes: fleet.peak),
    ]
  }

  private static let idleRule = """
    version: 1
    rules:
      - name: idle
        kind: threshold
        window: 5m
        warning:
          count: 999999999

    """
}
