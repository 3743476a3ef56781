import Foundation
import LogModel
import LogReporting
import LogTestSupport
import Testing

/// Hostile names through every format: nothing hidden comes out, and what went in can be read back.
struct NaughtyTextTests {
  /// Our own payloads, and the public list where it is at hand.
  private let texts: [String]

  init() {
    if NaughtyText.published == nil {
      print("skipped: no ../shared/vectors/blns, own payloads only")
    }
    texts = NaughtyText.own + (NaughtyText.published ?? [])
  }

  /// Every text as tenant, code, category, method, and as the name of a file.
  private var report: Report {
    var report = SampleReport.small(
      keys: [.window, .tenant, .code, .category, .method], names: texts.map(Name.named),
      rows: texts.indices.map { index in
        ReportRow(
          windowStart: SampleReport.start, windowEnd: SampleReport.start + 300, tenant: index,
          code: index, category: index, method: index, count: index, share: 0,
          example: SourceLocation(file: texts[index], line: 7), history: [1, 2, 0])
      }, hasExamples: true)
    report.isInStandardOrder = false
    report.sources = texts.map {
      SourceSummary(
        name: $0, lines: LineLedger(), bytes: 0, problem: .truncatedGzip(byteOffset: 1))
    }
    report.actions = texts.indices.map { index in
      RequiredAction(
        severity: .critical, code: index, tenants: Array(index..<texts.count), count: 1, users: nil,
        start: nil, end: nil, rule: "critical:count>=1/5m")
    }
    return report
  }

  private func expectNothingHidden(_ text: String, besides: Set<Unicode.Scalar> = ["\n"]) {
    let hidden = text.unicodeScalars.filter { scalar in
      let properties = scalar.properties
      return properties.generalCategory == .control || properties.isDefaultIgnorableCodePoint
        || properties.isBidiControl || properties.generalCategory == .lineSeparator
        || properties.generalCategory == .paragraphSeparator
    }
    #expect(Set(hidden).subtracting(besides) == [])
  }

  @Test func `CSV gives every name back`() {
    let text = SampleReport.text(CSVFormat(), report)
    expectNothingHidden(text)
    let rows = DelimitedReader.rows(text, separator: ",")
    #expect(rows.count == texts.count + 1)
    for (row, name) in zip(rows.dropFirst(), texts) {
      #expect(row.count == 13)
      for cell in row[2...5] {
        #expect(Array(SpelledText.name(ofCell: cell).utf8) == Array(name.utf8))
      }
      #expect(
        Array(SpelledText.name(ofCell: row[12]).utf8) == Array("\(name):7".utf8))
      #expect(row.allSatisfy { !"=+-@\t".contains($0.first ?? " ") })
    }
  }

  @Test func `raw CSV gives every name back, too`() {
    let text = SampleReport.text(CSVFormat(), report, RenderOptions(rawCells: true))
    let rows = DelimitedReader.rows(text, separator: ",")
    #expect(rows.dropFirst().map { Array($0[2].utf8) } == texts.map { Array($0.utf8) })
    let tabbed = SampleReport.text(TSVFormat(), report, RenderOptions(rawCells: true))
    let tabbedRows = DelimitedReader.rows(tabbed, separator: "\t")
    #expect(tabbedRows.dropFirst().map { Array($0[3].utf8) } == texts.map { Array($0.utf8) })
  }

  @Test func `TSV gives every name back by cutting at tabs`() {
    let text = SampleReport.text(TSVFormat(), report)
    expectNothingHidden(text, besides: ["\n", "\t"])
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"))
    #expect(lines.count == texts.count + 1)
    for (line, name) in zip(lines.dropFirst(), texts) {
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      #expect(cells.count == 13)
      #expect(
        Array(SpelledText.name(ofCell: String(decoding: cells[3], as: UTF8.self)).utf8)
          == Array(name.utf8))
    }
  }

  @Test func `JSON gives every name back whole`() throws {
    struct Row: Decodable {
      let tenant: String
      let method: String
      let example: String
    }
    struct Source: Decodable { let name: String }
    struct Whole: Decodable {
      let rows: [Row]
      let sources: [Source]
    }
    let text = SampleReport.text(JSONFormat(), report)
    expectNothingHidden(text)
    let whole = try JSONDecoder().decode(Whole.self, from: Data(text.utf8))
    let expected = texts.map { Array($0.utf8) }
    #expect(whole.rows.map { Array($0.tenant.utf8) } == expected)
    #expect(whole.rows.map { Array($0.method.utf8) } == expected)
    #expect(whole.rows.map { Array($0.example.utf8) } == texts.map { Array("\($0):7".utf8) })
    #expect(whole.sources.map { Array($0.name.utf8) } == expected)
    let lines = SampleReport.text(NDJSONFormat(), report)
    expectNothingHidden(lines)
    let rows = try lines.utf8.split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(Row.self, from: Data($0))
    }
    #expect(rows.map { Array($0.tenant.utf8) } == expected)
  }

  @Test func `Markdown gives every name as a cell that is a code span`() throws {
    let text = SampleReport.text(MarkdownFormat(), report)
    expectNothingHidden(text)
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("| 08:00") }
    #expect(lines.count == texts.count)
    for (line, name) in zip(lines, texts) {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
      try #require(cells.count == 12)
      let span = cells[2].unicodeScalars.dropFirst().dropLast()
      #expect(span.first == "`" && span.last == "`")
      let inside = String(String.UnicodeScalarView(span.dropFirst().dropLast()))
      let shown = name.isEmpty ? " " : name
      #expect(Array(SpelledText.name(ofCell: inside).utf8) == Array(shown.utf8))
      #expect(!inside.contains { "`<>&#@|".contains($0) })
    }
  }

  @Test(arguments: [60, 80, 120, 200, 300])
  func `the table shows nothing hidden and wraps no row`(width: Int) {
    let text = SampleReport.text(TableFormat(), report, RenderOptions(width: width))
    expectNothingHidden(text)
    let lines = text.split(separator: "\n")
    #expect(lines.filter { $0.hasPrefix("08:00") }.count == texts.count)
    for line in lines where line.hasPrefix("08:00") {
      #expect(DisplayWidth.of(String(line)) <= width, "\(line)")
    }
    let ascii = SampleReport.text(TableFormat(), report, RenderOptions(width: width, isASCII: true))
    #expect(ascii.utf8.allSatisfy { $0 == 0x0A || (0x20...0x7E).contains($0) })
  }

  @Test func `colour brings no sequence but our own`() {
    let text = SampleReport.text(TableFormat(), report, RenderOptions(width: 100, usesColor: true))
    expectNothingHidden(text.replacing(/\u{1B}\[(0|1|2|1;37;41|30;43|31|32)m/, with: ""))
  }
}

/// A reader of RFC 4180, written for these tests.
private enum DelimitedReader {
  static func rows(_ text: String, separator: Unicode.Scalar) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      if isQuoted {
        if scalar != "\"" {
          cell.append(scalar)
        } else if index < scalars.count, scalars[index] == "\"" {
          cell.append("\"")
          index += 1
        } else {
          isQuoted = false
        }
      } else if scalar == "\"" {
        isQuoted = true
      } else if scalar == separator || scalar == "\n" {
        row.append(String(cell))
        cell = String.UnicodeScalarView()
        if scalar == "\n" {
          rows.append(row)
          row = []
        }
      } else {
        cell.append(scalar)
      }
    }
    return rows
  }
}
