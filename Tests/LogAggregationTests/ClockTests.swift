import LogAggregation
import LogModel
import Testing

/// What moves the time of the events.
struct ClockTests {
  /// Normal records at some seconds, counted by a rule with windows of five minutes.
  private func aggregate(_ seconds: [Int64], now: Int64) -> PartialAggregate {
    let plan = CountingPlan(
      windows: .seconds(300), keys: [.window, .tenant, .code], now: EventTime(seconds: now),
      requests: [MeasureRequest(windowSeconds: 300)])
    var batch = EventBatch()
    for second in seconds {
      var event = Event(recordClass: .normal, codeKind: .other)
      event.hasTime = true
      event.time = EventTime(seconds: second, nanoseconds: 7)
      event.tenant = batch.store(Array("acme".utf8))
      batch.events.append(event)
    }
    var aggregate = PartialAggregate(plan: plan, seed: 3)
    aggregate.add(batch, events: batch.events.indices, source: 0, firstLine: 1)
    return aggregate
  }

  @Test func `the latest record that is at most five minutes ahead moves it`() {
    #expect(aggregate([], now: 9_000).clock == nil)
    #expect(
      aggregate([8_000, 9_299, 9_300, 40_000], now: 9_000).clock
        == EventTime(seconds: 9_299, nanoseconds: 7))
    #expect(aggregate([9_400], now: 9_000).clock == nil)
  }

  @Test(arguments: [
    // The record of 9,400 is in the window from 9,300 to 9,600.
    (9_100, 600), (9_299, 600), (9_300, 9_300), (20_000, 9_300),
  ])
  func `what was ahead when it was counted moves it when its window is in reach`(
    now: Int64, expected: Int64
  ) {
    var later = aggregate([600], now: now)
    later.merge(aggregate([9_400], now: 9_000))
    #expect(later.clock?.seconds == expected)
  }
}
