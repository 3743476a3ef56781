import LogCorpus
import Testing

struct IncidentRequestTests {
  @Test(
    arguments: [
      ("push-quota", IncidentKind.pushQuota, nil, nil, 1.0),
      ("push-quotax2", .pushQuota, nil, nil, 2),
      ("sms-outage@6h30m", .smsOutage, 23_400_000, nil, 1),
      ("bad-client:3", .badClient, nil, .count(3), 1),
      ("bad-client:*", .badClient, nil, .all, 1),
      ("apns-expired:onyx-bank-eu", .apnsExpired, nil, .named("onyx-bank-eu"), 1),
      ("clock-drift@90m:2x3", .clockDrift, 5_400_000, .count(2), 3),
      ("tenant-deleted@1d2h3m4sx1.5", .tenantDeleted, 93_784_000, nil, 1.5),
    ] as [(String, IncidentKind, Int?, IncidentRequest.Targets?, Double)])
  func `a request is read as it is written`(
    text: String, kind: IncidentKind, offset: Int?, targets: IncidentRequest.Targets?,
    size: Double
  ) throws {
    let request = try #require(IncidentRequest(text))
    #expect(request.kind == kind)
    #expect(request.offset == offset)
    #expect(request.targets == targets)
    #expect(request.size == size)
  }

  @Test(arguments: ["", "fire", "push-quota@", "push-quota@5", "push-quota@5y", "push-quota:"])
  func `anything else is refused`(text: String) {
    #expect(IncidentRequest(text) == nil)
  }
}
