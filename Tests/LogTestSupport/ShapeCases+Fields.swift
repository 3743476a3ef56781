import LogModel

extension ShapeCases {
  /// One line and record for each time; the value as JSON.
  private static func timeLines(_ values: [(String, EventTime?)]) -> (String, [ReferenceRecord]) {
    (
      values.map { "{\"time\":\($0.0)}\n" }.joined(),
      zip(1..., values).map { .normal(line: $0, $1.1) }
    )
  }

  private static let isoTimes: [(String, EventTime?)] = [
    (#""2026-03-14T08:00:01Z""#, .eight(1)), (#""2026-03-14t08:00:01z""#, .eight(1)),
    (#""2026-03-14 08:00:01""#, .eight(1)), (#""2026-03-14T08:00:01""#, .eight(1)),
    (#""2026-03-14T08:00:01,5Z""#, .eight(1, 500_000_000)),
    (#""2026-03-14T08:00:01.123456789999Z""#, .eight(1, 123_456_789)),
    (#""2026-03-14T10:30:01.000000001+02:30""#, .eight(1, 1)),
    (#""2026-03-14T05:00:01-0300""#, .eight(1)), (#""2026-03-14 08:00:01 +0000""#, .eight(1)),
    (#""2026-03-14T07:59:60.25Z""#, .eight(-1, 250_000_000)),
    (#""1969-12-31T23:59:59.5Z""#, EventTime(seconds: -1, nanoseconds: 500_000_000)),
    (#""0000-01-01T00:00:00Z""#, EventTime(seconds: -62_167_219_200)),
    (#""9999-12-31T23:59:59Z""#, EventTime(seconds: 253_402_300_799)),
    (#""2028-02-29T00:00:00Z""#, EventTime(seconds: 1_835_395_200)),
    (#""2026-02-29T00:00:00Z""#, nil), (#""2026-13-01T00:00:00Z""#, nil),
    (#""2026-03-14T24:00:00Z""#, nil), (#""2026-03-14T08:60:00Z""#, nil),
    (#""2026-03-14T08:00:61Z""#, nil), (#""2026-03-14T08:00:01.Z""#, nil),
    (#""2026-03-14T08:00Z""#, nil), (#""2026-03-14""#, nil), (#""2026-3-14T08:00:01Z""#, nil),
    (#"" 2026-03-14T08:00:01Z""#, nil), (#""2026-03-14T08:00:01Z ""#, nil),
    (#""2026-03-14T08:00:01 UTC""#, nil), (#""now""#, nil),
  ]

  private static let numberTimes: [(String, EventTime?)] = [
    ("1773475201", .eight(1)), ("1773475201.12", .eight(1, 120_000_000)),
    ("1773475201120", .eight(1, 120_000_000)), ("1773475201120.5", .eight(1, 120_500_000)),
    ("1773475201120000", .eight(1, 120_000_000)), ("1773475201120000001", .eight(1, 120_000_001)),
    ("1773475201.1234567899", .eight(1, 123_456_789)),
    ("1.77347520112e9", .eight(1, 120_000_000)), ("177347520112E-2", .eight(1, 120_000_000)),
    ("17734752011200e-1", .eight(1, 120_000_000)), (#""1773475201""#, .eight(1)),
    (#""1773475201.5""#, .eight(1, 500_000_000)),
    (#""1773475201120000001""#, .eight(1, 120_000_001)),
    ("100000000", EventTime(seconds: 100_000_000)), ("99999999", nil),
    ("99999999999", EventTime(seconds: 99_999_999_999)),
    ("100000000000", EventTime(seconds: 100_000_000)),
    ("99999999999999", EventTime(seconds: 99_999_999_999, nanoseconds: 999_000_000)),
    ("100000000000000", EventTime(seconds: 100_000_000)),
    ("100000000000000000", EventTime(seconds: 100_000_000)),
    ("99999999999999999999", EventTime(seconds: 99_999_999_999, nanoseconds: 999_999_999)),
    ("100000000000000000000", nil), ("0", nil), ("-1773475201", nil), ("1e400", nil),
    ("0.0000000017734752011e18", .eight(1, 100_000_000)), ("1e-999999999999999999999", nil),
    (#""-1773475201""#, nil), (#""1773475201.""#, nil), (#""1.7e9""#, nil),
    (#""1 773475201""#, nil),
    ("true", nil), ("null", nil), ("[1773475201]", nil),
  ]

  /// Which instant a record tells.
  static let times: [ShapeCase] = [
    ShapeCase(
      "times as text", timeLines(isoTimes).0, .init(parsed: isoTimes.count), timeLines(isoTimes).1),
    ShapeCase(
      "times as numbers and digits", timeLines(numberTimes).0, .init(parsed: numberTimes.count),
      timeLines(numberTimes).1),
    ShapeCase(
      "the first valid time in the order of preference, then that of an envelope",
      #"""
      {"date":"x","timestamp":0,"@timestamp":"2026-03-14T08:00:01Z","time":"2026-03-14T08:00:09Z"}
      {"time":1773475201,"ts":1773475209}
      {"ts":1773475201,"eventTime":1773475209}
      {"eventTime":1773475201,"event_time":1773475209}
      {"event_time":1773475201,"datetime":1773475209}
      {"datetime":1773475201,"timeUnixNano":1773475209}
      {"observedTimeUnixNano":1773475201,"_time":1773475209}
      {"_time":1773475201,"__REALTIME_TIMESTAMP":1773475209}
      {"T":1773475201,"receiveTimestamp":1773475209}
      {"t":1773475201,"Time":1773475201,"details":{"initiatedAt":1773475201000}}
      {"time":1773475201,"message":"{\"time\":\"never\",\"receiveTimestamp\":\"?\"}"}
      {"date":1773475209,"message":"{\"receiveTimestamp\":1773475201}"}
      """#,
      .init(parsed: 12),
      (1...9).map { .normal(line: $0, .eight(1)) } + [.normal(line: 10)]
        + [.normal(line: 11, .eight(1)), .normal(line: 12, .eight(1))]),
    ShapeCase(
      "the line's header comes before the moment in a log_id, which needs 56 digits",
      #"""
      {"log_id":"90020260314080001120053227000000000000122337200000000133"}
      2026-03-14T08:00:02Z stdout F {"log_id":"90020260314080001120053227000000000000122337200000000133"}
      {"log_id":"9002026031408000112005322700000000000012233720000000013"}
      {"log_id":"90020261314080001120053227000000000000122337200000000133"}
      {"time":"x","data":{"type":"gd_start_auth","log_id":"1"},\#
      "log_id":"80020260314080001120053227000000000000122337200000000133"}
      """#,
      .init(parsed: 5),
      [
        .normal(.eight(1, 120_000_000)), .normal(line: 2, .eight(2)), .normal(line: 3),
        .normal(line: 4), .normal(line: 5, .eight(1, 120_000_000)),
      ]),
  ]

  /// Who was concerned.
  static let users: [ShapeCase] = [
    ShapeCase(
      "users in the order of preference",
      #"""
      {"user_id":"a","userId":"b"}
      {"user_id":"","userId":"b","user":{"id":"c"}}
      {"user":{"id":"c"},"details":{"enrollment":{"user_id":"d"}}}
      {"details":{"enrollment":{"user_id":"d"}},"usr":{"id":"e"}}
      {"usr":{"id":"e"},"user":"f"}
      {"user":"f","sub":"g"}
      {"sub":"g","details":{"request":{"auth":{"user":{"user_id":"h"}}}}}
      {"details":{"request":{"auth":{"user":{"user_id":"h"},"subject":"i"}}}}
      {"details":{"request":{"auth":{"subject":"i"}}},"user_name":"j"}
      {"user_name":"j","userName":"k"}
      {"userName":"k","username":"x","User":"x"}
      {"user_id":12,"user":{"name":"x"}}
      {"user_id":"outer","message":"{\"userName\":\"m\"}"}
      {"user_id":"n","message":"{\"user\":{\"name\":\"x\"}}"}
      """#,
      .init(parsed: 14),
      zip(1..., "abcdefghijk").map { .normal(line: $0, user: String($1)) }
        + [
          .normal(line: 12, user: "12"), .normal(line: 13, user: "m"), .normal(line: 14, user: "n"),
        ])
  ]
}
