/// Where the fields stand, in order of preference, and what is cut out of them.
enum ReferencePaths {
  static let time = [
    "date", "timestamp", "@timestamp", "time", "ts", "eventTime", "event_time", "datetime",
    "timeUnixNano", "observedTimeUnixNano", "_time", "__REALTIME_TIMESTAMP", "T",
    "receiveTimestamp",
  ]

  static let tenant = [
    "tenant_name", "tenant", "tenantName", "tenant_id", "tenantId", "labels.tenant",
    "details.enrollment.tenant", "details.body.tenant", "details.query.tenant",
    "resource.labels.tenant", "organization.id",
  ]

  static let code = [
    "details.failure_details.errorCode", "details.response.body.errorCode",
    "details.error.errorCode", "details.error.code", "details.errorCode", "errorCode",
    "error_code", "error.errorCode", "error.code", "err.errorCode", "err.code",
    "response.body.errorCode", "body.errorCode",
  ]

  static let text = [
    "description", "details.failure_details.message", "details.error.message", "message", "msg",
    "log", "error", "error.message",
  ]

  static let user = [
    "user_id", "userId", "user.id", "details.enrollment.user_id", "usr.id", "user", "sub",
    "details.request.auth.user.user_id", "details.request.auth.subject", "user_name", "userName",
  ]

  static let phoneNumber = [
    "details.authenticator.phone_number", "details.enrollment.phone_number",
  ]

  /// Method and tenant of `/api/<method>/configs/<tenant>/` in `details.request.path`.
  static func configs(_ object: ReferenceObject) -> (method: [UInt8]?, tenant: [UInt8]?)? {
    guard let path = object.string(at: "details.request.path") else { return nil }
    let parts = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count >= 4, parts[0].isEmpty, Array(parts[1]) == Array("api".utf8),
      !parts[2].isEmpty, Array(parts[3]) == Array("configs".utf8)
    else { return nil }
    // The slash behind a part is there when another part follows it.
    let method = parts.count > 4 ? Array(parts[2]) : nil
    let tenant = parts.count > 5 && !parts[4].isEmpty ? percentDecoded(Array(parts[4])) : nil
    return (method, tenant)
  }

  private static func percentDecoded(_ text: [UInt8]) -> [UInt8] {
    var decoded: [UInt8] = []
    var index = 0
    while index < text.count {
      let digits = text[index...].dropFirst().prefix(2)
      if text[index] == UInt8(ascii: "%"), digits.count == 2,
        digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
        let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        decoded.append(byte)
        index += 3
      } else {
        decoded.append(text[index])
        index += 1
      }
    }
    return ReferenceString.repaired(decoded)
  }

  /// The first label of a host below `auth0.com`.
  static func tenantLabel(ofHost host: [UInt8]?) -> [UInt8]? {
    let domain = Array(".auth0.com".utf8)
    guard let host, host.suffix(domain.count).elementsEqual(domain),
      let label = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).first,
      !label.isEmpty
    else { return nil }
    return Array(label)
  }

  /// The tenant of `aws.partner/auth0.com/<tenant>-<uuid>/auth0.logs`.
  static func tenant(ofSource source: [UInt8]?) -> [UInt8]? {
    let (start, end) = (Array("aws.partner/auth0.com/".utf8), Array("/auth0.logs".utf8))
    guard let source, source.starts(with: start), source.suffix(end.count).elementsEqual(end),
      source.count > start.count + end.count
    else { return nil }
    let name = source.dropFirst(start.count).dropLast(end.count)
    let uuid = 36
    guard name.count > uuid + 1, name[name.endIndex - uuid - 1] == UInt8(ascii: "-") else {
      return nil
    }
    return Array(name.dropLast(uuid + 1))
  }

  /// What stands before the `|` of an authenticator's id.
  static func prefix(ofID id: [UInt8]?) -> [UInt8]? {
    guard let id, let bar = id.firstIndex(of: UInt8(ascii: "|")), bar > 0 else { return nil }
    return Array(id[..<bar])
  }

  /// The word in round brackets at the end of a description.
  static func bracket(atEndOf description: [UInt8]?) -> [UInt8]? {
    guard let description, description.last == UInt8(ascii: ")"),
      let start = description.lastIndex(of: UInt8(ascii: "("))
    else { return nil }
    let word = description[(start + 1)...].dropLast()
    return word.isEmpty || word.contains(UInt8(ascii: ")")) ? nil : Array(word)
  }
}
