import LogModel

/// Reads the fields of one record from its payload and its envelopes.
struct ReferenceFields {
  let found: ReferenceUnwrapper.Found
  let header: ReferenceHeader?
  let options: ReferenceOptions

  func record(line: Int) -> ReferenceRecord {
    var record = ReferenceRecord(recordClass: .normal, line: line)
    record.time = time
    record.tenant = tenant
    record.user = first(extra(.user) + ReferencePaths.user)
    if let type = eventType, !ReferenceCodes.isSecondFactor(type) {
      record.recordClass = .other
    } else if let (kind, code) = code {
      record.recordClass = .error
      record.kind = kind
      record.code = code
    }
    record.method = method ?? channel(of: record)
    return record
  }

  // MARK: Places

  var payload: ReferenceObject? {
    if case .object(let object) = found.payload { object } else { nil }
  }

  /// The payload and its envelopes, from the inside outward.
  private var scopes: [ReferenceObject] { (payload.map { [$0] } ?? []) + found.envelopes }

  /// The type of an event of Auth0; nil for any other record.
  var eventType: String? {
    guard let payload, ReferenceUnwrapper.isAuth0Event(payload) else { return nil }
    return payload["type"]?.string.map { String(decoding: $0, as: UTF8.self) }
  }

  func extra(_ field: ReferenceOptions.Field) -> [String] {
    options.paths.filter { $0.field == field }.map(\.path)
  }

  /// The first name at these paths: all paths of one scope before the next scope.
  private func first(_ paths: [String]) -> [UInt8]? {
    for scope in scopes {
      for path in paths {
        if let name = scope.name(at: path) { return name }
      }
    }
    return nil
  }

  // MARK: Time

  private var time: EventTime? {
    firstTime(extra(.time)) ?? firstTime(ReferencePaths.time) ?? header?.time
      ?? scopes.lazy.compactMap { $0.name(at: "log_id") }.compactMap(ReferenceTime.logID).first
  }

  private func firstTime(_ paths: [String]) -> EventTime? {
    for scope in scopes {
      for path in paths {
        for value in scope.values(at: path) {
          if let time = ReferenceTime.time(of: value) { return time }
        }
      }
    }
    return nil
  }

  // MARK: Tenant

  /// The groups of places are tried one after the other,
  /// each from the payload outward.
  private var tenant: [UInt8]? {
    if let name = first(extra(.tenant)) ?? first(ReferencePaths.tenant) { return name }
    if let name = updatedTenant { return name }
    if let name = firstOf({ ReferencePaths.configs($0)?.tenant }) { return name }
    if let name = firstOf({ ReferencePaths.tenantLabel(ofHost: $0.string(at: "hostname")) }) {
      return name
    }
    if let name = firstOf({ ReferencePaths.tenant(ofSource: $0.string(at: "source")) }) {
      return name
    }
    if eventType != nil, let host = payload?.string(at: "hostname"), !host.isEmpty { return host }
    return first(["p_source_label"]) ?? options.tenant
  }

  private var updatedTenant: [UInt8]? {
    eventType == "gd_tenant_update" ? payload?.name(at: "details.response.body.name") : nil
  }

  private func firstOf(_ find: (ReferenceObject) -> [UInt8]?) -> [UInt8]? {
    scopes.lazy.compactMap(find).first
  }

  // MARK: Method

  private var method: [UInt8]? { methodWord.map(ReferenceCodes.normalisedMethod) }

  private var methodWord: [UInt8]? {
    let id = "details.authenticator.id"
    if let word = first(extra(.method)) ?? first(["details.authenticator.type"]) { return word }
    if let word = firstOf({ ReferencePaths.prefix(ofID: $0.string(at: id)) }) { return word }
    if let word = firstOf({ ReferencePaths.configs($0)?.method }) { return word }
    if let type = eventType, let word = ReferenceCodes.methodsOfTypes[type] {
      return Array(word.utf8)
    }
    if let word = firstOf({ ReferencePaths.bracket(atEndOf: $0.string(at: "description")) }) {
      return word
    }
    if first(ReferencePaths.phoneNumber) != nil { return Array("sms".utf8) }
    return first(["method", "mfa.method", "factor", "channel"])
  }

  private func channel(of record: ReferenceRecord) -> [UInt8]? {
    guard record.kind == .guardian, let code = record.code else { return nil }
    return ReferenceCodes.channel(of: code).map { Array($0.utf8) }
  }

  // MARK: Log level

  var isLoud: Bool {
    for scope in scopes {
      if let answer = ReferenceLogLevel.isLoud(scope) { return answer }
    }
    return header?.isLoud ?? false
  }
}
