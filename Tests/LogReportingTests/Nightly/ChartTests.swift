import LogModel
import Testing

import LogReporting

struct ChartTests {
  @Test(arguments: [
    (0, []), (1, [1]), (7, [1, 2, 5]), (50, [1, 2, 5, 10, 20, 50]),
    (300, [1, 2, 10, 20, 100, 200]), (1_000_000, [1, 20, 200, 5_000, 50_000, 1_000_000]),
  ])
  func `heat has at most six levels of round counts`(highest: Int, bounds: [Int]) {
    #expect(HeatLevels(highest: highest).bounds == bounds)
  }

  @Test func `a count has the level whose bounds hold it`() {
    let levels = HeatLevels(highest: 300)
    #expect([0, 1, 2, 9, 10, 199, 200, 300].map(levels.level) == [0, 1, 2, 2, 3, 5, 6, 6])
    #expect(
      (1...6).map(levels.label)
        == ["1", "2 – 9", "10 – 19", "20 – 99", "100 – 199", "200 or more"])
  }

  @Test func `a sparkline joins equal neighbours and never hides a count`() {
    #expect(
      RowCharts.sparkline([0, 1_000, 1_000, 1, 0]).contains(
        "<path d=\"M1 20v-20h2v20zM3 20v-1h1v1z\"/>"))
    #expect(RowCharts.sparkline([0, 0]) == "")
    #expect(RowCharts.sparkline([]) == "")
  }

  @Test func `a bar ends where its count is, and the expected count is a line`() {
    let bar = RowCharts.bar(50, expected: 100, most: 200)
    #expect(bar.contains("<rect class=\"bar\" x=\"0\" y=\"3\" width=\"25\" height=\"8\"/>"))
    #expect(bar.contains("<rect class=\"tick\" x=\"49.3\" y=\"0\" width=\"1.5\" height=\"14\"/>"))
    #expect(RowCharts.bar(0, expected: nil, most: 0) == "")
  }

  @Test func `cells of one level in a row are one rectangle`() {
    let map = HeatMap(
      rows: [.init(label: "acme", bins: [5, 5, 0])],
      bins: (0..<3).map { SampleNight.second($0)..<SampleNight.second($0 + 1) },
      words: PagePeriod(period: SampleNight.period, zone: SampleNight.berlin))
    // 960 - 4 - (12 + 4 * 8) in three columns.
    #expect(map.markup?.contains("<path class=\"heat3\" d=\"M44 1h608v16h-608z\"/>") == true)
    #expect(map.markup?.contains("<path class=\"heat0\" d=\"M652 1h304v16h-304z\"/>") == true)
  }

  @Test(
    arguments: [
      (0..<86_400, ["00:00", "03:00", "06:00", "09:00", "12:00", "15:00", "18:00", "21:00"]),
      (28_800..<32_400, ["08:00", "08:10", "08:20", "08:30", "08:40", "08:50"]),
      (
        -432_000..<172_800,
        ["03-09", "03-10", "03-11", "03-12", "03-13", "03-14", "03-15"]
      ),
      // The clock jumps from two to three on this day; its hours stay those of the clock.
      (
        1_296_000..<1_378_800,
        ["00:00", "03:00", "06:00", "09:00", "12:00", "15:00", "18:00", "21:00"]
      ),
      (
        -5_184_000..<0,
        ["01-13", "01-20", "01-27", "02-03", "02-10", "02-17", "02-24", "03-03", "03-10"]
      ),
    ] as [(Range<Int64>, [String])])
  func `ticks are round times of the clock on the wall`(seconds: Range<Int64>, labels: [String]) {
    let start = SampleNight.midnight
    let axis = TimeAxis(
      seconds: start + seconds.lowerBound..<start + seconds.upperBound, zone: SampleNight.berlin,
      left: 0, width: 100)
    #expect(axis.ticks.map(\.label) == labels)
  }

  @Test func `counts are labelled where there is room`() {
    let even = CountScale(top: 0, bottom: 200, most: 300, isSquareRoot: false)
    #expect(even.ticks == [0, 100, 200, 300])
    let root = CountScale(top: 0, bottom: 200, most: 300, isSquareRoot: true)
    #expect(root.ticks == [0, 5, 20, 50, 100, 200])
    #expect(CountScale(top: 0, bottom: 200, most: 1, isSquareRoot: false).ticks == [0, 1])
    #expect(root.y(75) == 100 && root.y(300) == 0 && root.y(0) == 200)
  }

  @Test func `the errors stand on what is usual, as far as that is known`() throws {
    let words = PagePeriod(period: SampleNight.period, zone: SampleNight.berlin)
    let band = ExpectedBand(low: 0, expected: 2, high: 4)
    let timeline = Timeline(
      bins: (0..<3).map { SampleNight.second($0)..<SampleNight.second($0 + 1) },
      records: [9, 9, 9], errors: [4, 0, 2], bands: [band, nil, band])
    let chart = ErrorTimeline(timeline: timeline, marks: [], words: words)
    let markup = try #require(chart.markup)
    // 900 wide from 48 on, 188 high from 22 on.
    #expect(markup.contains("<path class=\"errors\" d=\"M48 22H348V210H648V116H948\"/>"))
    #expect(markup.contains("<path class=\"band\" d=\"M48 22H348V210H48zM648 22H948V210H648z\"/>"))
    #expect(markup.contains("<path class=\"expected\" d=\"M48 116H348M648 116H948\"/>"))
    #expect(chart.legend.map(\.meaning) == ["errors", "expected", "usual in 99 of 100"])
    #expect(!chart.isSquareRoot)
  }

  @Test func `an incident is marked where it was, and its number stands above`() throws {
    let words = PagePeriod(period: SampleNight.period, zone: SampleNight.berlin)
    let timeline = Timeline(
      bins: (0..<3).map { SampleNight.second($0)..<SampleNight.second($0 + 1) },
      records: [9, 9, 9], errors: [4, 0, 2], bands: [nil, nil, nil])
    let seconds = SampleNight.second(-5)..<SampleNight.second(3)
    let mark = ErrorTimeline.Mark(
      number: 7, severity: .critical, seconds: seconds,
      episodes: [
        seconds.lowerBound..<SampleNight.second(1), SampleNight.second(2)..<seconds.upperBound,
      ])
    let markup = try #require(
      ErrorTimeline(timeline: timeline, marks: [mark], words: words).markup)
    // What began before the period begins with it.
    #expect(
      markup.contains(
        "<rect class=\"mark critical\" x=\"48\" y=\"35\" width=\"300\" height=\"203\"/>"))
    // It came twice.
    #expect(
      markup.contains(
        "<rect class=\"mark critical\" x=\"648\" y=\"35\" width=\"300\" height=\"203\"/>"))
    #expect(markup.contains("class=\"number critical\">7</text>"))
    #expect(markup.contains("Marked: incident 7 2026-03-13 19:00 – 03:00."))
  }

  @Test(arguments: [(0, "0"), (1, "1"), (12.34, "12.3"), (-0.06, "-0.1"), (99.96, "100")])
  func `coordinates have at most one decimal`(value: Double, text: String) {
    #expect(ChartFrame.number(value) == text)
  }
}
