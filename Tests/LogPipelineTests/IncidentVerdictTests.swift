import Foundation
import LogCorpus
import Testing

/// Every kind of trouble is found in a made-up log: how bad, at which tenants, and how soon.
@Suite(.enabled(if: BuiltTool.path != nil, "mfa-logstat is not built"))
struct IncidentVerdictTests {
  /// What must be said of one kind.
  struct Verdict: Sendable, CustomTestStringConvertible {
    let kind: IncidentKind
    let code: String
    /// The incident may be worse where it hits a large tenant.
    let severity: String
    /// How long after the beginning the window that tells it may begin, in minutes.
    let within: Int
    /// The codes that may be told beside it.
    var others: Set<String> = []

    var testDescription: String { kind.rawValue }
  }

  /// Quotas and outages are found in their first or second window of 5 or 15 minutes, what drifts in the
  /// second whole hour.
  static let verdicts = [
    Verdict(
      kind: .pushQuota, code: "too_many_pn_per_tenant", severity: "critical", within: 10,
      others: ["too_many_pn"]),
    Verdict(
      kind: .apnsExpired, code: "push_notification_wrong_credentials", severity: "critical",
      within: 30),
    Verdict(kind: .appResigned, code: "pn_endpoint_disabled", severity: "warning", within: 120),
    Verdict(
      kind: .smsOutage, code: "error_sending_sms", severity: "critical", within: 30,
      others: ["too_many_sms"]),
    // The quota is used up after half of the half hour.
    Verdict(
      kind: .smsPumping, code: "too_many_sms_per_tenant", severity: "critical", within: 15 + 10),
    Verdict(
      kind: .factorOff, code: "auth_method_disabled", severity: "critical", within: 30,
      others: ["feature_disabled_by_admin"]),
    Verdict(kind: .badClient, code: "invalid_body", severity: "warning", within: 30),
    Verdict(kind: .clockDrift, code: "invalid_otp", severity: "warning", within: 120),
    // What the users deny may stand out, too.
    Verdict(
      kind: .pushBombing, code: "too_many_pn", severity: "warning", within: 30,
      others: ["gd_auth_rejected"]),
    Verdict(kind: .tenantDeleted, code: "tenant_not_found", severity: "critical", within: 15),
  ]

  /// The first of twelve tenants has a third of all records, the last one in forty.
  static let tenants = (large: "alder-bank-eu", small: "lumen-bank-eu")

  #if DEBUG
    /// Records a second; a busier log takes too long in a build without optimisation.
    private static let rate = 1.0
  #else
    private static let rate = 5.0
  #endif

  @Test(arguments: verdicts, [true, false])
  func `an incident is found at a large and at a small tenant`(
    verdict: Verdict, isLarge: Bool
  ) throws {
    let tenant = isLarge ? IncidentVerdictTests.tenants.large : IncidentVerdictTests.tenants.small
    var request = IncidentRequest(verdict.kind)
    request.offset = 60 * 60_000
    let isEverywhere = verdict.kind == .smsOutage
    if !isEverywhere { request.targets = .named(tenant) }
    var plan = Self.plan(seed: isLarge ? 21 : 22)
    plan.incidents = [request]
    let told = try check(plan)
    let start = plan.start + 60 * 60_000

    let ofCode = told.incidents.filter { $0.series.code == verdict.code }
    let first = try #require(ofCode.first { $0.milliseconds >= start - 15 * 60_000 })
    #expect(first.milliseconds < start + verdict.within * 60_000, "\(first.start)")
    #expect(first.severity == verdict.severity || first.severity == "critical")
    #expect(first.providerWide == isEverywhere)
    if !isEverywhere { #expect(first.tenants.map(\.tenant) == [tenant]) }
    // What lasts is one incident; a drift may pause.
    if verdict.within < 120 { #expect(ofCode.count == 1) }
    let others = told.incidents.filter {
      $0.series.code != verdict.code && !verdict.others.contains($0.series.code ?? "")
    }
    #expect(others.isEmpty, "\(others.map { "\($0.rule) \($0.series.code ?? "")" })")
  }

  @Test(arguments: [31, 32] as [UInt64])
  func `a quiet log is silent`(seed: UInt64) throws {
    let told = try check(Self.plan(seed: seed))
    #expect(told.status == "ok")
    #expect(told.incidents.isEmpty, "\(told.incidents)")
  }

  static func plan(seed: UInt64) -> CorpusPlan {
    var plan = CorpusPlan(seed: seed)
    plan.shape = .auth0Flat
    plan.rate = IncidentVerdictTests.rate
    plan.days = 4.0 / 24
    plan.tenants = 12
    // From six in the morning on.
    plan.start += 6 * 3_600_000
    return plan
  }

  private func check(_ plan: CorpusPlan) throws -> ToldJSON.Check {
    var generator = CorpusGenerator(plan: plan)
    let tool = try BuiltTool()
    let file = try tool.folder.write(generator.all(), to: "corpus")
    let outcome = try tool.run(["check", "-o", "json", "--now", "2026-03-10", file])
    return try ToldJSON.check(outcome.output)
  }
}
