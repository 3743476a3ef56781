/// The words that random logs are made of: names that mean something, and names that nearly do.
enum RandomWords {
  static let keys = [
    "tenant_name", "tenant", "tenantName", "tenant_id", "tenantId", "labels.tenant", "hostname",
    "source", "p_source_label", "organization.id", "user_id", "userId", "user", "user.id", "usr.id",
    "sub", "user_name", "userName", "errorCode", "error_code", "error", "err", "error.code",
    "err.code", "error.errorCode", "err.errorCode", "body", "body.errorCode",
    "response.body.errorCode", "code", "message", "msg", "log", "MESSAGE", "textPayload", "_raw",
    "line", "event", "data", "detail", "json", "attributes", "_source", "jsonPayload", "result",
    "logs", "logEvents", "resourceLogs", "messageType", "stream", "description", "level",
    "log.level", "severity", "severityNumber", "severityText", "PRIORITY", "L", "status",
    "levelname", "syslog.severity", "method", "mfa.method", "factor", "channel", "date",
    "timestamp", "@timestamp", "time", "ts", "eventTime", "event_time", "datetime",
    "timeUnixNano", "observedTimeUnixNano", "_time", "__REALTIME_TIMESTAMP", "T",
    "receiveTimestamp", "log_id", "type", "provider_error", "x", "errorcode", "attrs",
    "details.failure_details.errorCode", "detail.data", "attributes.data", "auth0.logs.data",
    "details.authenticator.type", "details.request.path", "phone_number",
  ]

  /// Keys of which a record mostly has one of each list.
  static let tellingKeys = [
    ["tenant", "tenant_name", "tenantId"], ["user_id", "userId", "sub"],
    ["errorCode", "error_code", "code"], ["time", "timestamp", "@timestamp"],
    ["msg", "message", "description"], ["level", "severity"],
  ]

  static let detailKeys = [
    "failure_details", "provider_error", "error", "errorCode", "response", "request",
    "authenticator", "enrollment", "body", "query",
  ]

  static let names = [
    "acme", "globex", "ünïcode 🔐", "", "-", "a}{\"b", "[x]", "acme.eu.auth0.com", "node-7",
    "login.acme.example", "e\u{301}", "\u{E9}", "auth0|65f2", "stdout", "stderr",
    "aws.partner/auth0.com/acme-2308531e-1ba0-4824-a5de-5fa1d5928ea4/auth0.logs",
    "/api/totp/configs/ac%6De/x", "/api/sms/configs/acme", "/api/v2/clients", "totp|dev_1",
    "push-notification", "webauthn-roaming", "sms", "totp", "recovery-code", "sent (sms)", "x ()",
    "CONTROL_MESSAGE", "DATA_MESSAGE",
  ]

  static let levels = [
    "info", "ERROR", "warn", "Warning", "fatal", "debug", "NOTICE", "CRITICAL", "odd",
  ]

  static let times = [
    "2026-03-14T08:00:01Z", "2026-03-14T08:00:01.120Z", "2026-03-14 08:00:01.123456789",
    "2026-03-14T10:00:01,5+02:00", "2026-03-14T03:30:01-0430", "2026-03-14 08:00:01 +0000",
    "2026-03-14T08:00:60Z", "2026-02-29T08:00:00Z", "2026-03-14", "1969-12-31T23:59:59.9Z",
    "1773475201", "1773475201120", "1773475201.12", "1773475201120000001", "0", "never",
    "90020260314080001173053227000000000000122337200000000133",
    "90020261314080001173053227000000000000122337200000000133",
  ]

  static let numbers = [
    "1773475201", "1773475201.12", "1773475201120", "1773475201120000", "1773475201120000001",
    "1.77347520112e9", "0", "-1", "30", "40", "50", "3", "6", "9", "17", "60204", "1e400", "-0.0",
    "12345678901234567890123", "99999999", "1e-5",
  ]

  static let types = [
    "gd_auth_failed", "gd_auth_succeed", "gd_send_pn_failure", "gd_send_sms", "gd_start_auth",
    "gd_tenant_update", "gd_otp_rate_limit_exceed", "gd_webauthn_challenge_failed", "sapi", "s",
    "mfar", "feotpft", "seotpft", "user.created",
  ]

  static let foreignCodes = [
    "ECONNREFUSED", "60204", "42P01", "some_future_code", "device_account_conflict", "Invalid_otp",
    "invalid_otp ", "xinvalid_otp",
  ]

  /// What stands before a value on a line.
  static let prefixes = [
    "2026-03-14T08:00:01.120000001Z stdout F ", "2026-03-14T08:00:02Z stderr F ",
    "2026-03-14T08:00:03+02:00 ", "2026-03-14T08:00:04Z\tmfa.api\t", "<131>1 - node mfa - - - ",
    "<134>1 2026-03-14T08:00:05Z node mfa 812 - - ",
    "<131>1 2026-03-14T08:00:06Z node mfa - ID [a@1 k=\"\\\"]{\"][b] ",
    "<34>Oct 11 22:14:15 node mfa[7]: ", "mfa.api: [1773475207.119999886, ", "INFO ", "INFO {} ",
    "x={\"a\":1} ", "2026-03-14 08:00:08,123 INFO ", "<192>1 - a b c d - ", "tag: [x, ", "} ", ",",
    "2026-03-14T08:00:09Z stdout X ", "\u{FEFF}", "\u{1E}", " \u{1E} ",
  ]

  /// Bytes that break things when they are put somewhere.
  static let nastyBytes: [UInt8] =
    Array("{}[]\",:\\ 0-e.u\n\r\t".utf8)
    + [0x00, 0x01, 0x1E, 0x7F, 0x80, 0xBF, 0xC3, 0xE2, 0xED, 0xA0, 0xEF, 0xBB, 0xF0, 0xF4, 0xFF]
}
