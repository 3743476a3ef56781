import LogModel
import Testing

struct LedgerTests {
  @Test func `an empty ledger balances`() {
    #expect(Ledger().balances)
  }

  @Test func `a line balances when it is told once`() {
    for fate in [
      \LineLedger.blank, \LineLedger.malformed, \LineLedger.oversized, \LineLedger.parsed,
    ] {
      var ledger = LineLedger()
      ledger.lines = 1
      #expect(!ledger.balances)
      ledger[keyPath: fate] += 1
      #expect(ledger.balances)
      ledger[keyPath: fate] += 1
      #expect(!ledger.balances)
    }
  }

  @Test func `a record balances when it is told once`() {
    for fate in [
      \RecordLedger.error, \RecordLedger.normal, \RecordLedger.other, \RecordLedger.filtered,
      \RecordLedger.duplicate,
    ] {
      var ledger = RecordLedger()
      ledger.records = 1
      #expect(!ledger.balances)
      ledger[keyPath: fate] += 1
      #expect(ledger.balances)
      ledger[keyPath: fate] += 1
      #expect(!ledger.balances)
    }
  }

  @Test func `what is told beside the books does not weigh in them`() {
    var ledger = Ledger()
    ledger.lines.repaired = 3
    ledger.lines.ignoredElements = 4
    ledger.lines.cutBytes = 5
    ledger.records.untimed = 6
    ledger.records.untenanted = 7
    ledger.records.ahead = 8
    ledger.records.coded = 9
    #expect(ledger.balances)
  }

  @Test func `one side out of balance puts the whole out of balance`() {
    var lines = Ledger()
    lines.lines.lines = 1
    var records = Ledger()
    records.records.records = 1
    #expect(!lines.balances)
    #expect(!records.balances)
  }

  @Test func `adding adds every count`() {
    var left = Ledger()
    left.lines.lines = 1
    left.lines.blank = 2
    left.lines.malformed = 3
    left.lines.oversized = 4
    left.lines.parsed = 5
    left.lines.repaired = 6
    left.lines.ignoredElements = 7
    left.lines.cutBytes = 8
    left.records.records = 9
    left.records.error = 10
    left.records.normal = 11
    left.records.other = 12
    left.records.filtered = 13
    left.records.duplicate = 14
    left.records.untimed = 15
    left.records.untenanted = 16
    left.records.ahead = 17
    left.records.coded = 18
    var sum = left
    sum += left
    #expect(sum.lines.lines == 2 && sum.lines.blank == 4 && sum.lines.malformed == 6)
    #expect(sum.lines.oversized == 8 && sum.lines.parsed == 10 && sum.lines.repaired == 12)
    #expect(sum.lines.ignoredElements == 14 && sum.lines.cutBytes == 16)
    #expect(sum.records.records == 18 && sum.records.error == 20 && sum.records.normal == 22)
    #expect(sum.records.other == 24 && sum.records.filtered == 26)
    #expect(sum.records.duplicate == 28 && sum.records.untimed == 30)
    #expect(sum.records.untenanted == 32 && sum.records.ahead == 34 && sum.records.coded == 36)
  }
}
