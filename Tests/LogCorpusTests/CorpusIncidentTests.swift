import LogCorpus
import Testing

/// What the list of incidents says is in the corpus, there and only there.
struct CorpusIncidentTests {
  private struct Corpus {
    let rows: [CorpusTruth.Row]
    let incident: CorpusIncident
  }

  private func corpus(_ kind: IncidentKind, seed: UInt64) throws -> Corpus {
    var plan = CorpusPlan(seed: seed)
    plan.rate = 1
    plan.days = 0.5
    plan.tenants = 30
    plan.shape = .auth0Flat
    plan.countsTruth = true
    var request = IncidentRequest(kind)
    request.offset = 4 * 3_600_000
    plan.incidents = [request]
    var generator = CorpusGenerator(plan: plan)
    var piece = CorpusBytes()
    while generator.fill(&piece, upTo: 1 << 20) { piece.removeAll() }
    return Corpus(
      rows: try #require(generator.truth).rows(), incident: try #require(generator.incidents.first))
  }

  @Test(arguments: IncidentKind.allCases)
  func `the codes of an incident stand out at its tenants while it lasts`(
    kind: IncidentKind
  ) throws {
    let corpus = try corpus(kind, seed: 1)
    let times = corpus.incident.times
    let isEverywhere = corpus.incident.tenantNames == ["*"]
    for (code, severity) in kind.codes {
      let hit = corpus.rows.filter {
        $0.code == code && (isEverywhere || corpus.incident.tenantNames.contains($0.tenant))
      }
      // Records may come a few minutes after the ceremony began.
      let inside = hit.filter {
        (times.lowerBound..<times.upperBound + 300_000).contains($0.window)
      }
      let outside = hit.filter { !inside.map(\.window).contains($0.window) }
      let count = inside.reduce(0) { $0 + $1.cell.count }
      let perHour = Double(count) / (Double(times.count) / 3_600_000)
      let elsewhere = Double(outside.reduce(0) { $0 + $1.cell.count }) / 12
      #expect(count >= 5, "\(code.text)")
      if severity != nil { #expect(perHour > 3 * elsewhere, "\(code.text)") }
    }
  }

  @Test(arguments: [IncidentKind.pushQuota, .smsPumping, .tenantDeleted])
  func `codes that stop a tenant are nowhere else`(kind: IncidentKind) throws {
    let corpus = try corpus(kind, seed: 3)
    let code = try #require(kind.codes.last).code
    let rows = corpus.rows.filter { $0.code == code }
    let tenants = Set(rows.map(\.tenant))
    #expect(tenants == Set(corpus.incident.tenantNames))
    let first = try #require(rows.map(\.cell.first).min())
    #expect(first >= corpus.incident.times.lowerBound)
    #expect(try #require(rows.map(\.cell.last).max()) < corpus.incident.times.upperBound + 300_000)
  }

  @Test func `the list names kind, times, tenant, code and severity`() throws {
    var plan = CorpusPlan(seed: 1)
    plan.rate = 0.1
    plan.incidents = [
      try #require(IncidentRequest("push-quota@6h30m:harbor-bank-eu")),
      try #require(IncidentRequest("sms-outage@90m")),
    ]
    let text = String(
      decoding: CorpusIncident.csv(CorpusGenerator(plan: plan).incidents).bytes, as: UTF8.self)
    #expect(
      text == """
        kind,start,end,tenant,code,severity
        push-quota,2026-03-09T06:30:00Z,2026-03-09T06:50:00Z,harbor-bank-eu,too_many_pn,
        push-quota,2026-03-09T06:30:00Z,2026-03-09T06:50:00Z,harbor-bank-eu,too_many_pn_per_tenant,critical
        sms-outage,2026-03-09T01:30:00Z,2026-03-09T02:15:00Z,*,error_sending_sms,critical
        sms-outage,2026-03-09T01:30:00Z,2026-03-09T02:15:00Z,*,too_many_sms,

        """)
  }
}
