import LogModel

extension ShapeCases {
  /// What containers, hosts and collectors wrap around a record, as JSON.
  static let hosts: [ShapeCase] = [
    ShapeCase(
      "Docker: the record's time beats the wrapper's, plain text counts too",
      #"""
      {"log":"{\"time\":\"2026-03-14T08:00:01Z\",\"errorCode\":\"invalid_otp\"}\n",\#
      "stream":"stdout","time":"2026-03-14T08:00:09.5Z"}
      {"log":"got too_many_sms today\n","stream":"stderr","time":"2026-03-14T08:00:02.5Z"}
      {"log":"all is well\n","stream":"stdout","time":"2026-03-14T08:00:03.5Z",\#
      "errorCode":"invalid_otp"}
      """#,
      .init(parsed: 3),
      [
        .error("invalid_otp", .eight(1), method: "otp"),
        .error("too_many_sms", line: 2, .eight(2, 500_000_000), method: "sms"),
        .normal(line: 3, .eight(3, 500_000_000)),
      ]),
    ShapeCase(
      "Docker: parts are joined per stream, with the time and line of the first",
      #"""
      {"log":"{\"tenant\":\"ac","stream":"stdout","time":"2026-03-14T08:00:01Z"}
      {"log":"too_many_","stream":"stderr","time":"2026-03-14T08:00:02Z"}
      {"log":"me\",\"errorCode\":","stream":"stdout","time":"2026-03-14T08:00:03Z"}
      {"log":"{\"x\":1}","stream":"stderr","time":"2026-03-14T08:00:03Z"}
      {"log":"\"invalid_otp\"}\n","stream":"stdout","time":"2026-03-14T08:00:04Z"}
      {"log":"pn\n","stream":"stderr","time":"2026-03-14T08:00:05Z"}
      """#,
      .init(parsed: 6),
      [
        .error("invalid_otp", .eight(1), tenant: "acme", method: "otp"),
        .normal(line: 2, .eight(2)),
      ]),
    ShapeCase(
      "Docker: a whole object without a line feed is a record at once",
      #"""
      {"log":"{\"errorCode\":\"invalid_otp\"}","stream":"stdout","time":"2026-03-14T08:00:01Z"}
      {"log":"x\n","stream":"stdout","time":"2026-03-14T08:00:02Z"}
      """#,
      .init(parsed: 2),
      [.error("invalid_otp", .eight(1), method: "otp"), .normal(line: 2, .eight(2))]),
    ShapeCase(
      "Docker: an open part at the end of the input is a record",
      #"""
      {"log":"invalid","stream":"stdout","time":"2026-03-14T08:00:01Z"}
      {"log":"_otp","stream":"stdout","time":"2026-03-14T08:00:02Z"}
      """#,
      .init(parsed: 2), [.error("invalid_otp", .eight(1), method: "otp")]),
    ShapeCase(
      "Docker: with keys of others it is no part",
      #"""
      {"log":"invalid","stream":"stdout","time":"2026-03-14T08:00:01Z","kubernetes":{}}
      {"log":"_otp\n","stream":"stdout","time":"2026-03-14T08:00:02Z"}
      """#,
      .init(parsed: 2), [.normal(.eight(1)), .normal(line: 2, .eight(2))]),
    ShapeCase(
      "journald: text, bytes, nothing, and a journal field that looks like a code",
      #"""
      {"__REALTIME_TIMESTAMP":"1773475201120000","PRIORITY":"3","MESSAGE":\#
      "{\"tenant\":\"acme\",\"errorCode\":\"invalid_otp\"}"}
      {"__REALTIME_TIMESTAMP":"1773475202120000","PRIORITY":"6","MESSAGE":\#
      [123,34,116,101,110,97,110,116,34,58,34,98,34,125]}
      {"__REALTIME_TIMESTAMP":"1773475203120000","MESSAGE":null,"CODE_LINE":"invalid_otp"}
      {"__REALTIME_TIMESTAMP":"1773475204120000","MESSAGE":"got too_many_pn","errorCode":"x"}
      {"__REALTIME_TIMESTAMP":"1773475205120000","MESSAGE":[110,256]}
      {"MESSAGE":"got too_many_pn","PRIORITY":"4"}
      """#,
      .init(parsed: 6),
      [
        .error("invalid_otp", .eight(1, 120_000_000), tenant: "acme", method: "otp"),
        .normal(line: 2, .eight(2, 120_000_000), tenant: "b"),
        .normal(line: 3, .eight(3, 120_000_000)),
        .error("too_many_pn", line: 4, .eight(4, 120_000_000), method: "push"),
        .normal(line: 5, .eight(5, 120_000_000)), .normal(line: 6),
      ]),
    ShapeCase(
      "JSON text sequence: a record separator before every value",
      "\u{1E}{\"tenant\":\"a\"}\n\u{1E}{\"tenant\":\"b\"}\u{1E}{\"tenant\":\"c\"}\n",
      .init(parsed: 2),
      [.normal(tenant: "a"), .normal(line: 2, tenant: "b"), .normal(line: 2, tenant: "c")]),
    ShapeCase(
      "fluentd, JSON formatter: neither time nor tag",
      #"{"level":"error","tenant":"acme","errorCode":"invalid_otp"}"#,
      .init(parsed: 1), [.error("invalid_otp", tenant: "acme", method: "otp")]),
    ShapeCase(
      "fluent-bit, JSON lines: date in every form, which makes no event without a type",
      #"""
      {"date":1773475201.12,"tenant":"a","errorCode":"invalid_otp"}
      {"date":1773475201120,"tenant":"b"}
      {"date":"2026-03-14T08:00:01.120000Z","tenant":"c"}
      {"date":"2026-03-14 08:00:01.120000","tenant":"d"}
      {"date":1773475201,"type":"sapi","errorCode":"invalid_otp"}
      """#,
      .init(parsed: 5),
      [
        .error("invalid_otp", .eight(1, 120_000_000), tenant: "a", method: "otp"),
        .normal(line: 2, .eight(1, 120_000_000), tenant: "b"),
        .normal(line: 3, .eight(1, 120_000_000), tenant: "c"),
        .normal(line: 4, .eight(1, 120_000_000), tenant: "d"), .other(line: 5, .eight(1)),
      ]),
    ShapeCase(
      "fluent-bit for Kubernetes: the log's fields, not the pod's labels",
      #"""
      {"date":1773475209,"time":"2026-03-14T08:00:08Z","stream":"stderr","log":\#
      "{\"ts\":1773475201,\"errorCode\":\"invalid_otp\"}","kubernetes":{"labels":\#
      {"tenant":"pod"}}}
      """#,
      .init(parsed: 1), [.error("invalid_otp", .eight(1), method: "otp")]),
    ShapeCase(
      "Vector: JSON text in the message",
      #"""
      {"file":"/x","host":"h","message":"{\"tenant\":\"acme\",\"errorCode\":\"invalid_otp\"}",\#
      "source_type":"file","timestamp":"2026-03-14T08:00:01Z"}
      {"file":"/x","message":"got invalid_otp","timestamp":"2026-03-14T08:00:02Z"}
      """#,
      .init(parsed: 2),
      [
        .error("invalid_otp", .eight(1), tenant: "acme", method: "otp"),
        .normal(line: 2, .eight(2)),
      ]),
  ]
}
