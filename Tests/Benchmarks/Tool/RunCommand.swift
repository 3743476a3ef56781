import ArgumentParser
import Foundation

/// `logstat-bench run`: measures the stages, the whole beside its peers, or the table of figures.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Measure mfa-logstat beside the peers that are installed.")

  @Option(help: "A corpus like that of --preset dense; made when there is none.")
  var corpus: String?
  @Option(help: "How long the corpora are that are made: 64M, 1G.")
  var bytes = "1G"
  @Option(help: "How many rounds; medians are told.")
  var runs = 5
  @Option(help: "The mfa-logstat to measure; the one beside this program without it.")
  var tool: String?
  @Option(help: "The same built with --static-swift-stdlib, for short runs.")
  var staticTool: String?
  @Option(help: "A Python that has the peers from PyPI.")
  var python = "python3"
  @Option(help: "Where corpora are kept.")
  var folder = ".build/benchmark"
  @Flag(help: "Print the table of figures: what must be, what should be, what is.")
  var figures = false
  @Flag(help: "Print the stages only.")
  var stages = false
  @Flag(help: "Print the table of peers as the README has it.")
  var markdown = false

  func run() throws {
    guard let size = ByteCount(bytes)?.bytes, runs > 0 else {
      throw ValidationError("--bytes is a size such as 64M, and --runs is positive")
    }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let shell = Shell(folder: URL(fileURLWithPath: folder).path)
    let files = CorpusFiles(shell: shell, bytes: size, given: corpus)
    let own = OwnTool(path: tool ?? neighbour, staticPath: staticTool)
    let peers = Peers(shell: shell, python: python)
    if figures {
      say(Machine.description)
      let table = Figures(shell: shell, rounds: runs, tool: own, peers: peers, files: files)
      var rows: [[String]] = []
      try table.measure { group in
        for figure in group {
          rows.append(figure.row)
          say(figure.row.dropLast().joined(separator: "  ") + "  " + figure.note)
        }
      }
      return say("\n" + MarkdownTable.text(Figure.header, rows))
    }
    if stages || !markdown { try printStages(of: files.dense()) }
    guard !stages else { return }
    let table = PeerTable(shell: shell, rounds: runs, tool: own, peers: peers, files: files)
    try say(table.text(asMarkdown: markdown))
  }

  /// Writes a line at once, also when nobody sits before it: these runs take long.
  private func say(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

  private var neighbour: String {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent("mfa-logstat").path
  }

  private func printStages(of file: String) throws {
    let (bytes, seconds) = try StageRunner(path: file, rounds: runs).run()
    let whole = seconds.last?.seconds ?? .nan
    let rows = seconds.map { stage, seconds in
      [
        stage.rawValue, String(format: "%.3f", seconds),
        String(format: "%.0f", Double(bytes) / 1e6 / seconds),
        String(format: "%.0f %%", 100 * seconds / whole),
      ]
    }
    say(MarkdownTable.text(["stage, 1 thread", "seconds", "MB/s", "of the whole"], rows) + "\n")
  }
}
