import LogModel

extension ShapeCases {
  /// What applications write themselves.
  static let loggers: [ShapeCase] = [
    ShapeCase(
      "pino: the machine is no tenant, the process id no time",
      #"""
      {"level":50,"time":1773475201120,"pid":71,"hostname":"acme.example","tenant":"acme",\#
      "user_id":"auth0|1","method":"otp","err":{"type":"GuardianError","code":"ECONNREFUSED",\#
      "errorCode":"invalid_otp"},"msg":"too_many_pn_per_tenant"}
      """#,
      .init(parsed: 1),
      [
        .error(
          "invalid_otp", .eight(1, 120_000_000), tenant: "acme", user: "auth0|1", method: "otp")
      ]),
    ShapeCase(
      "pino: what nestedKey hides is found as text only",
      #"""
      {"level":50,"time":1773475201120,"payload":{"errorCode":"invalid_body","tenant":"acme"},\#
      "msg":"refused: invalid_otp"}
      """#,
      .init(parsed: 1), [.error("invalid_otp", .eight(1, 120_000_000), method: "otp")]),
    ShapeCase(
      "bunyan: the code of the error, not the record's version",
      #"""
      {"name":"mfa","hostname":"h","pid":7,"level":30,"tenant":"acme","userId":"u","err":\#
      {"message":"too_many_sms","code":"invalid_otp_format"},"msg":"x",\#
      "time":"2026-03-14T08:00:01.120Z","v":0,"code":"invalid_body"}
      """#,
      .init(parsed: 1),
      [
        .error(
          "invalid_otp_format", .eight(1, 120_000_000), tenant: "acme", user: "u", method: "otp")
      ]
    ),
    ShapeCase(
      "winston: fields at the root",
      #"""
      {"level":"error","message":"Too many","timestamp":"2026-03-14T08:00:01.120Z",\#
      "tenant":"acme","userId":"u","errorCode":"too_many_sms"}
      """#,
      .init(parsed: 1),
      [.error("too_many_sms", .eight(1, 120_000_000), tenant: "acme", user: "u", method: "sms")]),
    ShapeCase(
      "zap: float seconds, the error is text",
      #"""
      {"level":"error","ts":1773475201.12,"msg":"failed","tenant":"acme","user":"u",\#
      "factor":"push","error":"too_many_pn_per_tenant","error_code":"tenant_not_found"}
      """#,
      .init(parsed: 1),
      [
        .error(
          "tenant_not_found", .eight(1, 120_000_000), tenant: "acme", user: "u", method: "push")
      ]
    ),
    ShapeCase(
      "zap for developers: one-letter keys, of which M is not searched",
      #"""
      {"L":"ERROR","T":"2026-03-14T09:00:01.120+0100","C":"a.go:1","M":"invalid_otp","N":"x"}
      {"L":"ERROR","T":"2026-03-14T09:00:02.120+0100","M":"failed","error":"got invalid_otp"}
      """#,
      .init(parsed: 2),
      [
        .normal(.eight(1, 120_000_000)),
        .error("invalid_otp", line: 2, .eight(2, 120_000_000), method: "otp"),
      ]),
    ShapeCase(
      "zerolog: the code in the text of the error only",
      #"""
      {"level":"warn","error":"guardian: too_many_pn: slow down","tenant":"acme",\#
      "time":"2026-03-14T08:00:01Z","message":"refused"}
      {"level":"info","tenant":"acme","time":"2026-03-14T08:00:02Z","message":"too_many_pn"}
      {"level":"info","error":"too_many_pn","time":1773475203}
      """#,
      .init(parsed: 3),
      [
        .error("too_many_pn", .eight(1), tenant: "acme", method: "push"),
        .normal(line: 2, .eight(2), tenant: "acme"),
        .error("too_many_pn", line: 3, .eight(3), method: "push"),
      ]),
    ShapeCase(
      "logstash: a level by number beside the level by name",
      #"""
      {"@timestamp":"2026-03-14T08:00:01.120Z","@version":"1","message":"got invalid_body",\#
      "level":"ERROR","level_value":40000,"tenant":"acme","thread_name":"invalid_otp"}
      """#,
      .init(parsed: 1), [.error("invalid_body", .eight(1, 120_000_000), tenant: "acme")]),
  ]

  /// Loggers that group their fields.
  static let nestedLoggers: [ShapeCase] = [
    ShapeCase(
      "slog: a local offset, and a code in a group of its own",
      #"""
      {"time":"2026-03-14T03:30:01.123456789-04:30","level":"ERROR","msg":"failed","error":\#
      {"code":"enrollment_conflict","message":"x"},"user":{"id":"u"},"mfa":{"method":"totp"},\#
      "req":{"code":"invalid_otp"}}
      """#,
      .init(parsed: 1),
      [.error("enrollment_conflict", .eight(1, 123_456_789), user: "u", method: "otp")]),
    ShapeCase(
      "ECS: dotted keys",
      #"""
      {"@timestamp":"2026-03-14T08:00:01Z","log.level":"ERROR","message":"x","labels":\#
      {"tenant":"acme"},"user.id":"u","error.code":"invalid_token","event.code":"invalid_otp"}
      {"@timestamp":"2026-03-14T08:00:02Z","log.level":"WARN","message":"got invalid_body",\#
      "labels.tenant":"globex"}
      {"@timestamp":"2026-03-14T08:00:03Z","log.level":"INFO","message":"got invalid_body"}
      """#,
      .init(parsed: 3),
      [
        .error("invalid_token", .eight(1), tenant: "acme", user: "u"),
        .error("invalid_body", line: 2, .eight(2), tenant: "globex"),
        .normal(line: 3, .eight(3)),
      ]),
    ShapeCase(
      "ECS: nested keys, where log is no text and event no payload",
      #"""
      {"@timestamp":"2026-03-14T08:00:01Z","log":{"level":"error","logger":"x"},"event":\#
      {"dataset":"invalid_otp","code":"invalid_otp"},"error":{"message":"got invalid_body"},\#
      "user":{"id":"u","name":"v"},"service":{"name":"mfa"}}
      """#,
      .init(parsed: 1), [.error("invalid_body", .eight(1), user: "u")]),
    ShapeCase(
      "a result is always unwrapped, also where it hides a code",
      #"{"errorCode":"invalid_otp","tenant":"acme","result":{"ok":false}}"#,
      .init(parsed: 1), [.normal(tenant: "acme")]),
    ShapeCase(
      "JSON text in a message: log comes before message, an unknown key is left alone",
      #"""
      {"payload":"{\"tenant\":\"a\"}","message":"{\"tenant\":\"b\"}","log":"{\"tenant\":\"c\"}"}
      {"log":"[]","message":"[1]","msg":"[1,{\"tenant\":\"d\"},{\"tenant\":\"e\"}]","tenant":"z"}
      {"log":"{\"tenant\":\"f\"} x","tenant":"g"}
      """#,
      .init(parsed: 3),
      [
        .normal(tenant: "c"), .normal(line: 2, tenant: "d"), .normal(line: 2, tenant: "e"),
        .normal(line: 3, tenant: "g"),
      ]),
    ShapeCase(
      "six levels are unwrapped, the seventh is not",
      #"""
      {"_source":{"_source":{"_source":{"_source":{"_source":{"_source":{"errorCode":\#
      "invalid_otp","_source":{"errorCode":"invalid_body"}}}}}}}}
      """#,
      .init(parsed: 1), [.error("invalid_otp", method: "otp")]),
  ]

  static let openTelemetry: [ShapeCase] = [
    ShapeCase(
      "OTLP: attributes are fields, the resource an envelope, decimal strings times",
      #"""
      {"resourceLogs":[{"resource":{"attributes":[{"key":"tenant","value":{"stringValue":"acme"}},\#
      {"key":"errorCode","value":{"stringValue":"invalid_otp"}}]},"scopeLogs":[{"scope":{},\#
      "logRecords":[{"timeUnixNano":"1773475201120000001","severityNumber":17,"body":\#
      {"stringValue":"x"},"attributes":[{"key":"error.code","value":{"stringValue":\#
      "invalid_body"}},{"key":"user.id","value":{"stringValue":"u"}},{"key":"mfa.method",\#
      "value":{"stringValue":"push"}}]},{"timeUnixNano":"0","observedTimeUnixNano":\#
      "1773475202000000000","severityNumber":9,"body":{"stringValue":"got invalid_otp"}},\#
      {"timeUnixNano":"1773475203000000000","severityNumber":13,"body":{"stringValue":\#
      "got too_many_pn"},"attributes":[{"key":"error.code","value":{"intValue":"0"}}]}]}]}]}
      """#,
      .init(parsed: 1),
      [
        .error("invalid_body", .eight(1, 120_000_001), tenant: "acme", user: "u", method: "push"),
        .normal(.eight(2), tenant: "acme"),
        .error("0", kind: .provider, .eight(3), tenant: "acme"),
      ]),
    ShapeCase(
      "OTLP: a body of key-value pairs, and one of JSON text",
      #"""
      {"resourceLogs":[{"scopeLogs":[{"logRecords":[{"timeUnixNano":"1773475201000000000",\#
      "body":{"kvlistValue":{"values":[{"key":"tenant","value":{"stringValue":"acme"}},\#
      {"key":"error","value":{"kvlistValue":{"values":[{"key":"code","value":{"stringValue":\#
      "invalid_otp"}}]}}}]}}},{"observedTimeUnixNano":"1773475209000000000","body":\#
      {"stringValue":"{\"errorCode\":\"invalid_body\",\"ts\":1773475202}"},"attributes":[\#
      {"key":"tenant","value":{"stringValue":"globex"}}]}]}]}]}
      """#,
      .init(parsed: 1),
      [
        .error("invalid_otp", .eight(1), tenant: "acme", method: "otp"),
        .error("invalid_body", .eight(2), tenant: "globex"),
      ]),
    ShapeCase(
      "OTLP without records, and resourceLogs that is no list",
      #"""
      {"resourceLogs":[{"resource":{},"scopeLogs":[]},5]}
      {"resourceLogs":"x","tenant":"acme"}
      """#,
      .init(parsed: 2), [.normal(line: 2, tenant: "acme")]),
  ]
}
