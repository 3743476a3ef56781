import Foundation

/// The other programs, as far as they are installed.
struct Peers {
  let shell: Shell
  let python: String
  /// The folder with their little programs.
  let programs: String

  init(shell: Shell, python: String) {
    self.shell = shell
    self.python = python
    programs =
      URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Peers").path
  }

  var duckDBFull: String { "DuckDB, the same job" }
  var duckDBBare: String { "DuckDB, bare counts" }

  func simdjson(_ threads: Int) -> String {
    "simdjson On-Demand, \(threads) thread\(plural(threads))"
  }

  /// Those that can read a gigabyte in reasonable time; the missing are told by name.
  func fast(over file: String) -> (found: [Contender], missing: [String]) {
    var found: [Contender] = []
    var missing: [String] = []
    func add(_ module: String, _ scripts: [(name: String, script: String)]) {
      guard Shell.succeeds([python, "-c", "import \(module)"]) else {
        return missing.append("\(module) (PyPI)")
      }
      for (name, script) in scripts {
        found.append(Contender(name: name, words: [python, "\(programs)/\(script)", file, "2"]))
      }
    }
    add("duckdb", [(duckDBFull, "duckdb_full.py"), (duckDBBare, "duckdb_bare.py")])
    add("polars", [("Polars, streaming", "polars_count.py")])
    add("chdb", [("chdb", "chdb_count.py")])
    add("orjson", [("Python with orjson, 1 thread", "orjson_count.py")])
    let binary = shell.folder + "/simdjson_count"
    let source = programs + "/simdjson_count.cpp"
    if Shell.succeeds(["g++", "-O3", "-std=c++17", "-o", binary, source, "-lsimdjson", "-lpthread"])
    {
      for threads in [2, 1] {
        found.append(Contender(name: simdjson(threads), words: [binary, file, "\(threads)"]))
      }
    } else {
      missing.append("simdjson (g++ and libsimdjson-dev)")
    }
    return (found, missing)
  }

  /// Those that would take minutes for a gigabyte.
  func slow(over file: String) -> (found: [Contender], missing: [String]) {
    var found: [Contender] = []
    var missing: [String] = []
    for (name, program, script) in [
      ("jq | sort | uniq -c", "jq", "jq_count.sh"), ("Miller", "mlr", "miller_count.sh"),
    ] {
      if Shell.succeeds([program, "--version"]) {
        found.append(Contender(name: name, words: ["sh", "\(programs)/\(script)", file, "1"]))
      } else {
        missing.append(program)
      }
    }
    return (found, missing)
  }

  /// A program that only inflates a gzip file; nil when it cannot be built here.
  func inflater(withISAL: Bool) -> String? {
    let name = withISAL ? "inflate_isal" : "inflate_zlib"
    let words = [
      "gcc", "-O2", "-o", "\(shell.folder)/\(name)", "\(programs)/\(name).c",
      withISAL ? "-lisal" : "-lz",
    ]
    return Shell.succeeds(words) ? "\(shell.folder)/\(name)" : nil
  }

  /// Those whose answer is `ours` on the columns that both have; the others with the first difference.
  func agreeing(_ contenders: [Contender], with ours: AnswerCheck) throws -> (
    agreeing: [Contender], others: [(name: String, difference: String)]
  ) {
    var agreeing: [Contender] = []
    var others: [(name: String, difference: String)] = []
    for contender in contenders {
      let output = shell.folder + "/answer.csv"
      let run = try shell.measure(contender.words, output: output)
      if run.status != 0 {
        others.append((contender.name, "it ended with status \(run.status)"))
      } else if let difference = try AnswerCheck(output).difference(from: ours) {
        others.append((contender.name, difference))
      } else {
        agreeing.append(contender)
      }
    }
    return (agreeing, others)
  }

  private func plural(_ count: Int) -> String { count == 1 ? "" : "s" }
}
