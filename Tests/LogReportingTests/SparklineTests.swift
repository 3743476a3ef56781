import LogReporting
import Testing

struct SparklineTests {
  @Test func `bars are scaled to the peak, and one is never drawn as none`() {
    let counts = [0, 1, 125, 250, 500, 875, 1_000]
    #expect(Sparkline.text(counts, width: 10, isASCII: false) == "·▁▁▂▄▇█")
    #expect(Sparkline.text(counts, width: 10, isASCII: true) == " ..:=##")
  }

  @Test func `neighbours are added together where room is short`() {
    #expect(Sparkline.text([1, 1, 0, 0, 4, 4, 8], width: 4, isASCII: false) == "▂·██")
  }

  @Test func `nothing gives nothing and huge counts do not overflow`() {
    #expect(Sparkline.text([], width: 8, isASCII: false) == "")
    #expect(Sparkline.text([0, 0], width: 8, isASCII: false) == "··")
    #expect(Sparkline.text([.max, .max, 1, 0], width: 2, isASCII: false) == "█▁")
  }
}
