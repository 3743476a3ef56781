import Foundation

extension Figures {
  /// How much judging adds to counting, and how long a large fleet takes.
  func judgingFigures() throws -> [Figure] {
    let corpus = try files.dense()
    func check(_ jobs: Int) -> Contender {
      // What is critical in the corpus is told by the status, too.
      Contender(
        name: "check \(jobs)",
        words: [tool.path, "check", "-o", "json", "--jobs", "\(jobs)", corpus], statuses: [2])
    }
    func count(_ jobs: Int) -> Contender {
      Contender(name: "count \(jobs)", words: tool.words(jobs: jobs, [corpus]))
    }
    let all = try Interleaving(shell: shell, rounds: rounds).run([
      check(2), count(2), check(1), count(1),
    ])
    func ratio(_ jobs: Int) -> Double? {
      all["check \(jobs)"].flatMap { check in
        all["count \(jobs)"].map { check.wall / $0.wall }
      }
    }
    let output = shell.folder + "/judged"
    let fleet = try shell.measure(["/proc/self/exe", "judge"], output: output)
    let lines = try String(contentsOfFile: output, encoding: .utf8).split(separator: "\n")
    return [
      .ratio(
        "check with the built-in rules against counting (stat -o csv), 2 threads", must: 1.1,
        aim: 1.05,
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
}
