import Foundation
import LogAlerting
import Testing

struct CountTestsTests {
  /// A line of `Tails.csv`, which `.ci/check-tails.py` writes with SciPy and mpmath.
  private struct Row {
    let distribution: String
    let count: UInt64
    let first: Double
    let second: Double
    let p: Double
    let line: Substring
  }

  private static func rows() throws -> [Row] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Tails.csv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().map {
      let fields = $0.split(separator: ",")
      return Row(
        distribution: String(fields[0]), count: try #require(UInt64(fields[1])),
        first: try #require(Double(fields[2])), second: try #require(Double(fields[3])),
        p: try #require(Double(fields[4])), line: $0)
    }
  }

  @Test func `tails agree with SciPy and mpmath to 1e-10`() throws {
    let rows = try CountTestsTests.rows()
    #expect(Set(rows.map(\.distribution)) == ["poisson", "negativeBinomial", "binomial"])
    #expect(rows.count > 2_000)
    #expect(rows.contains { $0.p < 1e-290 })
    for row in rows {
      let p =
        switch row.distribution {
        case "poisson": CountTests.poisson(atLeast: row.count, mean: row.first)
        case "binomial":
          CountTests.binomial(atLeast: row.count, of: UInt64(row.first), chance: row.second)
        default:
          CountTests.negativeBinomial(
            atLeast: row.count, mean: row.first, dispersion: row.second)
        }
      #expect(abs(p / row.p - 1) < 1e-10, "\(p) for \(row.line)")
    }
  }

  /// The examples in the literature of two counts: so many in one window, so many in others.
  @Test(
    arguments: [
      (3, 0, 1, 0.125), (10, 0, 1, 0.000_976_562_5), (3, 1, 1, 0.312_5), (6, 2, 1, 0.144_531_25),
      (30, 10, 1, 0.001_110_716_89), (5, 2, 24, 2.009_497_6e-6), (3, 0, 336, 2.612_824_85e-8),
    ] as [(UInt64, UInt64, Int64, Double)])
  func `one window against others is exact`(
    count: UInt64, others: UInt64, windows: Int64, p: Double
  ) {
    let told = CountTests.conditional(
      atLeast: count, others: others, windows: windows, dispersion: 1)
    #expect(abs(told / p - 1) < 1e-7)
  }

  @Test func `a negative binomial of size one is geometric`() {
    for count in UInt64(0)...1_000 {
      let p = CountTests.negativeBinomial(atLeast: count, mean: 1, dispersion: 2)
      #expect(abs(p / pow(0.5, Double(count)) - 1) < 1e-12)
    }
  }

  @Test(arguments: [0.3, 4, 55])
  func `tails are sums of what single counts are worth`(mean: Double) {
    var density = exp(-mean)
    for count in UInt64(0)..<100 {
      let here = CountTests.poisson(atLeast: count, mean: mean)
      let next = CountTests.poisson(atLeast: count + 1, mean: mean)
      #expect(abs(here - next - density) < 1e-14)
      density *= mean / Double(count + 1)
    }
  }

  @Test(arguments: [1, 1.000_000_1, 1.5, 4, 900])
  func `the bound is the first count that is rare enough`(dispersion: Double) throws {
    for (mean, level) in [(0.001, 1e-7), (3, 1e-3), (4_000, 1e-9)] {
      let tail: (UInt64) -> Double = {
        CountTests.negativeBinomial(atLeast: $0, mean: mean, dispersion: dispersion)
      }
      let bound = try #require(CountTests.bound(level: level, tail: tail))
      #expect(tail(bound) <= level)
      #expect(tail(bound - 1) > level)
    }
    #expect(CountTests.bound(level: 0.5) { _ in 1 } == nil)
  }

  @Test(arguments: [0, 1e-300, 1e-9, 0.5, 1e6, 1e12])
  func `no mean and no count gives anything but a probability`(mean: Double) {
    for dispersion in [0, 1, 1 + 1e-13, 1 + 1e-9, 2, 1e9] {
      for count in [0, 1, 2, 1_000, 4_294_967_295, 1 << 52] as [UInt64] {
        let p = CountTests.negativeBinomial(atLeast: count, mean: mean, dispersion: dispersion)
        #expect(p >= 0 && p <= 1)
      }
    }
  }

  @Test(arguments: [1e-12, 1e-6, 1e-3, 0.2])
  func `a limit saves work and decides alike`(limit: Double) {
    for count in UInt64(1)...60 {
      let exact = CountTests.negativeBinomial(atLeast: count, mean: 2, dispersion: 3)
      let quick = CountTests.negativeBinomial(
        atLeast: count, mean: 2, dispersion: 3, upTo: limit)
      #expect((quick <= limit) == (exact <= limit))
      if exact <= limit { #expect(quick == exact) }
    }
  }
}
