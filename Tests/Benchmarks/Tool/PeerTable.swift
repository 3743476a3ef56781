import Foundation

/// The whole program beside all peers: time, processor time, memory, and how many times slower.
struct PeerTable {
  let shell: Shell
  let rounds: Int
  let tool: OwnTool
  let peers: Peers
  let files: CorpusFiles

  func text(asMarkdown: Bool) throws -> String {
    let corpus = try files.dense()
    let gzip = try files.denseGzip()
    let own = [
      Contender(name: "mfa-logstat", words: tool.words(jobs: 2, [corpus]), isOurs: true),
      Contender(
        name: "mfa-logstat, 1 thread", words: tool.words(jobs: 1, [corpus]), isOurs: true),
    ]
    let packed = Contender(
      name: "mfa-logstat, one gzip file", words: tool.words(jobs: 2, [gzip]), isOurs: true)
    let (found, missing) = peers.fast(over: corpus)
    var text = try group(own + [packed], found, bytes: size(corpus))
    // The slow ones get a short piece, and so do we beside them.
    let head = try files.denseHead(16 << 20)
    let (slow, slowMissing) = peers.slow(over: head)
    if !slow.isEmpty {
      let short = Contender(
        name: "mfa-logstat", words: tool.words(jobs: 2, [head]), isOurs: true)
      text += "\n\nThe first 16 MiB only:\n\n" + (try group([short], slow, bytes: size(head)))
    }
    let absent = missing + slowMissing
    if !absent.isEmpty { text += "\n\nNot installed: " + absent.joined(separator: ", ") }
    return Machine.description + "\n" + (asMarkdown ? Machine.command + "\n\n" : "\n") + text
  }

  private func group(_ own: [Contender], _ found: [Contender], bytes: Int) throws -> String {
    let answer = shell.folder + "/own.csv"
    _ = try shell.measure(own[0].words, output: answer)
    let (agreeing, others) = try peers.agreeing(found, with: AnswerCheck(answer))
    let all = try Interleaving(shell: shell, rounds: rounds).run(own + agreeing)
    let first = all[own[0].name]?.wall ?? .nan
    let rows = (own + agreeing).compactMap { contender in
      all[contender.name].map { runs in
        [
          contender.name, String(format: "%.3f", runs.wall), String(format: "%.2f", runs.cpu),
          String(format: "%.0f MiB", Double(runs.peak) / 1_048_576),
          String(format: "%.0f", Double(bytes) / 1e6 / runs.wall),
          String(format: "%.2f", runs.wall / first),
        ]
      }
    }
    let header = ["program", "seconds", "CPU seconds", "peak memory", "MB/s", "times as long"]
    let left = others.map { "\n\nOther answer, not compared: \($0.name): \($0.difference)" }
    return MarkdownTable.text(header, rows) + left.joined()
  }

  private func size(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.size] as? Int) ?? 0
  }
}
