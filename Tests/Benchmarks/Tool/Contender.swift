/// A program that takes part in a comparison.
struct Contender {
  /// As tables tell it; also the key of its measurements.
  let name: String
  let words: [String]
  /// Whether it is one of ours, whose answer the others must give.
  var isOurs = false
  /// How it may end, besides with 0.
  var statuses: Set<Int> = []
}

/// Runs contenders in turn, A B C A B C, so that whatever the machine does besides hits all alike.
struct Interleaving {
  let shell: Shell
  let rounds: Int

  /// The measurements by name; one round before the first is for warming up.
  func run(_ contenders: [Contender]) throws -> [String: Measurements] {
    var all: [String: Measurements] = [:]
    for round in 0...rounds {
      for contender in contenders {
        let run = try shell.measure(contender.words)
        guard run.status == 0 || contender.statuses.contains(run.status) else {
          throw BenchError("\(contender.name) ended with status \(run.status)")
        }
        if round > 0 { all[contender.name, default: Measurements()].add(run) }
      }
    }
    return all
  }
}
