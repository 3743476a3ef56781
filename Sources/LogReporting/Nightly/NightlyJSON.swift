import LogModel

/// The parts of a nightly report as JSON values; null for what is not known.
enum NightlyJSON {
  static func value(_ period: ReportPeriod) -> JSONValue {
    .object(span(period.seconds) + [("days", .integer(period.wholeDays.map { Int($0) }))])
  }

  static func value(_ past: ComparedPast) -> JSONValue {
    .object([
      ("known", .whole(past.known.count)), ("wanted", .whole(past.wanted)),
      ("before", .flag(past.hasBefore)), ("week_before", .flag(past.hasWeekBefore)),
      ("known_from", past.knownFrom.map { .second($0) } ?? .null),
    ])
  }

  static func value(_ count: ComparedCount) -> JSONValue {
    let forecast = count.forecast
    return .object(
      [("count", .whole(count.count))] + users(count.users) + [
        ("before", .integer(count.before)), ("week_before", .integer(count.weekBefore)),
        ("median", .number(count.median)), ("expected", .number(forecast?.expected)),
        ("baseline", .text(forecast?.baseline.rawValue)), ("periods", .integer(forecast?.periods)),
        ("dispersion", .number(forecast?.dispersion)), ("p", .number(forecast?.p)),
        ("q", .number(forecast?.q)), ("change", .string(count.change.rawValue)),
      ])
  }

  static func value(_ line: CodeLine) -> JSONValue {
    .object([
      ("code", .name(line.code)), ("kind", .string(line.kind.name)),
      ("level", .string(line.level.name)), ("class", .text(line.entry?.remedy.rawValue)),
      ("severity", .text(line.severity?.name)), ("errors", value(line.errors)),
      ("tenant_count", .whole(line.tenantCount)), ("tenants", named(line.tenants, as: "tenant")),
      ("bins", whole(line.bins)),
    ])
  }

  static func value(_ line: TenantLine) -> JSONValue {
    .object([
      ("tenant", .name(line.tenant)), ("severity", .text(line.severity?.name)),
      ("errors", value(line.errors)), ("records", .whole(line.records)),
      ("codes", named(line.codes, as: "code")), ("bins", whole(line.bins)),
    ])
  }

  static func value(_ rest: RestLine?) -> JSONValue {
    guard let rest else { return .null }
    return .object(
      [
        ("members", .whole(rest.members)), ("errors", .whole(rest.errors)),
        ("records", .whole(rest.records)),
      ] + users(rest.users) + [("bins", whole(rest.bins))])
  }

  static func value(_ line: MethodLine) -> JSONValue {
    .object([
      ("method", .name(line.method)), ("attempts", .whole(line.attempts)),
      ("failures", .whole(line.failures)),
      ("share", line.attempts == 0 ? .null : .number(line.share)),
      ("share_before", .number(line.shareBefore)), ("median_share", .number(line.medianShare)),
    ])
  }

  static func value(_ feed: FeedHealth) -> JSONValue {
    let silent = feed.silentTenants.map { tenant in
      JSONValue.object([
        ("tenant", .name(tenant.tenant)), ("last_seen", .second(tenant.lastSeen)),
        ("usual_records", .number(tenant.usualRecords)),
      ])
    }
    return .object([
      ("gaps", .array(feed.gaps.map { .object(span($0)) })),
      ("lag_seconds", .integer(feed.lagSeconds.map { Int($0) })),
      ("silent_tenants", .array(silent)), ("silent_tenant_count", .whole(feed.silentTenantCount)),
      ("untimed", .whole(feed.untimed)), ("ahead", .whole(feed.ahead)),
    ])
  }

  static func bins(_ timeline: Timeline) -> [JSONValue] {
    timeline.bins.indices.map { index in
      let band = timeline.bands[index]
      return .object(
        span(timeline.bins[index]) + [
          ("records", .whole(timeline.records[index])), ("errors", .whole(timeline.errors[index])),
          ("low", .integer(band?.low)), ("expected", .number(band?.expected)),
          ("high", .integer(band?.high)),
        ])
    }
  }

  static func value(_ origin: ReportOrigin) -> JSONValue {
    .object([
      ("command", .string(origin.command)), ("version", .string(origin.version)),
      ("state", .text(origin.state)),
    ])
  }

  private static func span(_ seconds: Range<Int64>) -> [(String, JSONValue)] {
    [("start", .second(seconds.lowerBound)), ("end", .second(seconds.upperBound))]
  }

  private static func users(_ users: UserCount?) -> [(String, JSONValue)] {
    [
      ("users", .integer(users?.count)), ("users_estimated", .flag(users?.isEstimate ?? false)),
    ]
  }

  private static func named(_ names: [NamedCount], as key: String) -> JSONValue {
    .array(names.map { .object([(key, .name($0.name)), ("count", .whole($0.count))]) })
  }

  private static func whole(_ numbers: [Int]) -> JSONValue { .array(numbers.map { .whole($0) }) }
}
