import Foundation
import LogModel
import LogTestSupport
import Testing

struct ReferenceExamplesTests {
  private struct Row: Hashable {
    var tenant: String
    var kind: String
    var code: String
  }

  private struct Expected {
    var lines: Int
    var records: Int
    var malformed: Int
    var first: Date
    var last: Date
    var counts: [Row: Int] = [:]
  }

  @Test func `every example gives the counts that its table tells`() {
    guard let bytes = SharedFiles.bytes("examples/expected.csv") else { return }
    for (file, expected) in expectations(String(decoding: bytes, as: UTF8.self)).sorted(
      by: { $0.key < $1.key }) where !file.hasSuffix(".gz")
    {
      guard let input = SharedFiles.bytes("examples/\(file)") else { continue }
      let result = ReferenceReader.read(input)
      let times = result.records.compactMap(\.time).sorted()
      #expect(result.lines == expected.lines, "\(file)")
      #expect(result.records.count == expected.records, "\(file)")
      #expect(result.malformed == expected.malformed, "\(file)")
      #expect(isNear(times.first, expected.first), "\(file)")
      #expect(isNear(times.last, expected.last), "\(file)")
      #expect(counts(of: result.records) == expected.counts, "\(file)")
    }
  }

  private func expectations(_ table: String) -> [String: Expected] {
    var expectations: [String: Expected] = [:]
    for line in table.split(whereSeparator: \.isNewline).dropFirst() {
      let cells = line.split(separator: ",").map(String.init)
      guard cells.count == 10, let lines = Int(cells[1]), let records = Int(cells[2]),
        let malformed = Int(cells[3]), let count = Int(cells[9]), let first = date(cells[4]),
        let last = date(cells[5])
      else {
        Issue.record("no row of the table: \(line)")
        continue
      }
      let row = Row(tenant: cells[6], kind: cells[7], code: cells[8])
      var expected =
        expectations[cells[0]]
        ?? Expected(
          lines: lines, records: records, malformed: malformed, first: first, last: last)
      expected.counts[row] = count
      expectations[cells[0]] = expected
    }
    return expectations
  }

  private func counts(of records: [ReferenceRecord]) -> [Row: Int] {
    var counts = [Row(tenant: "*", kind: "guardian", code: "*"): 0]
    for record in records {
      guard let kind = record.kind, let code = record.code else { continue }
      let tenant = record.tenant.map { String(decoding: $0, as: UTF8.self) } ?? "-"
      let word = String(decoding: code, as: UTF8.self)
      counts[Row(tenant: tenant, kind: kind.name, code: word), default: 0] += 1
      if kind == .guardian {
        counts[Row(tenant: "*", kind: "guardian", code: "*"), default: 0] += 1
      }
    }
    return counts
  }

  private func date(_ text: String) -> Date? {
    let formatter = ISO8601DateFormatter()
    formatter.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
    return formatter.date(from: text.prefix(23) + "Z")
  }

  /// The table is exact to the millisecond.
  private func isNear(_ time: EventTime?, _ date: Date) -> Bool {
    guard let time else { return false }
    let seconds = Double(time.seconds) + Double(time.nanoseconds) / 1e9
    return abs(seconds - date.timeIntervalSince1970) < 0.0005
  }
}
