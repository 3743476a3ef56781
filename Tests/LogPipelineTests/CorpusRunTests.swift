import LogCorpus
import Testing

/// What the built tool counts in made-up corpora is what went into them.
@Suite(.enabled(if: BuiltTool.path != nil, "mfa-logstat is not built"))
struct CorpusRunTests {
  private static let shapes: [CorpusShape?] = CorpusShape.allCases + [nil]

  @Test(arguments: shapes)
  func `the tool counts what went into a corpus of any shape`(shape: CorpusShape?) throws {
    var plan = CorpusPlan(seed: 11)
    plan.shape = shape
    plan.bytes = 400_000
    plan.days = 0.25
    plan.errorShare = 0.15
    plan.tenants = 20
    plan.duplicateShare = 0.02
    plan.countsTruth = true
    plan.incidents = IncidentKind.allCases.map { IncidentRequest($0) }
    var generator = CorpusGenerator(plan: plan)
    let tool = try BuiltTool()
    let file = try tool.folder.write(generator.all(), to: "corpus")
    let truth = String(
      decoding: try #require(generator.truth).csv().bytes, as: UTF8.self)
    // window_start,window_end,tenant,code,kind,count,users,share,first_seen,last_seen
    let expected = cells(truth).map { Array($0.prefix(10)) }
    #expect(expected.count > 10)
    let outcome = try tool.run(["-o", "csv", file])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let found = cells(String(decoding: outcome.output, as: UTF8.self))
    #expect(found.map { Array($0[0...4] + $0[6...10]) } == expected)

    // In a mixed log the second delivery may come in a shape that bears no id.
    guard shape != nil else { return }
    let once = try tool.run(["--dedup", "-o", "csv", file])
    #expect(
      cells(String(decoding: once.output, as: UTF8.self)).map { [$0[6], $0[8]] }
        == cells(truth).map { Array($0[10...11]) })
  }

  @Test func `the tool counts what went into the benchmark's corpus`() throws {
    var corpus = DenseCorpus(seed: 12, bytes: 500_000, countsTruth: true)
    let tool = try BuiltTool()
    let file = try tool.folder.write(corpus.all(), to: "corpus")
    let truth = String(decoding: try #require(corpus.truth).csv().bytes, as: UTF8.self)
    let outcome = try tool.run(["-o", "csv", file])
    let found = cells(String(decoding: outcome.output, as: UTF8.self))
    #expect(
      found.map { Array($0[0...4] + $0[6...10]) } == cells(truth).map { Array($0.prefix(10)) })
  }

  /// The cells of plain CSV without its header, the level between kind and count left in place.
  private func cells(_ csv: String) -> [[Substring]] {
    csv.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
  }
}
