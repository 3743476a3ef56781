import LogAggregation
import LogModel
import LogPipeline
import LogTestSupport
import Testing

struct RowSelectionTests {
  private var log: CountedLog {
    var log = CountedLog()
    log.error("too_many_pn", minute: 0, count: 2)
    log.error("invalid_otp", minute: 0, user: 1, count: 3)
    log.error("tenant_not_found", minute: 0, tenant: "beta", user: 1)
    log.error("zzz", minute: 5, user: 1, count: 2)
    log.normal(minute: 0, tenant: "beta")
    return log
  }

  private func codes(_ sort: RowOrder?, top: Int? = nil) -> [String] {
    let rule = RuleText.rule("code=too_many_pn&count>=1/15m", .critical)
    let report = log.report(RowSelection(top: top, sort: sort), rules: [rule])
    return report.rows.map { report.text($0.code) }
  }

  @Test(arguments: [
    (RowOrder?.none, ["invalid_otp", "too_many_pn", "tenant_not_found", "zzz"]),
    (.time, ["invalid_otp", "too_many_pn", "tenant_not_found", "zzz"]),
    (.count, ["invalid_otp", "too_many_pn", "zzz", "tenant_not_found"]),
    (.users, ["invalid_otp", "zzz", "tenant_not_found", "too_many_pn"]),
    (.share, ["zzz", "invalid_otp", "tenant_not_found", "too_many_pn"]),
    (.level, ["tenant_not_found", "zzz", "invalid_otp", "too_many_pn"]),
    (.flag, ["too_many_pn", "invalid_otp", "tenant_not_found", "zzz"]),
  ])
  func `rows are sorted worst first, and by the standard order among equals`(
    order: RowOrder?, expected: [String]
  ) {
    #expect(codes(order) == expected)
  }

  @Test(arguments: [
    (RowOrder?.none, ["invalid_otp", "too_many_pn", "(other)"]),
    (.count, ["invalid_otp", "too_many_pn", "(other)"]),
    (.users, ["invalid_otp", "zzz", "(other)"]),
    (.time, ["invalid_otp", "too_many_pn", "(other)"]),
    (.level, ["tenant_not_found", "zzz", "(other)"]),
  ])
  func `top keeps the first rows of the order, else those with the most errors`(
    order: RowOrder?, expected: [String]
  ) {
    #expect(codes(order, top: 2) == expected)
  }

  @Test
  func `the row of the rest is exact`() throws {
    let report = log.report(RowSelection(top: 1))
    #expect(
      report.lines == [
        "+0 acme invalid_otp guardian recoverable 3 3 users", "(other) (other) 5 2 users",
      ])
    let rest = try #require(report.rows.last)
    #expect(rest.isOther)
    #expect(rest.share == 5 / 9.0)
    #expect(rest.windowStart == nil)
    #expect(rest.kind == nil)
    #expect(rest.level == nil)
    #expect(rest.firstSeen == EventTime(seconds: CountedLog.eight))
    #expect(rest.lastSeen == EventTime(seconds: CountedLog.eight + 300))
    #expect(report.isComplete)
  }

  @Test
  func `what found no room joins the row of the rest unless rows are filtered`() {
    var log = self.log
    log.plan.maxGroups = 2
    let report = log.report(RowSelection(by: [.code], top: 1))
    #expect(report.lines == ["invalid_otp 3 3 users", "(other) 5 2 users"])
    #expect(!report.isComplete)
    let all = [RowFilter(key: .code, patterns: ["*"])]
    #expect(
      log.report(RowSelection(by: [.code], filters: all)).lines
        == ["invalid_otp 3 3 users", "too_many_pn 2"])
  }

  @Test(arguments: UInt64(0)..<12)
  func `choosing rows keeps totals, and shares of a window and tenant add up`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var log = CountedLog(keys: Set(ReportKey.allCases))
    let codes = ["invalid_otp", "too_many_pn", "tenant_not_found", "zzz", "30007"]
    var errors: [String: Int] = [:]
    var records: [String: Int] = [:]
    for _ in 0..<200 {
      let minute = Int64.random(in: 0..<20, using: &random)
      let tenant = ["acme", "beta", "gamma"][Int.random(in: 0..<3, using: &random)]
      let place = "\(minute / 5) \(tenant)"
      records[place, default: 0] += 1
      if Bool.random(using: &random) {
        log.normal(minute: minute, tenant: tenant)
      } else {
        log.error(
          codes[Int.random(in: 0..<5, using: &random)], minute: minute, tenant: tenant,
          user: Int.random(in: 0..<9, using: &random))
        errors[place, default: 0] += 1
      }
    }
    let total = errors.values.reduce(0, +)
    let whole = log.report(RowSelection())
    for by in [[], [.window], [.tenant, .level], [.code, .method, .category], ReportKey.allCases] {
      for (top, sort) in [(nil, nil), (3, nil), (1, RowOrder.share), (500, .users), (0, .time)] {
        let report = log.report(RowSelection(by: by, top: top, sort: sort))
        #expect(report.rows.reduce(0) { $0 + $1.count } == total)
        #expect(report.rows.dropLast().allSatisfy { !$0.isOther })
        #expect(report.userCount == whole.userCount)
      }
    }
    var shares: [String: Double] = [:]
    for row in whole.rows {
      let start = row.windowStart.map { ($0 - CountedLog.eight) / 300 } ?? -1
      shares["\(start) \(whole.text(row.tenant))", default: 0] += row.share
    }
    #expect(shares.count == errors.count)
    for (place, share) in shares {
      let expected = Double(errors[place] ?? 0) / Double(records[place] ?? 1)
      #expect(abs(share - expected) < 1e-12)
    }
  }
}
