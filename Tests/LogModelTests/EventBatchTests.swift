import LogModel
import Testing

struct EventBatchTests {
  @Test func `stored bytes come back from their slice`() {
    var batch = EventBatch()
    let tenant = batch.store("acme".utf8)
    let user = batch.store(Array("auth0|1".utf8)[...])
    #expect(Array(batch.bytes(tenant)) == Array("acme".utf8))
    #expect(Array(batch.bytes(user)) == Array("auth0|1".utf8))
    #expect(batch.bytes(.none).isEmpty)
    #expect(ArenaSlice.none.isNone)
    #expect(!tenant.isNone)
  }

  @Test func `an emptied batch holds nothing of the last one`() {
    var batch = EventBatch()
    batch.events = [Event()]
    _ = batch.store("x".utf8)
    batch.openFrom = 1
    batch.openLine = .rejected
    batch.lines.lines = 1
    batch.rejections = [Rejection(reason: .notJSON, line: 0, column: 1)]
    batch.removeAll()
    #expect(batch.events.isEmpty && batch.arena.isEmpty && batch.rejections.isEmpty)
    #expect(batch.openFrom == 0)
    #expect(batch.lines == LineLedger())
    guard case .undecided = batch.openLine else {
      Issue.record("the fate of the open line was kept")
      return
    }
  }
}
