import LogModel

extension ShapeCases {
  /// How Auth0 delivers its events.
  static let auth0Deliveries: [ShapeCase] = [
    ShapeCase(
      "stream line: the third party's code and the text beside the code are no codes",
      #"""
      {"log_id":"1","data":{"date":"2026-03-14T08:00:01.120Z","type":"gd_send_sms_failure",\#
      "tenant_name":"acme","user_id":"auth0|1","details":{"failure_details":{"errorCode":\#
      "invalid_phone_number","message":"too_many_sms_per_tenant"},"provider_error":\#
      {"errorCode":21211},"authenticator":{"type":"sms"}}}}
      """#,
      .init(parsed: 1),
      [
        .error(
          "invalid_phone_number", .eight(1, 120_000_000), tenant: "acme", user: "auth0|1",
          method: "sms")
      ]),
    ShapeCase(
      "JSON array: a number between the events is passed over",
      #"""
      [{"log_id":"1","data":{"date":"2026-03-14T08:00:01Z","type":"gd_auth_succeed",\#
      "tenant_name":"acme"}},17,{"log_id":"2","data":{"date":"2026-03-14T08:00:02Z",\#
      "type":"gd_auth_failed","tenant_name":"globex"}}]
      """#,
      .init(parsed: 1),
      [
        .normal(.eight(1), tenant: "acme"),
        .error("gd_auth_failed", kind: .event, .eight(2), tenant: "globex"),
      ]),
    ShapeCase(
      "logs object: a code and a time beside the list are not the events'",
      #"""
      {"errorCode":"invalid_otp","time":"2026-03-14T09:00:00Z","tenant":"outer",\#
      "logs":[{"data":{"date":"2026-03-14T08:00:01Z","type":"gd_auth_succeed"}},"x"],\#
      "user_id":"late"}
      """#,
      .init(parsed: 1), [.normal(.eight(1), tenant: "outer", user: "late")]),
    ShapeCase(
      "logs object: without events it is parsed and no record",
      #"{"logs":[]}"# + "\n" + #"{"logs":[1,null]}"#, .init(parsed: 2), []),
    ShapeCase(
      "logs that is no list: the object itself is the record",
      #"{"logs":"invalid_otp","tenant":"acme","errorCode":"invalid_body"}"#,
      .init(parsed: 1), [.error("invalid_body", tenant: "acme")]),
    ShapeCase(
      "Management API: flat events with ids of their own",
      #"""
      {"_id":"1","date":"2026-03-14T08:00:01.120Z","type":"gd_send_pn_failure","isMobile":true,\#
      "tenant_name":"acme","details":{"failure_details":{"errorCode":"too_many_pn"}}}
      """#,
      .init(parsed: 1),
      [.error("too_many_pn", .eight(1, 120_000_000), tenant: "acme", method: "push")]),
    ShapeCase(
      "Management API with totals over several lines",
      """
      {
        "start": 0, "limit": 2, "length": 2,
        "logs": [
          {"date": "2026-03-14T08:00:01Z", "type": "gd_auth_failed", "tenant_name": "acme"},

          {"date": "2026-03-14T08:00:02Z",
           "type": "sapi", "tenant_name": "acme"}
        ],
        "total": 2
      }

      """,
      .init(parsed: 10),
      [
        .error("gd_auth_failed", kind: .event, line: 4, .eight(1), tenant: "acme"),
        .other(line: 6, .eight(2), tenant: "acme"),
      ]),
    ShapeCase(
      "Management API: a pretty array that starts every element in column 0",
      """
      [
      {"date": "2026-03-14T08:00:01Z", "type": "gd_start_auth", "tenant_name": "acme"},
      {
        "date": "2026-03-14T08:00:02Z",
        "type": "gd_start_auth"
      }
      ]
      """,
      .init(parsed: 7), [.normal(line: 2, .eight(1), tenant: "acme"), .normal(line: 3, .eight(2))]),
  ]

  /// What an event of Auth0 counts as.
  static let auth0Events: [ShapeCase] = [
    ShapeCase(
      "another type of event: its code does not count",
      #"""
      {"date":"2026-03-14T08:00:01Z","type":"sapi","tenant_name":"acme","details":{"response":\#
      {"statusCode":403,"body":{"errorCode":"insufficient_scope"}}}}
      """#,
      .init(parsed: 1), [.other(.eight(1), tenant: "acme")]),
    ShapeCase(
      "exchange of a second factor's token: failures are errors, requests are not",
      #"""
      {"type":"feotpft","log_id":"1"}
      {"type":"feoobft","log_id":"2"}
      {"type":"fercft","log_id":"3"}
      {"type":"seotpft","log_id":"4"}
      {"type":"mfar","log_id":"5"}
      {"type":"feotpft2","log_id":"6"}
      """#,
      .init(parsed: 6),
      [
        .error("feotpft", kind: .event, line: 1), .error("feoobft", kind: .event, line: 2),
        .error("fercft", kind: .event, line: 3), .normal(line: 4), .normal(line: 5),
        .other(line: 6),
      ]),
    ShapeCase(
      "a type alone makes no event: what it says is not judged",
      #"{"type":"sapi","errorCode":"invalid_otp"}"# + "\n" + #"{"type":"gd_auth_failed"}"#,
      .init(parsed: 2), [.error("invalid_otp", method: "otp"), .normal(line: 2)]),
    ShapeCase(
      "an event whose details are text",
      #"{"type":"gd_auth_succeed","details":"invalid_otp","tenant_name":"acme"}"#,
      .init(parsed: 1), [.normal(tenant: "acme")]),
    ShapeCase(
      "an event whose type is no string is no event",
      #"{"type":7,"date":"2026-03-14T08:00:01Z","errorCode":"invalid_otp"}"#,
      .init(parsed: 1), [.error("invalid_otp", .eight(1), method: "otp")]),
    ShapeCase(
      "a success with a code is an error",
      #"""
      {"type":"gd_auth_succeed","date":"2026-03-14T08:00:01Z",\#
      "details":{"response":{"body":{"errorCode":"invalid_token"}}}}
      """#,
      .init(parsed: 1), [.error("invalid_token", .eight(1))]),
    ShapeCase(
      "a number for a code is the carrier's",
      #"""
      {"type":"gd_send_sms_failure","date":"2026-03-14T08:00:01Z",\#
      "details":{"failure_details":{"errorCode":60204}}}
      """#,
      .init(parsed: 1), [.error("60204", kind: .provider, .eight(1), method: "sms")]),
    ShapeCase(
      "an event inside an event's data stays where it is",
      #"""
      {"type":"gd_start_auth","log_id":"1","tenant":"outer","data":{"type":"gd_auth_failed",\#
      "log_id":"2","tenant":"inner"}}
      """#,
      .init(parsed: 1), [.normal(tenant: "outer")]),
  ]
}
