import LogAlerting
import LogModel
import LogReporting

/// Writes the records of a case's series as lines of a log, which are then read like any other.
enum CaseLines {
  /// One JSON object a line; the records of a step stand evenly in it.
  static func bytes(of series: CaseSeries) -> [UInt8] {
    var bytes: [UInt8] = []
    for tenant in series.tenants {
      for step in 0..<max(series.errors.count, series.normal.count) {
        let start = series.start + Int64(step) * series.stepSeconds
        let errors = step < series.errors.count ? series.errors[step] : 0
        for number in 0..<errors {
          let user = series.users.map { $0 == 0 ? nil : number % $0 } ?? number
          append(
            series, tenant: tenant, code: series.code,
            user: user, second: start + Int64(number) * series.stepSeconds / Int64(errors),
            to: &bytes)
        }
        let normal = step < series.normal.count ? series.normal[step] : 0
        for number in 0..<normal {
          append(
            series, tenant: tenant, code: nil, user: nil,
            second: start + Int64(number) * series.stepSeconds / Int64(normal), to: &bytes)
        }
      }
    }
    return bytes
  }

  private static func append(
    _ series: CaseSeries, tenant: String, code: String?, user: Int?, second: Int64,
    to bytes: inout [UInt8]
  ) {
    bytes += "{\"time\":\"".utf8
    EventTime(seconds: second).appendRFC3339(to: &bytes)
    bytes += "\"".utf8
    // The unknown tenant is the one that no record names.
    if tenant != "-" { append("tenant", tenant, to: &bytes) }
    if let user { append("user_id", "user-\(user + 1)", to: &bytes) }
    if let method = series.method { append("method", method, to: &bytes) }
    if let code {
      // Failures without a code are known by their type.
      append(EventTypes.index(of: code) == nil ? "errorCode" : "type", code, to: &bytes)
    } else {
      append("type", "gd_auth_succeed", to: &bytes)
    }
    bytes += "}\n".utf8
  }

  private static func append(_ name: String, _ text: String, to bytes: inout [UInt8]) {
    bytes += ",\"\(name)\":".utf8
    JSONText.append(text, to: &bytes)
  }
}
