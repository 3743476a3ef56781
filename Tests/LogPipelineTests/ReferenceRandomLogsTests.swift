import LogModel
import LogTestSupport
import Testing

struct ReferenceRandomLogsTests {
  @Test(arguments: UInt64(0)..<16)
  func `equal seeds give equal logs, whose books balance`(seed: UInt64) {
    let log = RandomLogs.bytes(seed: seed, lines: 50)
    #expect(log == RandomLogs.bytes(seed: seed, lines: 50))
    #expect(log != RandomLogs.bytes(seed: seed + 1, lines: 50))
    let result = ReferenceReader.read(log)
    #expect(result.lines >= 50 / 2)
    #expect(
      result.lines == result.blank + result.malformed + result.oversized + result.parsed)
    #expect(result.records.allSatisfy { $0.line >= 1 && $0.line <= result.lines })
  }

  @Test func `random logs hold every sort of line and record`() {
    var sum = ReferenceResult()
    var kinds: Set<CodeKind> = []
    var classes: Set<RecordClass> = []
    var (timed, tenanted, named, methods) = (0, 0, 0, 0)
    for seed in UInt64(100)..<130 {
      let result = ReferenceReader.read(RandomLogs.bytes(seed: seed, lines: 60))
      sum.lines += result.lines
      sum.blank += result.blank
      sum.malformed += result.malformed
      sum.parsed += result.parsed
      sum.repaired += result.repaired
      sum.records += result.records
      for record in result.records {
        if let kind = record.kind { kinds.insert(kind) }
        classes.insert(record.recordClass)
        if record.time != nil { timed += 1 }
        if record.tenant != nil { tenanted += 1 }
        if record.user != nil { named += 1 }
        if record.method != nil { methods += 1 }
      }
    }
    #expect(sum.blank > sum.lines / 100)
    #expect(sum.malformed > sum.lines / 20)
    #expect(sum.parsed > sum.lines / 3)
    #expect(sum.repaired > sum.lines / 100)
    #expect(kinds == [.guardian, .event, .provider, .other])
    #expect(classes == [.error, .normal, .other])
    let tenth = sum.records.count / 10
    #expect(min(timed, tenanted, named, methods) > tenth)
    #expect(sum.records.count { $0.recordClass == .error } > tenth)
  }
}
