import LogModel

/// All that is known of the night as one JSON object: what `stat` tells of its rows, and between
/// sources and rows the verdict, the changes and the rest.
package struct NightlyJSONFormat: NightlyFormat {
  package static let name = "json"
  package static let summary = "one object with verdict, changes, ledger and rows"

  /// How a member stands in lines.
  private enum Member {
    /// On one line.
    case one(JSONValue)
    /// Every element on a line of its own.
    case list([JSONValue])
  }

  package init() {}

  package func write(_ report: NightlyReport, options: RenderOptions, to sink: inout TextSink) {
    var json = ReportJSON(report.table)
    json.writeHead(to: &sink)
    for (name, member) in verdict(report) + counts(report) {
      sink.append(",\n\"\(name)\":")
      switch member {
      case .one(let value): sink.append(value.bytes)
      case .list(let values): write(values, to: &sink)
      }
    }
    json.writeRows(to: &sink)
  }

  private func verdict(_ report: NightlyReport) -> [(String, Member)] {
    let incidents = report.incidents.map {
      IncidentJSON.value($0, rules: report.rules, tellsEpisodes: true)
    }
    return [
      ("period", .one(NightlyJSON.value(report.period))),
      ("status", .one(.string(report.status.name.lowercased()))),
      ("incidents", .list(incidents)), ("silenced", .one(.whole(report.silencedCount))),
      ("obstacles", .one(.array(report.obstacles.map { .string($0.rawValue) }))),
      ("past", .one(NightlyJSON.value(report.past))),
    ]
  }

  private func counts(_ report: NightlyReport) -> [(String, Member)] {
    [
      ("errors", .one(NightlyJSON.value(report.errors))),
      ("records", .one(.whole(report.records))),
      ("tenant_count", .one(.whole(report.tenantCount))),
      ("erring_tenant_count", .one(.whole(report.erringTenantCount))),
      ("changes", .list(report.changes.map(NightlyJSON.value))),
      ("tenants", .list(report.tenants.map(NightlyJSON.value))),
      ("other_tenants", .one(NightlyJSON.value(report.otherTenants))),
      ("codes", .list(report.codes.map(NightlyJSON.value))),
      ("other_codes", .one(NightlyJSON.value(report.otherCodes))),
      ("methods", .list(report.methods.map(NightlyJSON.value))),
      ("feed", .one(NightlyJSON.value(report.feed))),
      ("timeline", .list(NightlyJSON.bins(report.timeline))),
      ("origin", .one(NightlyJSON.value(report.origin))),
    ]
  }

  private func write(_ values: [JSONValue], to sink: inout TextSink) {
    sink.append("[")
    for (index, value) in values.enumerated() {
      sink.append(index == 0 ? "\n" : ",\n")
      sink.append(value.bytes)
    }
    sink.append("]")
  }
}
