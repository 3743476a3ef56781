import LogAlerting
import LogModel
import Testing

/// A day beside four weeks of days; p, q and bands are those of SciPy.
struct PastComparisonTests {
  private static let period = ReportPeriod(seconds: 1_773_446_400..<1_773_532_800, zone: .utc)

  /// A count of today and of each of the 28 days before.
  private static func series(
    _ today: Int, users: Int? = nil, _ count: (Int) -> Int
  ) -> PastComparison.Series {
    .init(
      counts: [today] + (1...28).map(count),
      users: users.map { UserCount(count: $0, isEstimate: false) })
  }

  private static func comparison(known: Int = 28) -> PastComparison {
    PastComparison(period, isKnown: (0..<28).map { $0 < known })
  }

  private func isNear(_ told: Double?, _ true: Double) -> Bool {
    told.map { abs($0 - `true`) <= 1e-7 * `true` } ?? false
  }

  @Test func `what is new, risen, gone, fallen and usual is told so`() {
    let told = Self.comparison().compared([
      Self.series(60) { 10 + $0 % 5 }, Self.series(9) { 400 + $0 * 37 % 50 },
      Self.series(3) { _ in 0 }, Self.series(12) { $0 % 7 == 0 ? 11 : 30 },
      Self.series(0) { $0 % 2 == 1 ? 40 : 44 },
    ])
    #expect(told.map(\.change) == [.risen, .fallen, .new, .usual, .gone])
    #expect(told.map(\.before) == [11, 437, 0, 30, 40])
    #expect(told.map(\.weekBefore) == [12, 409, 0, 11, 40])
    #expect(told.map(\.median) == [12, 426, 0, 30, 42])
    #expect(told.map { $0.forecast?.expected } == [12.5, 422.5, 0, 11, 42])
    #expect(told.allSatisfy { $0.forecast?.baseline == .weekday && $0.forecast?.periods == 4 })
    // The tail of 9 beside 422.5 is below what one minus a double can tell.
    let ps = [7.343553583052964e-22, 0, 0.013736350354293204, 0.8414664741565755]
    let qs = [1.8358883957632408e-21, 0, 0.017170437942866504, 0.8414664741565755]
    for place in [2, 3] {
      #expect(isNear(told[place].forecast?.p, ps[place]))
      #expect(isNear(told[place].forecast?.q, qs[place]))
    }
    for place in [0, 1, 4] { #expect((told[place].forecast?.q ?? 1) < 1e-14) }
    #expect(isNear(told[0].forecast?.p, ps[0]))
  }

  @Test func `a rise must be large, of five errors, and of two users`() {
    func change(_ series: PastComparison.Series) -> ComparedCount.Change {
      Self.comparison().compared([series])[0].change
    }
    #expect(change(Self.series(60, users: 2) { 10 + $0 % 5 }) == .risen)
    #expect(change(Self.series(60, users: 1) { 10 + $0 % 5 }) == .usual)
    #expect(change(Self.series(24) { 10 + $0 % 5 }) == .usual)
    // Four where one every four weeks is usual.
    #expect(change(Self.series(4) { $0 == 3 ? 1 : 0 }) == .usual)
    #expect(change(Self.series(5_000) { 2_600 + $0 % 5 }) == .usual)
  }

  @Test func `two days are a mean, three a median, and none is nothing to compare with`() {
    let days = [10, 14, 60]
    func told(known: Int) -> ComparedCount {
      Self.comparison(known: known).compared([Self.series(40) { $0 <= 3 ? days[$0 - 1] : 0 }])[0]
    }
    #expect(told(known: 0).change == .unknown)
    #expect(told(known: 0).forecast == nil)
    #expect(told(known: 0).median == nil)
    let two = told(known: 2)
    #expect(two.forecast?.baseline == .short)
    #expect(two.forecast?.expected == 12)
    #expect(two.weekBefore == nil)
    #expect(isNear(two.forecast?.p, 0.011341862475457652))
    #expect(told(known: 3).forecast?.baseline == .median)
    #expect(told(known: 3).forecast?.expected == 14)
  }

  @Test func `a band holds 99 of 100 counts, and needs three days`() {
    let counts = (1...28).map { 10 + $0 % 5 as Int? }
    let bands = Self.comparison().bands([counts])
    #expect(bands == [ExpectedBand(low: 4, expected: 12.5, high: 22)])
    #expect(Self.comparison(known: 2).bands([counts]) == [nil])
    // A day without that hour has no part.
    let gone = counts.enumerated().map { $0.offset == 6 ? nil : $0.element }
    #expect(Self.comparison().bands([gone])[0]?.expected == 13)
  }

  @Test func `a silence is no accident where there are many, or where much comes in clumps`() {
    let busy = Array(repeating: 60, count: 28)
    // (1/4)^(60/3), as the law has it for a dispersion of four.
    let chance = PastComparison.chanceOfNone(where: busy) ?? 1
    #expect(abs(chance - 9.094947017729282e-13) < 1e-15)
    #expect(
      abs((PastComparison.chanceOfNone(where: Array(repeating: 12, count: 7)) ?? 1) - 0.00390625)
        < 1e-12)
    #expect(
      PastComparison.chanceOfNone(where: busy.enumerated().map { $0.offset < 3 ? 0 : $0.element })
        == 3.0 / 28)
    #expect(PastComparison.chanceOfNone(where: [60, 60, 60, 60, 60, 60]) == nil)
  }
}
