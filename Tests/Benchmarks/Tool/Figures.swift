import Foundation
import LogCorpus

/// Measures the table of figures, group by group; what is compared is measured in turn.
struct Figures {
  let shell: Shell
  let rounds: Int
  let tool: OwnTool
  let peers: Peers
  let files: CorpusFiles

  private var turns: Interleaving { Interleaving(shell: shell, rounds: rounds) }

  private func own(_ jobs: Int, _ files: [String]) -> Contender {
    Contender(name: "own \(jobs)", words: tool.words(jobs: jobs, files), isOurs: true)
  }

  /// The program at the end of a pipe.
  private func piped(_ name: String, _ file: String) -> Contender {
    Contender(name: name, words: ["sh", "-c", "cat '\(file)' | '\(tool.path)' -q -o csv --jobs 2"])
  }

  /// All figures, each group told to `tell` as soon as it is known.
  func measure(tell: ([Figure]) -> Void) throws {
    try tell(peerFigures())
    try tell(shapeFigures())
    try tell(gzipFigures())
    try tell(memoryFigures())
    try tell([smallFigure(), floodFigure()])
    try tell(judgingFigures())
  }

  private func peerFigures() throws -> [Figure] {
    let corpus = try files.dense()
    let answer = shell.folder + "/own.csv"
    _ = try shell.measure(own(2, [corpus]).words, output: answer)
    let wanted = [peers.duckDBFull, peers.duckDBBare, peers.simdjson(2), peers.simdjson(1)]
    let candidates = peers.fast(over: corpus).found.filter { wanted.contains($0.name) }
    let (agreeing, others) = try peers.agreeing(candidates, with: AnswerCheck(answer))
    let all = try turns.run([own(2, [corpus]), own(1, [corpus])] + agreeing)
    func wall(_ name: String) -> Double? { all[name].map(\.wall) }
    func ratio(_ above: String, _ below: String) -> Double? {
      wall(above).flatMap { above in wall(below).map { above / $0 } }
    }
    func note(_ name: String, _ own: String) -> String {
      // When others work on the machine, processor time says more than the clock.
      if let peer = all[name], let ours = all[own] {
        return String(format: "%.2fx in processor time", peer.cpu / ours.cpu)
      }
      if let other = others.first(where: { $0.name == name }) { return other.difference }
      return "not installed"
    }
    let bytes = try size(corpus)
    func speed(_ name: String) -> String {
      wall(name).map { String(format: "%.0f MB/s", Double(bytes) / 1e6 / $0) } ?? ""
    }
    return [
      .ratio(
        "plain, 2 threads, against DuckDB doing the same job", must: 4, aim: 6,
        ratio(peers.duckDBFull, "own 2"), note: note(peers.duckDBFull, "own 2")),
      .ratio(
        "the same against DuckDB's bare group-by", must: 2.5, aim: 4,
        ratio(peers.duckDBBare, "own 2"), note: note(peers.duckDBBare, "own 2")),
      .ratio(
        "plain, 2 threads, against simdjson On-Demand on 2", must: 0.6, aim: 0.9,
        ratio(peers.simdjson(2), "own 2"), note: note(peers.simdjson(2), "own 2")),
      .ratio(
        "plain, 1 thread, against simdjson On-Demand on 1", must: 0.6, aim: 0.9,
        ratio(peers.simdjson(1), "own 1"), note: note(peers.simdjson(1), "own 1")),
      .ratio(
        "2 threads against 1", must: 1.7, aim: 1.85, ratio("own 1", "own 2"),
        note: "\(speed("own 2")) and \(speed("own 1"))"),
      .memory("peak memory, plain file", must: 96, aim: 64, bytes: all["own 2"]?.peak),
    ]
  }

