import LogModel

/// Requests of rules as a test writes them down, each with the plain words for what it speaks of.
struct SampleRequest {
  let request: MeasureRequest
  /// Whether it speaks of an error.
  let accepts: @Sendable (SampleRecord) -> Bool

  /// What the indices of sample records point into.
  static let entries = [
    entry("invalid_otp", .recoverable, "otp"), entry("too_many_pn", .recoverable, "rate_quota"),
    entry("too_many_pn_per_tenant", .unrecoverable, "rate_quota"),
  ]

  /// Windows of several lengths, every key, every way to choose, all that can be asked.
  static let all: [SampleRequest] = [
    SampleRequest(
      request: MeasureRequest(
        match: match(.code, ["invalid_otp"]), windowSeconds: 900, needsUsers: true,
        needsPerUser: true, needsRecords: true),
      accepts: { $0.text == "invalid_otp" }),
    SampleRequest(
      request: MeasureRequest(
        match: match(.code, ["too_many_*"], excluded: ["*_per_tenant"]), windowSeconds: 3_600,
        minCount: 2, needsPerUser: true),
      accepts: { $0.text == "too_many_pn" }),
    SampleRequest(
      request: MeasureRequest(windowSeconds: 300, needsUsers: true), accepts: { _ in true }),
    SampleRequest(
      request: MeasureRequest(
        match: match(.tenant, ["acme", "glob*"]), by: [.level, .category], windowSeconds: 1_800,
        needsUsers: true, needsPerUser: true, needsRecords: true),
      accepts: {
        $0.tenant == Array("acme".utf8) || $0.tenant == Array("globex-eu-with-long-name".utf8)
      }),
    SampleRequest(
      request: MeasureRequest(
        match: match(.kind, ["event", "provider"]), by: [.kind, .tenant], windowSeconds: 86_400,
        needsPerUser: true),
      accepts: { $0.kind == .event || $0.kind == .provider }),
    SampleRequest(
      request: MeasureRequest(
        match: match(.level, ["unknown"]), by: [], windowSeconds: 900, needsUsers: true,
        needsRecords: true),
      accepts: { $0.kind != .guardian }),
    SampleRequest(
      request: MeasureRequest(counted: .records, by: [.tenant], windowSeconds: 900),
      accepts: { _ in true }),
    SampleRequest(
      request: MeasureRequest(
        counted: .records, match: match(.tenant, ["*"], excluded: ["acme"]), by: [],
        windowSeconds: 3_600, minCount: 3),
      accepts: { $0.tenant != Array("acme".utf8) }),
  ]

  /// One that needs methods counted apart.
  static let ofMethods = SampleRequest(
    request: MeasureRequest(
      match: match(.method, ["otp", ""]), by: [.method, .tenant], windowSeconds: 900,
      needsUsers: true, needsPerUser: true),
    accepts: { $0.method == nil || $0.method == Array("otp".utf8) })

  private static func match(
    _ key: ReportKey, _ included: [String], excluded: [String] = []
  ) -> RuleMatch {
    RuleMatch([
      key: PatternList(
        included: included.map { NamePattern($0) }, excluded: excluded.map { NamePattern($0) })
    ])
  }

  private static func entry(
    _ code: String, _ level: RecoveryLevel, _ category: String
  ) -> CatalogueEntry {
    CatalogueEntry(
      code: code, meaning: "", level: level, remedy: .userRetry, category: category,
      channel: "any", scope: .user, httpStatus: "none", defaultPolicy: "info", advice: "",
      source: "")
  }
}

extension SampleRecord {
  /// The code as text.
  fileprivate var text: String { String(decoding: code ?? [], as: UTF8.self) }

  /// What a series shows of the record, by the name of the key.
  func value(_ key: ReportKey) -> [UInt8]? {
    let entry = catalogueIndex >= 0 ? SampleRequest.entries[catalogueIndex] : nil
    return switch key {
    case .tenant: tenant
    case .code: code
    case .kind: Array(kind.name.utf8)
    case .level: Array((entry?.level ?? .unknown).name.utf8)
    case .category: entry.map { Array($0.category.utf8) }
    case .method: method
    case .window: nil
    }
  }
}
