import LogModel
import LogPipeline
import LogTestSupport
import Testing

/// Bytes that are no UTF-8 in names: replaced by maximal subparts, and nothing is lost.
struct ReplacementTests {
  private static let own: [[UInt8]] = [
    [0x61, 0xFF, 0x62], [0xC0, 0xAF], [0xE2, 0x82, 0x41], [0xED, 0xA0, 0x80], [0xF0, 0x9F, 0x94],
    [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0x80, 0xBF, 0xC3, 0xA9],
    [0xF0, 0x80, 0x80, 0x41], [0xC3], [0xEF, 0xBF, 0xBE],
  ]

  /// A record of which the bytes are the tenant, its control bytes escaped.
  private static func line(tenant bytes: some Collection<UInt8>) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
      switch byte {
      case 0x22, 0x5C: text += [0x5C, byte]
      case 0..<0x20:
        text += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: text.append(byte)
      }
    }
    return Array(#"{"errorCode":"invalid_otp","tenant":""#.utf8) + text + Array("\"}\n".utf8)
  }

  /// The tenants that a run finds in a log of one record for each, by its place.
  private func tenants(_ names: [ArraySlice<UInt8>]) throws -> [[UInt8]] {
    let folder = try TemporaryFolder()
    return try names.map { name in
      let path = try folder.write(ReplacementTests.line(tenant: name), to: "a.log")
      let report = SampleRun.result(SampleRun.plan(seed: 0).run, over: [path]).report
      #expect(report.ledger.records.error == 1)
      let isRepaired = String(validating: name, as: UTF8.self) == nil
      #expect(report.ledger.lines.repaired == (isRepaired ? 1 : 0), "\(Array(name))")
      guard let row = report.rows.first, case .named(let text) = report.names[row.tenant] else {
        return []
      }
      return Array(text.utf8)
    }
  }

  @Test func `what is no UTF-8 is replaced as the standard library replaces it`() throws {
    for name in ReplacementTests.own {
      let expected = Array(String(decoding: name, as: UTF8.self).utf8)
      #expect(try tenants([name[...]]) == [expected])
    }
  }

  @Test func `the published stress tests are replaced as their reference says`() throws {
    let folder = "vectors/utf8/flenniken"
    guard let input = SharedFiles.bytes("\(folder)/utf8tests.bin"),
      let expected = SharedFiles.bytes("\(folder)/artifacts/utf8.replace.ref.txt")
    else { return }
    let found = try tenants(input.split(separator: 0x0A))
    let lines = expected.split(separator: 0x0A)
    #expect(found.count == lines.count)
    for (found, line) in zip(found, lines) { #expect(found == Array(line)) }
  }

  @Test func `every line of the stress test by hand comes back with its replacements`() throws {
    guard let input = SharedFiles.bytes("vectors/utf8/markus_kuhn_UTF-8-test.txt") else { return }
    let lines = input.split(separator: 0x0A)
    for (line, found) in zip(lines, try tenants(lines)) {
      #expect(found == Array(String(decoding: line, as: UTF8.self).utf8))
    }
  }
}
