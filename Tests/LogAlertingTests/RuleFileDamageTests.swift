import LogAlerting
import LogModel
import LogTestSupport
import Testing

struct RuleFileDamageTests {
  private static let text = """
    version: 1
    extend: builtin
    drop: ["spike*"]
    rules:
      - name: push
        match: {code: ["too_many_pn*", "!too_many_pn_per_tenant"], tenant: [010, no], level: "*able"}
        by: [tenant, code]
        window: 15m
        warning: {count: 5, share: 0.05}
        critical: count>=50&users>=20
        for: 30m
      - {name: s, kind: spike, false_alarms: 3/30d, min_ratio: 2.5}
      - {name: f, kind: flatline, learn: 6h}
    silences:
      - {code: "*sms*", weekly: [sat, sun], from: "22:00", until: "06:00", zone: UTC}
      - {tenant: acme, from: 2026-03-01 20:00, until: 2026-03-01 23:00}
    """

  @Test(arguments: UInt64(0)..<200)
  func `a damaged file is read or told to its last place, and never stops the program`(seed: UInt64)
  {
    var random = SplitMix64(seed: seed)
    var bytes = Array(RuleFileDamageTests.text.utf8)
    let marks = Array("{}[],:-&*!|>'\"%@`#?\n \t0x\\".utf8)
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      let mark = marks[Int.random(in: 0..<marks.count, using: &random)]
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes[place] = mark
      case 1: bytes.insert(mark, at: place)
      default:
        bytes.removeSubrange(
          place..<min(place + Int.random(in: 1...8, using: &random), bytes.count))
      }
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let file = RuleFile.read(text, file: "f", context: RuleContext())
    let lineCount = text.split(separator: "\n", omittingEmptySubsequences: false).count
    for fault in file.faults {
      #expect((1...lineCount + 1).contains(fault.line))
      #expect(fault.column >= 1)
    }
    // What is without a fault can be written and read back.
    guard file.faults.isEmpty else { return }
    let again = RuleFile.read(
      RuleFileText.text(of: file.set), file: "f", context: RuleContext())
    #expect(again.faults == [])
    #expect(again.set.rules.map(\.name) == file.set.rules.map(\.name))
    #expect(again.set.rules.map(\.match) == file.set.rules.map(\.match))
    #expect(again.set.rules.map(\.kind) == file.set.rules.map(\.kind))
    #expect(again.set.silences.map(\.span) == file.set.silences.map(\.span))
  }

  @Test(arguments: UInt64(0)..<200)
  func `a damaged expression is read or told with a place inside it`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var bytes = Array(
      "tenant=acme,!\"a&b\"&code=too_many_*&by=tenant&count>=5&share>=0.05/15m".utf8)
    let marks = Array("&/>=,\"!*x0.".utf8)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      if Bool.random(using: &random) {
        bytes[place] = marks[Int.random(in: 0..<marks.count, using: &random)]
      } else {
        bytes.remove(at: place)
      }
    }
    let text = String(decoding: bytes, as: UTF8.self)
    do throws(RuleFault) {
      let rule = try RuleExpression.rule(text, severity: .warning, context: RuleContext())
      #expect(rule.severities == [.warning])
    } catch {
      #expect((1...text.utf8.count + 1).contains(error.column))
    }
  }
}
