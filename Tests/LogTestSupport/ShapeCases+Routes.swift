import LogModel

extension ShapeCases {
  /// What carries events through clouds.
  static let routes: [ShapeCase] = [
    ShapeCase(
      "EventBridge: the bus's time, id and source are not the event's",
      #"""
      {"id":"invalid_otp","detail-type":"Auth0 log","source":"aws.partner/auth0.com/bus-\#
      2308531e-1ba0-4824-a5de-5fa1d5928ea4/auth0.logs","time":"2026-03-14T08:00:14Z",\#
      "detail":{"log_id":"1","data":{"date":"2026-03-14T08:00:01.120Z","type":"gd_auth_failed",\#
      "tenant_name":"acme"}}}
      """#,
      .init(parsed: 1),
      [.error("gd_auth_failed", kind: .event, .eight(1, 120_000_000), tenant: "acme")]),
    ShapeCase(
      "EventBridge: the event directly in detail, tenant and time from the bus",
      #"""
      {"source":"aws.partner/auth0.com/acme-eu-2308531e-1ba0-4824-a5de-5fa1d5928ea4/auth0.logs",\#
      "time":"2026-03-14T08:00:14Z","detail":{"type":"gd_send_pn_failure","details":\#
      {"failure_details":{"errorCode":"pn_endpoint_disabled"}}}}
      """#,
      .init(parsed: 1),
      [.error("pn_endpoint_disabled", .eight(14), tenant: "acme-eu", method: "push")]),
    ShapeCase(
      "EventBridge: another bus's detail is no payload",
      #"{"detail-type":"Order","detail":{"errorCode":"invalid_otp"},"time":"2026-03-14T08:00:01Z"}"#,
      .init(parsed: 1), [.normal(.eight(1))]),
    ShapeCase(
      "Firehose: values back to back, a brace in a string between them",
      #"""
      {"tenant":"a}{","errorCode":"invalid_otp"}{"tenant":"b"} {"tenant":"c"}
      """#,
      .init(parsed: 1),
      [
        .error("invalid_otp", tenant: "a}{", method: "otp"), .normal(tenant: "b"),
        .normal(tenant: "c"),
      ]),
    ShapeCase(
      "CloudWatch subscription: control messages, JSON texts and plain texts",
      #"""
      {"messageType":"CONTROL_MESSAGE","logEvents":[{"id":"","timestamp":1773475200000,\#
      "message":"invalid_otp"}]}
      {"messageType":"DATA_MESSAGE","tenant":"group","logEvents":[{"id":"1","timestamp":\#
      1773475201120,"message":"{\"tenant\":\"acme\",\"errorCode\":\"invalid_body\"}"},\#
      {"id":"2","timestamp":1773475202000,"message":"gave up: too_many_pn, try later"},\#
      {"id":"3","timestamp":1773475203000,"message":"all is well"},\#
      {"id":"4","timestamp":1773475204000,"errorCode":"invalid_otp"}]}
      """#,
      .init(parsed: 2),
      [
        .error("invalid_body", line: 2, .eight(1, 120_000_000), tenant: "acme"),
        .error("too_many_pn", line: 2, .eight(2), tenant: "group", method: "push"),
        .normal(line: 2, .eight(3), tenant: "group"),
        .error("invalid_otp", line: 2, .eight(4), tenant: "group", method: "otp"),
      ]),
    ShapeCase(
      "CloudWatch subscription: EventBridge inside, six objects deep",
      #"""
      {"messageType":"DATA_MESSAGE","logEvents":[{"timestamp":1773475215000,"message":\#
      "{\"time\":\"2026-03-14T08:00:14Z\",\"detail\":{\"data\":{\"type\":\"gd_send_email\",\#
      \"date\":\"2026-03-14T08:00:01Z\",\"tenant_name\":\"acme\"}}}"}]}
      """#,
      .init(parsed: 1), [.normal(.eight(1), tenant: "acme", method: "email")]),
    ShapeCase(
      "CloudWatch export: the message's time beats the line's",
      #"""
      2026-03-14T08:00:09.000Z {"time":"2026-03-14T08:00:01Z","errorCode":"invalid_otp"}
      2026-03-14T08:00:02.000Z {"tenant":"acme"}
      2026-03-14T08:00:03.000Z cannot send: error_sending_sms (carrier)
      2026-03-14T08:00:04.000Z all is well
      """#,
      .init(parsed: 4),
      [
        .error("invalid_otp", line: 1, .eight(1), method: "otp"),
        .normal(line: 2, .eight(2), tenant: "acme"),
        .error("error_sending_sms", line: 3, .eight(3), method: "sms"),
        .normal(line: 4, .eight(4)),
      ]),
    ShapeCase(
      "Event Grid: the event in data, seven decimals outside",
      #"""
      [{"id":"1","topic":"t","subject":"gd_auth_failed","eventType":"invalid_otp",\#
      "eventTime":"2026-03-14T08:00:09.1234567Z","data":{"type":"gd_send_voice_failure",\#
      "log_id":"1","tenant_name":"acme"},"dataVersion":"1.0"}]
      """#,
      .init(parsed: 1),
      [
        .error(
          "gd_send_voice_failure", kind: .event, .eight(9, 123_456_700), tenant: "acme",
          method: "voice")
      ]),
    ShapeCase(
      "CloudEvents: data that is no event stays data",
      #"""
      {"specversion":"1.0","type":"user.created","source":"urn:auth0:acme",\#
      "time":"2026-03-14T08:00:01Z","data":{"errorCode":"invalid_otp","tenant":"inner"}}
      {"specversion":"1.0","type":"user.created","time":"2026-03-14T08:00:09Z",\#
      "data":{"type":"gd_auth_failed","date":"2026-03-14T08:00:02Z"}}
      """#,
      .init(parsed: 2),
      [.normal(.eight(1)), .error("gd_auth_failed", kind: .event, line: 2, .eight(2))]),
    ShapeCase(
      "Google Cloud: the payload beats the entry, whose code and message do not count",
      #"""
      {"severity":"ERROR","timestamp":"2026-03-14T08:00:01.120000001Z","errorCode":"invalid_otp",\#
      "receiveTimestamp":"2026-03-14T08:00:02Z","resource":{"labels":{"tenant":"cluster"}},\#
      "jsonPayload":{"user_id":"u","message":"second factor refused"}}
      {"severity":"ERROR","receiveTimestamp":"2026-03-14T08:00:02Z","resource":{"labels":\#
      {"tenant":"cluster"}},"jsonPayload":{"message":"got invalid_otp","tenant":"acme"}}
      """#,
      .init(parsed: 2),
      [
        .normal(.eight(1, 120_000_001), tenant: "cluster", user: "u"),
        .error("invalid_otp", line: 2, .eight(2), tenant: "acme", method: "otp"),
      ]),
    ShapeCase(
      "Google Cloud: JSON in textPayload, and text that is none",
      #"""
      {"severity":"INFO","timestamp":"2026-03-14T08:00:01Z","textPayload":\#
      "{\"tenant\":\"acme\",\"errorCode\":\"invalid_body\"} \n"}
      {"severity":"ERROR","timestamp":"2026-03-14T08:00:02Z","textPayload":"{no JSON}",\#
      "errorCode":"invalid_body"}
      """#,
      .init(parsed: 2),
      [
        .error("invalid_body", .eight(1), tenant: "acme"),
        .error("invalid_body", line: 2, .eight(2)),
      ]),
    ShapeCase(
      "Google Cloud forwarder: the event at the payload's root, doubled in _original",
      #"""
      {"timestamp":"2026-03-14T08:00:05Z","jsonPayload":{"type":"gd_send_pn","date":\#
      "2026-03-14T08:00:01Z","tenant_name":"acme","_original":{"type":"gd_auth_failed",\#
      "date":"2026-03-14T08:00:09Z","details":{"errorCode":"invalid_otp"}}}}
      """#,
      .init(parsed: 1), [.normal(.eight(1), tenant: "acme", method: "push")]),
  ]

  /// What keeps events and gives them back.
  static let archives: [ShapeCase] = [
    ShapeCase(
      "Datadog: the archive's date and message are not the event's",
      #"""
      {"_id":"A","date":"2026-03-14T08:00:03Z","status":"error","message":"invalid_otp",\#
      "attributes":{"log_id":"1","usr":{"id":"auth0|7"},"evt":{"name":"gd_auth_failed"},"data":\#
      {"date":"2026-03-14T08:00:01Z","type":"gd_recovery_succeed","tenant_name":"acme"}}}
      """#,
      .init(parsed: 1),
      [.normal(.eight(1), tenant: "acme", user: "auth0|7", method: "recovery")]),
    ShapeCase(
      "Datadog: flattened to the attributes' root",
      #"""
      {"date":"2026-03-14T08:00:03Z","service":"auth0","attributes":{"type":"gd_auth_rejected",\#
      "log_id":"1","tenant_name":"acme","data.user_id":"x"}}
      """#,
      .init(parsed: 1),
      [.error("gd_auth_rejected", kind: .event, .eight(3), tenant: "acme", method: "push")]),
    ShapeCase(
      "Datadog: the path of the payload as one dotted key",
      #"{"attributes.data":{"type":"gd_auth_failed","date":"2026-03-14T08:00:01Z"}}"#,
      .init(parsed: 1), [.error("gd_auth_failed", kind: .event, .eight(1))]),
    ShapeCase(
      "Splunk HEC: batches on one line, times as number and as text",
      #"""
      {"time":1773475204.12,"host":"auth0","event":{"log_id":"1","data":{"type":"gd_start_auth",\#
      "log_id":"1","tenant_name":"acme"}}}{"time":"1773475205.5","event":{"data":{"x":1},\#
      "errorCode":"invalid_otp"}}{"time":1773475206,"event":"{\"tenant\":\"globex\"}"}
      """#,
      .init(parsed: 1),
      [
        .normal(.eight(4, 120_000_000), tenant: "acme"),
        .error("invalid_otp", .eight(5, 500_000_000), method: "otp"),
        .normal(.eight(6), tenant: "globex"),
      ]),
    ShapeCase(
      "Splunk HEC: an event that is a word or an unknown object is no payload",
      #"""
      {"time":1773475201,"event":"login","errorCode":"invalid_otp"}
      {"time":1773475202,"event":{"errorCode":"invalid_otp"},"tenant":"acme"}
      """#,
      .init(parsed: 2),
      [
        .error("invalid_otp", .eight(1), method: "otp"),
        .normal(line: 2, .eight(2), tenant: "acme"),
      ]
    ),
    ShapeCase(
      "Splunk search export: the raw text inside the result",
      #"""
      {"preview":false,"offset":0,"errorCode":"invalid_otp","result":{"_raw":\#
      "{\"data\":{\"type\":\"gd_auth_failed\",\"log_id\":\"1\",\"tenant_name\":\"acme\"}}",\#
      "_time":"2026-03-14T09:00:01.000+01:00"}}
      """#,
      .init(parsed: 1), [.error("gd_auth_failed", kind: .event, .eight(1), tenant: "acme")]),
    ShapeCase(
      "Elastic Agent: the payload under json.data",
      #"""
      {"@timestamp":"2026-03-14T08:00:09Z","event":{"ingested":"2026-03-14T08:00:10Z"},\#
      "json":{"log_id":"1","data":{"type":"gd_auth_failed","date":"2026-03-14T08:00:01Z",\#
      "tenant_name":"acme"}},"message":"invalid_otp"}
      """#,
      .init(parsed: 1), [.error("gd_auth_failed", kind: .event, .eight(1), tenant: "acme")]),
    ShapeCase(
      "Elasticsearch dump: the mapped payload inside the source",
      #"""
      {"_index":"x","_id":"1","_source":{"@timestamp":"2026-03-14T08:00:09Z","auth0":{"logs":\#
      {"data":{"type":"gd_auth_failed","date":"2026-03-14T08:00:01Z","tenant_name":"acme"}}}}}
      {"_source":{"tenant":"globex","errorCode":"invalid_body"},"errorCode":"invalid_otp"}
      """#,
      .init(parsed: 2),
      [
        .error("gd_auth_failed", kind: .event, .eight(1), tenant: "acme"),
        .error("invalid_body", line: 2, tenant: "globex"),
      ]),
    ShapeCase(
      "Panther: blanks in dates, and a label where no tenant is",
      #"""
      {"data":{"date":"2026-03-14 08:00:01.120000001","type":"gd_start_auth","log_id":"1"},\#
      "p_event_time":"2026-03-14 09:00:00","p_source_label":"Auth0 Tenant"}
      """#,
      .init(parsed: 1), [.normal(.eight(1, 120_000_001), tenant: "Auth0 Tenant")]),
  ]
}
