/// Where every field may stand: the only list of field names in the house.
///
/// A path is looked up first as one dotted key (`"error.code"`), then nested; within a field an
/// earlier path beats a later one. All paths start at a *scope*: the record itself or one of the
/// envelopes around it.
enum FieldTable {
  /// What a path is wanted for.
  ///
  /// The paths of one group share a word of the presence bits.
  enum Group: Int, CaseIterable {
    case code, text
    case time, logLevel, id
    case tenant, user
    case method, facts
    case timeOverride, tenantOverride, codeOverride, userOverride, methodOverride

    /// Whether its paths come from `--field`.
    var isOverride: Bool { rawValue >= Group.timeOverride.rawValue }
  }

  static let time = [
    "date", "timestamp", "@timestamp", "time", "ts", "eventTime", "event_time", "datetime",
    "timeUnixNano", "observedTimeUnixNano", "_time", "__REALTIME_TIMESTAMP", "T",
    "receiveTimestamp",
  ]

  /// The plain paths; `RecordReader+Tenant.swift` tells what comes behind them.
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

  /// Where the text search looks for a code when no path holds one.
  static let text = [
    "description", "details.failure_details.message", "details.error.message", "message", "msg",
    "log", "error", "error.message",
  ]

  static let user = [
    "user_id", "userId", "user.id", "details.enrollment.user_id", "usr.id", "user", "sub",
    "details.request.auth.user.user_id", "details.request.auth.subject", "user_name", "userName",
  ]

  /// The paths that name a method by a word; `RecordReader+Method.swift` tells what comes before.
  static let method = ["method", "mfa.method", "factor", "channel"]

  static let logLevel = [
    "level", "log.level", "severity", "severityNumber", "severityText", "PRIORITY",
    "syslog.severity", "L", "status", "levelname",
  ]

  /// What tells one delivery of a record from another record, for `--dedup`.
  static let id = ["log_id", "_id", "event_id", "eventId", "insertId", "__CURSOR", "id"]

  /// Paths that are read by name; `FieldSlots` has a property for each.
  static let facts = [
    "type", "details.response.body.name", "details.request.path", "hostname", "source",
    "p_source_label", "details.authenticator.type", "details.authenticator.id",
    "details.authenticator.phone_number", "details.enrollment.phone_number", "messageType",
    "stream", "MESSAGE", "textPayload", "_raw", "line", "body", "body.stringValue", "event", "logs",
    "logEvents", "resourceLogs", "attrs",
  ]

  /// Where an embedded record may stand as JSON text, in the order in which they are tried.
  ///
  /// `body.stringValue` is OTLP's message.
  static let embeddedText = [
    "log", "message", "body.stringValue", "MESSAGE", "msg", "event", "textPayload", "_raw", "line",
    "body",
  ]

  /// Facts whose arrays are wanted as they stand.
  static let arrays: Set<String> = ["MESSAGE", "logs", "logEvents", "resourceLogs"]

  /// Wrappers whose content may be the record, in the order in which they are tried.
  static let wrappers: [Wrapper] = [
    Wrapper("detail.data"), Wrapper("detail"), Wrapper("data"), Wrapper("event.data"),
    Wrapper("event", condition: .auth0EventOrData), Wrapper("json.data"), Wrapper("json"),
    Wrapper("attributes.data"), Wrapper("auth0.logs.data"),
    // Some Datadog accounts flatten the event into the attributes.
    Wrapper("attributes"),
    Wrapper("_source", condition: .always), Wrapper("jsonPayload", condition: .always),
    Wrapper("result", condition: .always),
  ]

  /// A path below which the record may stand.
  struct Wrapper {
    /// When what is found there is taken for the record.
    enum Condition {
      case auth0Event
      case auth0EventOrData
      case always
    }

    let path: String
    let condition: Condition

    init(_ path: String, condition: Condition = .auth0Event) {
      self.path = path
      self.condition = condition
    }
  }

  static func paths(of group: Group) -> [String] {
    switch group {
    case .code: code
    case .text: text
    case .time: time
    case .logLevel: logLevel
    case .id: id
    case .tenant: tenant
    case .user: user
    case .method: method
    case .facts: facts
    case .timeOverride, .tenantOverride, .codeOverride, .userOverride, .methodOverride: []
    }
  }

  /// The word of the presence bits that holds a group.
  static func word(of group: Group) -> Int {
    switch group {
    case .code, .text: 0
    case .time, .logLevel, .id: 1
    case .tenant, .user: 2
    case .method, .facts: 3
    case .timeOverride, .tenantOverride, .codeOverride, .userOverride, .methodOverride: 4
    }
  }
}
