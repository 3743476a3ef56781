import Foundation
import LogModel
import Testing

import LogReporting

struct NightlyJSONFormatTests {
  private func text(_ report: NightlyReport) -> String {
    var bytes: [UInt8] = []
    var sink = TextSink { bytes += $0 }
    NightlyJSONFormat().write(report, options: RenderOptions(), to: &sink)
    try? sink.finish()
    return String(decoding: bytes, as: UTF8.self)
  }

  private func object(_ report: NightlyReport) throws -> [String: Any] {
    let text = text(report)
    return try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func `it has all that stat writes, byte by byte`() {
    let report = SampleNight.report()
    var bytes: [UInt8] = []
    var sink = TextSink { bytes += $0 }
    JSONFormat().write(report.table, options: RenderOptions(), to: &sink)
    try? sink.finish()
    let parts = String(decoding: bytes, as: UTF8.self).split(separator: ",\n\"rows\":")
    let text = text(report)
    #expect(parts.count == 2)
    #expect(text.hasPrefix(parts[0] + ",\n\"period\":"))
    #expect(text.hasSuffix(",\n\"rows\":" + parts[1]))
  }

  @Test func `times are UTC, numbers are numbers, and what is not known is null`() {
    let lines = text(SampleNight.report()).split(separator: "\n")
    let expected = [
      #""period":{"start":"2026-03-13T23:00:00Z","end":"2026-03-14T23:00:00Z","days":1},"#,
      #""status":"critical","#,
      #""silenced":1,"#,
      #""obstacles":[],"#,
      #""past":{"known":27,"wanted":28,"before":true,"week_before":true,"known_from":"2026-02-14T23:00:00Z"},"#,
      #""errors":{"count":412,"users":230,"users_estimated":false,"before":120,"week_before":118,"median":119.5,"expected":118,"baseline":"weekday","periods":4,"dispersion":2.5,"p":1e-12,"q":2e-11,"change":"risen"},"#,
      #""records":12400,"#,
      #"{"method":null,"attempts":1000,"failures":22,"share":0.022,"share_before":null,"median_share":null}],"#,
      #"{"start":"2026-03-14T22:00:00Z","end":"2026-03-14T23:00:00Z","records":260,"errors":6,"low":null,"expected":null,"high":null}],"#,
      #""feed":{"gaps":[{"start":"2026-03-14T02:00:00Z","end":"2026-03-14T02:40:00Z"}],"lag_seconds":null,"silent_tenants":[{"tenant":"quiet-co","last_seen":"2026-03-13T21:00:00Z","usual_records":240.5}],"silent_tenant_count":1,"untimed":2,"ahead":0},"#,
      #""origin":{"command":"mfa-logstat report --since yesterday --until today --state mfa.state","version":"0.1.0","state":"mfa.state"},"#,
    ]
    for line in expected { #expect(lines.contains(line[...]), "\(line)") }
  }

  @Test(arguments: HostileNight.names)
  func `names come back as they were`(name: String) throws {
    let object = try object(HostileNight.report(name: name))
    for (list, key) in [("codes", "code"), ("tenants", "tenant"), ("methods", "method")] {
      let values = try #require(object[list] as? [[String: Any]])
      #expect((values.first?[key] as? String)?.utf8.elementsEqual(name.utf8) == true)
    }
    let incidents = try #require(object["incidents"] as? [[String: Any]])
    #expect((incidents.first?["rule"] as? String)?.utf8.elementsEqual(name.utf8) == true)
    let origin = try #require(object["origin"] as? [String: Any])
    #expect((origin["state"] as? String)?.utf8.elementsEqual(name.utf8) == true)
  }

  @Test func `what is no number is null`() throws {
    var report = SampleNight.report()
    report.errors.median = .nan
    report.errors.forecast = DayForecast(
      expected: .infinity, baseline: .short, periods: 1, dispersion: -.infinity, p: .nan, q: .nan)
    report.methods[0].shareBefore = .infinity
    report.feed.silentTenants[0].usualRecords = .nan
    report.timeline.bands[0] = ExpectedBand(low: 0, expected: .nan, high: 1)
    let object = try object(report)
    let errors = try #require(object["errors"] as? [String: Any])
    for key in ["median", "expected", "dispersion", "p", "q"] { #expect(errors[key] is NSNull) }
    let texts = [NightlyTextFormatTests.text(report), NightlyMarkdownFormatTests.text(report)]
    for text in texts {
      #expect(!text.contains(/\b(nan|inf)\b/.ignoresCase()))
    }
  }

  @Test func `an empty day is an object, too`() throws {
    let object = try object(SampleNight.emptyReport())
    #expect(object["status"] as? String == "ok")
    #expect(object["other_tenants"] is NSNull)
    #expect((object["codes"] as? [Any])?.isEmpty == true)
    #expect((object["rows"] as? [Any])?.isEmpty == true)
  }

  @Test func `equal reports give equal bytes`() {
    #expect(text(SampleNight.report()) == text(SampleNight.report()))
  }
}
