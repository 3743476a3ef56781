import LogModel
import Testing

struct WatermarkTests {
  private func advanced(
    _ seconds: [Int64], now: Int64 = 10_000, lateness: Int64 = 900
  ) -> Watermark {
    var watermark = Watermark()
    for second in seconds {
      watermark.advance(
        to: EventTime(seconds: second, nanoseconds: 5), now: EventTime(seconds: now),
        latenessSeconds: lateness)
    }
    return watermark
  }

  @Test func `it is the latest time less the lateness, whatever the order`() {
    #expect(advanced([1_000, 3_000, 2_000]) == advanced([3_000, 1_000, 2_000]))
    #expect(advanced([1_000, 3_000, 2_000]).closedBefore == 2_100)
    #expect(advanced([1_000, 3_000]).latest == EventTime(seconds: 3_000, nanoseconds: 5))
  }

  @Test func `nothing is closed before the first record`() {
    #expect(Watermark().closedBefore == .min)
    #expect(Watermark().latest == nil)
  }

  @Test func `more than five minutes ahead of now it stands still`() {
    #expect(advanced([10_299]).latest == EventTime(seconds: 10_299, nanoseconds: 5))
    #expect(advanced([10_300]).latest == nil)
    #expect(advanced([500, 10_300]).closedBefore == -400)
    let now = EventTime(seconds: 0)
    #expect(Watermark.isInReach(EventTime(seconds: 300), now: now))
    #expect(!Watermark.isInReach(EventTime(seconds: 300, nanoseconds: 1), now: now))
  }

  @Test func `what is closed stays closed when more lateness is asked for`() {
    var watermark = advanced([5_000], lateness: 0)
    watermark.advance(
      to: EventTime(seconds: 5_100), now: EventTime(seconds: 10_000), latenessSeconds: 900)
    #expect(watermark.closedBefore == 5_000)
    #expect(watermark.latest == EventTime(seconds: 5_100))
  }
}