  /// The stream shape is that of the corpus that all figures are of; the other shapes are of the
  /// realistic corpus, with shorter lines.
  private func shapeFigures() throws -> [Figure] {
    let shapes: [CorpusShape] = [.pino, .docker, .cri, .ecs]
    let names = ["stream"] + shapes.map(\.rawValue)
    let paths = try [files.dense()] + shapes.map { try files.shape($0) }
    let all = try turns.run(
      zip(names, paths).map { name, path in
        Contender(name: name, words: tool.words(jobs: 2, [path]), isOurs: true)
      })
    let speeds = try zip(names, paths).map { name, path in
      Double(try size(path)) / (all[name]?.wall ?? .nan)
    }
    return zip(names, speeds).dropFirst().map { name, speed in
      .ratio(
        "\(name) against the stream shape, bytes per second", must: 0.6, aim: 0.8,
        speed / speeds[0], note: String(format: "%.0f MB/s", speed / 1e6))
    }
  }

  private func gzipFigures() throws -> [Figure] {
    let (single, parts) = (try files.denseGzip(), try files.denseGzipParts())
    var contenders = [own(2, [single])]
    let library = tool.usesISAL ? "ISA-L" : "zlib"
    if let inflater = peers.inflater(withISAL: tool.usesISAL) {
      contenders.append(Contender(name: "inflate", words: [inflater, single]))
    }
    let one = try turns.run(contenders)
    let eight = try turns.run([own(2, parts), own(1, parts)])
    let whole = one["own 2"]
    return [
      .ratio(
        "one gzip file against inflating it with \(library) alone, time", must: 1.2, aim: 1.08,
        moreIsBetter: false,
        one["inflate"].flatMap { inflate in whole.map { $0.wall / inflate.wall } },
        note: one["inflate"] == nil ? "needs gcc and the header" : ""),
      .ratio(
        "eight gzip files, 2 threads against 1", must: 1.8, aim: 1.9,
        eight["own 1"].flatMap { slow in eight["own 2"].map { slow.wall / $0.wall } }),
      .memory("peak memory, gzip file", must: 96, aim: 64, bytes: whole?.peak),
      .memory(
        "peak memory, eight gzip files", must: 96, aim: 64, bytes: eight["own 2"]?.peak),
    ]
  }

  private func memoryFigures() throws -> [Figure] {
    let few = Interleaving(shell: shell, rounds: 1)
    let realistic = try files.realistic()
    let all = try few.run([
      piped("plain", try files.dense()), piped("gzip", try files.denseGzip()),
      own(2, [realistic]), piped("realistic", realistic),
    ])
    return [
      .memory("peak memory, standard input, plain", must: 96, aim: 64, bytes: all["plain"]?.peak),
      .memory("peak memory, standard input, gzip", must: 96, aim: 64, bytes: all["gzip"]?.peak),
      .memory(
        "peak memory, realistic (2 % errors), plain file", must: 48, aim: 32,
        bytes: all["own 2"]?.peak),
      .memory(
        "peak memory, realistic (2 % errors), standard input", must: 48, aim: 32,
        bytes: all["realistic"]?.peak),
    ]
  }

  private func smallFigure() throws -> Figure {
    let file = try files.denseHead(1_000_000)
    let words = tool.small.words(jobs: nil, [file])
    let all = try Interleaving(shell: shell, rounds: 4 * rounds).run([
      Contender(name: "small", words: words)
    ])
    return Figure(
      name: "whole process on a 1 MB file, static-stdlib build", must: 10, aim: 5,
      unit: .milliseconds, moreIsBetter: false, measured: all["small"].map { $0.wall * 1_000 },
      note: tool.small.isStatic ? "" : "this is no static build; see --static-tool")
  }

  private func floodFigure() throws -> Figure {
    let tenants = 5_000_000
    let file = try files.flood(tenants: tenants)
    let output = shell.folder + "/flood.csv"
    let run = try shell.measure(tool.words(jobs: 2, [file]), output: output)
    let sum = try FloodCheck.sumOfCounts(output)
    let isExact = run.status == 0 && sum == tenants
    try? FileManager.default.removeItem(atPath: output)
    return .memory(
      "5 million distinct tenants, totals exact", must: 1_024, aim: 512,
      bytes: isExact ? run.peak : nil,
      note: isExact ? "" : "the counts add up to \(sum), status \(run.status)")
  }

  private func size(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.size] as? Int) ?? 0
  }
}
