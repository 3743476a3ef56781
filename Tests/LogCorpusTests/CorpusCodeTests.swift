import LogCorpus
import LogTestSupport
import Testing

struct CorpusCodeTests {
  @Test func `the baseline adds up to a hundred percent`() {
    let sum = CorpusCode.allCases.reduce(0) { $0 + $1.baselinePercent }
    #expect(abs(sum - 100) < 1e-9)
  }

  @Test func `the baseline is the published one`() throws {
    guard let bytes = SharedFiles.bytes("baseline_mix.csv") else { return }
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    #expect(lines.count == 34)
    for line in lines.dropFirst() {
      let cells = line.split(separator: ",")
      let code = try #require(CorpusCode.allCases.first { $0.text == cells[0] })
      #expect(code.baselinePercent == Double(cells[1]))
    }
  }
}
