import LogModel
import LogReporting
import Testing

struct ComparisonTextTests {
  @Test(
    arguments: [
      (1, "1"), (0.996, "1"), (0.7, "0.7"), (0.456, "0.46"), (0.1, "0.1"), (0.0449, "0.045"),
      (0.001, "0.001"), (0.000_26, "0.0003"), (0.000_1, "0.0001"), (0.000_099, "under 0.0001"),
      (0, "under 0.0001"), (.nan, "–"),
    ] as [(Double, String)])
  func `a q-value is told with few digits`(q: Double, text: String) {
    let forecast = DayForecast(
      expected: 1, baseline: .short, periods: 1, dispersion: 1, p: 0, q: q)
    #expect(ComparisonText.q(forecast) == text)
  }

  @Test func `without a test there is a dash`() {
    #expect(ComparisonText.q(nil) == "–")
    #expect(ComparisonText.count(nil) == "–")
    #expect(ComparisonText.number(nil) == "–")
  }

  @Test(
    arguments: [
      (ComparedCount.Change.risen, 400, 100.0, "4 times"), (.fallen, 25, 100, "0.25 times"),
      (.new, 400, 0, nil), (.usual, 100, 100, nil), (.gone, 0, 100, nil),
    ] as [(ComparedCount.Change, Int, Double, String?)])
  func `how many times the expected it is, is told where it says something`(
    change: ComparedCount.Change, count: Int, expected: Double, text: String?
  ) {
    let compared = ComparedCount(
      count: count,
      forecast: DayForecast(
        expected: expected, baseline: .median, periods: 9, dispersion: 1, p: 0, q: 0),
      change: change)
    #expect(ComparisonText.factor(compared) == text)
  }

  @Test func `every change has a word and a shape of its own`() {
    let all = ComparedCount.Change.allCases
    #expect(
      all.map(ComparisonText.word)
        == ["new", "risen", "gone", "fallen", "as usual", "nothing to compare"])
    #expect(all.map(ComparisonText.shape) == ["+", "▲", "×", "▼", "=", "?"])
  }
}
